import { ConfigReader } from '@backstage/config';
import { readPeople } from './people';

const anna = { ref: 'user:default/anna', title: 'Anna', role: 'Engineer' };
const bert = { ref: 'user:default/bert', title: 'Bert', role: 'CFO' };

describe('readPeople', () => {
  it('keeps the order of the config', () => {
    const people = readPeople(new ConfigReader({ people: [bert, anna] }));

    expect([...people]).toEqual([
      [bert.ref, bert],
      [anna.ref, anna],
    ]);
  });

  it('takes an empty list: nobody may sign in', () => {
    expect(readPeople(new ConfigReader({ people: [] })).size).toBe(0);
  });

  it.each([
    ['no list', {}, 'expected array'],
    ['a short reference', { people: [{ ...anna, ref: 'anna' }] }, '[0].ref'],
    ['a group', { people: [{ ...anna, ref: 'group:default/a' }] }, '[0].ref'],
    [
      'capitals',
      { people: [anna, { ...bert, ref: 'User:default/Bert' }] },
      '[1].ref',
    ],
    ['no name', { people: [{ ref: anna.ref, role: 'x' }] }, '[0].title'],
  ])('says where it is wrong: %s', (_, data, where) => {
    expect(() => readPeople(new ConfigReader(data))).toThrow(
      expect.objectContaining({ message: expect.stringContaining(where) }),
    );
  });
});
