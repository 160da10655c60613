import fc from 'fast-check';
import { hashOf } from './hashOf';

describe('the id of some parts', () => {
  it('is short, and fits an address', () => {
    expect(hashOf('job', 'airflow', 'x'.repeat(4_000))).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['parts and their join', ['ab', 'c'], ['a', 'bc']],
    ['parts and one part', ['a', 'b'], ['ab']],
    ['an empty part and none', ['a', ''], ['a']],
    ['empty parts', ['', ''], ['']],
    ['a part that looks like a length', ['1:a'], ['a', '']],
    ['a part that looks like two', ['a', 'b'], ['a1:b']],
    ['another order', ['a', 'b'], ['b', 'a']],
  ])('tells apart %s', (_, one, other) => {
    expect(hashOf(...one)).not.toBe(hashOf(...other));
  });

  it('is the same for the same lists alone', () => {
    // Few letters, and the two that lengths are written with.
    const part = fc.string({ unit: fc.constantFrom('a', '1', ':') });
    const parts = fc.array(part, { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(hashOf(...one) === hashOf(...other)).toBe(isSame);
      }),
    );
  });
});
