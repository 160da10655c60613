interface Stretch {
  start: string;
  end: string;
}

/**
 * Stretches that follow each other without a pause and are alike, made one: a
 * change of reason, such as the begin of all hands, is no change of duty.
 */
export function joined<T extends Stretch>(
  stretches: readonly T[],
  areAlike: (one: T, other: T) => boolean,
): T[] {
  const whole: T[] = [];
  for (const stretch of stretches) {
    const place = whole.findIndex(
      known => known.end === stretch.start && areAlike(known, stretch),
    );
    if (place < 0) whole.push(stretch);
    else whole[place] = { ...whole[place], end: stretch.end };
  }
  return whole;
}
