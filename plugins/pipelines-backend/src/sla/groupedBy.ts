/** Things by a key of each, in the order in which they come. */
export function groupedBy<T, K>(
  things: readonly T[],
  keyOf: (thing: T) => K,
): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const others = found.get(key);
    if (others) others.push(thing);
    else found.set(key, [thing]);
  }
  return found;
}
