import { z } from 'zod';
import { inOurWords, issueSentence } from './issueSentence';

const schema = z.object({
  name: z.string({ error: 'must be text' }),
  counts: z.array(z.number({ error: 'must be a finite number' })),
});

function sentencesFor(input: unknown, prefix?: PropertyKey[]): string[] {
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues.map(issue => issueSentence(issue, input, prefix));
}

describe('the sentence of an issue', () => {
  it.each([
    ['nothing', {}, 'name is missing: must be text'],
    ['null', { name: null }, 'name is null: must be text'],
    ['a number', { name: 7 }, 'name is 7: must be text'],
    ['an object', { name: {} }, 'name is an object: must be text'],
    ['a list', { name: [] }, 'name is a list: must be text'],
  ])('says that it found %s', (_, found, sentence) => {
    expect(sentencesFor({ counts: [], ...found })).toEqual([sentence]);
  });

  it.each([
    ['text', 'a\nb', '"a\\nb"'],
    ['long text', 'x'.repeat(100), `"${'x'.repeat(59)}…`],
    ['a number beyond all', JSON.parse('1e999'), 'Infinity'],
    ['a negative one', JSON.parse('-1e999'), '-Infinity'],
  ])('shows %s as it is', (_, found, shown) => {
    expect(sentencesFor({ name: 'a', counts: [1, found] })).toEqual([
      `counts[1] is ${shown}: must be a finite number`,
    ]);
  });

  it('begins with the path of the whole', () => {
    expect(sentencesFor({ counts: [] }, ['events', 3])).toEqual([
      'events[3].name is missing: must be text',
    ]);
    expect(sentencesFor(7)[0]).toMatch(/^the body is 7: /);
  });

  it.each([
    [z.string(), 7, 'must be text'],
    [z.object({}), 7, 'must be an object'],
    [z.record(z.string(), z.string()), 7, 'must be an object'],
    [z.array(z.string()), 7, 'must be a list'],
    [z.number(), 'a', 'must be a number'],
    [z.boolean(), 'a', 'must be true or false'],
    [z.enum(['START', 'FAIL']), 'a', 'must be one of START, FAIL'],
    [z.string().min(1), '', 'must not be empty'],
    [z.string().max(2), 'abc', 'must have at most 2 characters'],
    [z.number().min(3), 2, 'must be 3 or more'],
    [z.number().max(3), 4, 'must be 3 or less'],
  ])('says what is allowed, case %#', (allowed, found, words) => {
    const { error } = allowed.safeParse(found, { error: inOurWords });
    expect(error?.issues[0].message).toBe(words);
  });

  it('leaves the words of a schema as they are', () => {
    const own = z.string({ error: 'must be a word' });
    const { error } = own.safeParse(7, { error: inOurWords });
    expect(error?.issues[0].message).toBe('must be a word');
  });
});
