import { timeLeft } from './timeLeft';

const HOUR = 3_600_000;

/** From here on hours say less than days do. */
const MANY_HOURS = 100;

/**
 * A length of time beside a promise in hours: "51 h", "3 h 12 min"; days only
 * when it is very long. Rounded down.
 */
export function hoursWords(milliseconds: number): string {
  const hours = Math.floor(milliseconds / HOUR);
  if (hours < 24 || hours >= MANY_HOURS) return timeLeft(milliseconds);
  const minutes = Math.floor((milliseconds % HOUR) / 60_000);
  return minutes ? `${hours} h ${minutes} min` : `${hours} h`;
}
