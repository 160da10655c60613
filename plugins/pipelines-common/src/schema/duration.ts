const UNIT_MS = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
} as const;

const WORDS = { m: 'minute', h: 'hour', d: 'day', w: 'week' } as const;

type Unit = keyof typeof UNIT_MS;

/** A whole number and a unit: minutes, hours, days or weeks. */
export const DURATION_PATTERN = /^(\d{1,6})(m|h|d|w)$/;

function split(duration: string): [count: number, unit: Unit] {
  const match = DURATION_PATTERN.exec(duration);
  if (!match) {
    throw new TypeError(
      `"${duration}" is not a duration; write a whole number and m, h, d or w, for example 30m or 48h`,
    );
  }
  return [Number(match[1]), match[2] as Unit];
}

/**
 * Milliseconds of a duration as our entities write it: `30m`, `48h`, `7d`, `1w`.
 * A day is always 24 hours; deadlines that mean calendar days use words
 * (`end of week`) instead.
 *
 * @public
 * @throws TypeError when the text is not a duration
 */
export function durationToMillis(duration: string): number {
  const [count, unit] = split(duration);
  return count * UNIT_MS[unit];
}

/**
 * A duration in words: `48h` → "48 hours", `1w` → "1 week".
 *
 * @public
 * @throws TypeError when the text is not a duration
 */
export function durationToWords(duration: string): string {
  const [count, unit] = split(duration);
  return `${count} ${WORDS[unit]}${count === 1 ? '' : 's'}`;
}
