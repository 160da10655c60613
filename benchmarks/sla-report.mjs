// Figures of sla.mjs: how they are timed and shown.
const at = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)];
export const p50 = times => at(times, 0.5);
export const p99 = times => at(times, 0.99);

/** Marks a figure that breaks its budget. */
export function mark(isBroken, word = 'EXCEEDED') {
  if (isBroken) process.exitCode = 1;
  return isBroken ? ` ${word}` : '';
}

export function table(title, heads, rows) {
  console.log(`\n${title}\n`);
  console.log(`| ${heads.join(' | ')} |`);
  console.log(
    `|---|${heads
      .slice(1)
      .map(() => '---:|')
      .join('')}`,
  );
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** Milliseconds of each of so many calls, one after the other. */
export async function timed(count, act) {
  const times = [];
  for (let i = 0; i < count; i += 1) {
    const begin = performance.now();
    await act(i);
    times.push(performance.now() - begin);
  }
  return times;
}
