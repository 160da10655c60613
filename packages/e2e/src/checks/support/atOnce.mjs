/** Does something with each item, so many at once; answers the results in order. */
export async function atOnce(count, items, act) {
  const results = new Array(items.length);
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await act(items[index], index);
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  return results;
}
