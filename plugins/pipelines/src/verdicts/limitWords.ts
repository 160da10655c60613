import { numberWords } from '../figures';

const WORDS: Record<string, string> = {
  mustBe: 'exactly',
  mustNotBe: 'anything but',
  mustBeGreaterThan: 'above',
  mustBeGreaterOrEqualTo: 'at least',
  mustBeLessThan: 'below',
  mustBeLessOrEqualTo: 'at most',
};

/** A limit in words that follow "it must be": "below 10,000", "between 1 and 5". */
export function limitWords(
  { operator, values }: { operator: string; values: readonly number[] },
  figure: (value: number) => string = numberWords,
): string {
  const written = values.map(figure);
  if (operator === 'mustBeBetween') return `between ${written.join(' and ')}`;
  return `${WORDS[operator] ?? operator} ${written.join(' and ')}`;
}
