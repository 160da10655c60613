import { RollUpDays } from './RollUpDays';

const NOW = new Date('2026-11-20T12:00:00Z');

function setUp(rolled: number[], now = NOW) {
  const rollUp = jest.fn(
    async (_: { before: Date; limit: number; now: Date }) =>
      rolled.shift() ?? 0,
  );
  const task = new RollUpDays({ measurements: { rollUp }, now: () => now });
  return { rollUp, task };
}

describe('rolling up days', () => {
  it('goes on until nothing is left', async () => {
    const { rollUp, task } = setUp([200, 200, 7]);
    await task.run(new AbortController().signal);
    expect(rollUp).toHaveBeenCalledTimes(3);
  });

  it('stops when it is told to', async () => {
    const { rollUp, task } = setUp([200, 200, 200]);
    await task.run(AbortSignal.abort());
    expect(rollUp).toHaveBeenCalledTimes(1);
  });

  it.each([
    // The store takes days before the one of this instant.
    ['2026-11-20T12:00:00Z', '2026-11-19'],
    ['2026-11-20T01:00:00Z', '2026-11-19'],
    // Just after midnight, what is of the day before is still under way.
    ['2026-11-20T00:59:59Z', '2026-11-18'],
  ])('at %s leaves the days from %s on', async (now, day) => {
    const { rollUp, task } = setUp([0], new Date(now));
    await task.run(new AbortController().signal);
    const [{ before }] = rollUp.mock.calls[0];
    expect(before.toISOString().slice(0, 10)).toBe(day);
  });
});
