import { asOneLine } from './oneLine';

describe('words of tools', () => {
  it.each([
    ['short', 'short'],
    ['  two\r\nlines\n\n', 'two lines'],
    ['a\0b', 'a b'],
    ['exactly 10', 'exactly 10'],
    ['more than 10', 'more than…'],
    ['half \ud83d', 'half'],
    ['12345678😀0', '12345678…'],
    ['1234567😀0', '1234567😀0'],
    [' \n ', undefined],
    ['', undefined],
  ])('%j becomes %j', (text, line) => {
    expect(asOneLine(text, { longest: 10 })).toBe(line);
  });
});
