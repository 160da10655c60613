const UNITS = [
  { seconds: 86_400, name: 'd' },
  { seconds: 3_600, name: 'h' },
  { seconds: 60, name: 'min' },
  { seconds: 1, name: 's' },
];

/**
 * How long something took, in its two largest units: "2 h 10 min", "4 min 12 s",
 * "0 s". Rounded down.
 */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const first = UNITS.findIndex(unit => whole >= unit.seconds);
  if (first < 0) return '0 s';
  let rest = whole;
  return UNITS.slice(first, first + 2)
    .flatMap(unit => {
      const count = Math.floor(rest / unit.seconds);
      rest %= unit.seconds;
      return count ? [`${count} ${unit.name}`] : [];
    })
    .join(' ');
}
