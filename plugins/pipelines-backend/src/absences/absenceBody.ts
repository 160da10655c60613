import { z } from 'zod';
import { fewWords, refOf } from '../router/parse';

const MAX_DAYS = 400;
const DAY_MS = 86_400_000;

const daysBetween = (from: string, to: string) =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

const day = z.iso
  .date({ error: 'must be a date, such as 2026-11-26' })
  .refine(date => date >= '1970' && date < '2200', {
    error: 'must be in the years 1970 to 2199',
  });

/** An absence as somebody notes it: `NewAbsence` of the API. */
export const absenceBody = z
  .strictObject({
    member: refOf('User').optional(),
    from: day,
    to: day,
    note: fewWords.optional(),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'must not be before from',
  })
  // Also asked when one of the two is no date: NaN is not too far away.
  .refine(({ from, to }) => !(daysBetween(from, to) >= MAX_DAYS), {
    path: ['to'],
    error: `must be at most ${MAX_DAYS} days after from`,
  });
