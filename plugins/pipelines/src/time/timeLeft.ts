const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A stretch of time in its two largest units: "7 d 11 h", "5 h 12 min",
 * "12 min". Rounded down, so that no more is promised than is left.
 */
export function timeLeft(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'less than a minute';
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  const units = days
    ? [`${days} d`, hours && `${hours} h`]
    : [hours && `${hours} h`, minutes && `${minutes} min`];
  return units.filter(Boolean).join(' ');
}
