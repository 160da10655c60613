import { z } from 'zod';

/**
 * Text without line breaks and other control characters (PostgreSQL stores no
 * NUL), and without halves of characters.
 */
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const UNWANTED = /[\p{Cc}\p{Cs}]+/gu;

/** For text that must be right as it came. */
export function oneLine(options: { longest: number }) {
  return z
    .string()
    .max(options.longest)
    .regex(ONE_LINE, 'must be one line of text');
}

/**
 * For text of other tools that is only shown: what cannot be stored becomes a
 * space, and what is too long is cut.
 *
 * @returns undefined if nothing remains
 */
export function asOneLine(
  text: string,
  options: { longest: number },
): string | undefined {
  const { longest } = options;
  const trimmed = text.trim();
  const isLong = trimmed.length > longest;
  // A cut may halve a character; the half goes with what cannot be stored.
  const kept = trimmed
    .slice(0, isLong ? longest - 1 : longest)
    .replace(UNWANTED, ' ')
    .trim();
  if (kept === '') return undefined;
  return isLong ? `${kept}…` : kept;
}
