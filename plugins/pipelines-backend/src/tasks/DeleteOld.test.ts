import { DeleteOld } from './DeleteOld';

const DAY = 86_400_000;
const NOW = new Date('2026-11-20T12:00:00Z');
const daysAgo = (days: number) => new Date(+NOW - days * DAY);

function setUp(deleted: Record<string, number[]> = {}) {
  const order: string[] = [];
  const deletes = (name: string) =>
    jest.fn(async (_: { before: Date; limit: number }) => {
      order.push(name);
      return deleted[name]?.shift() ?? 0;
    });
  const stores = {
    alerts: { deleteEndedBefore: deletes('alerts') },
    journal: { deleteRefusalsBefore: deletes('refusals') },
    judging: { deleteReceiptsBefore: deletes('receipts') },
    lineage: { deleteEventsBefore: deletes('events') },
    measurements: {
      deleteBefore: deletes('measurements'),
      deleteDaysBefore: deletes('days'),
    },
    runs: { deleteBefore: deletes('runs') },
  };
  const task = new DeleteOld({
    ...stores,
    retention: {
      events: 1 * DAY,
      runs: 2 * DAY,
      measurements: 3 * DAY,
      days: 4 * DAY,
      alerts: 5 * DAY,
      refusals: 6 * DAY,
    },
    now: () => NOW,
  });
  return { order, stores, task };
}

describe('deleting what is old', () => {
  it('deletes each as the configuration says', async () => {
    const { stores, task } = setUp();
    await task.run(new AbortController().signal);
    const limit = 1_000;
    const { alerts, journal, judging, lineage, measurements, runs } = stores;
    for (const [deleted, days] of [
      [lineage.deleteEventsBefore, 1],
      [runs.deleteBefore, 2],
      [measurements.deleteBefore, 3],
      [judging.deleteReceiptsBefore, 3],
      [alerts.deleteEndedBefore, 5],
      [journal.deleteRefusalsBefore, 6],
    ] as const) {
      expect(deleted.mock.calls).toEqual([[{ before: daysAgo(days), limit }]]);
    }
    expect(measurements.deleteDaysBefore.mock.calls).toEqual([
      [{ before: daysAgo(4) }],
    ]);
  });

  it('goes on with each until nothing old is left', async () => {
    const { order, task } = setUp({ events: [1_000, 1_000, 3], runs: [1_000] });
    await task.run(new AbortController().signal);
    expect(order).toEqual([
      ...['events', 'events', 'events', 'runs', 'runs'],
      ...['measurements', 'receipts', 'alerts', 'refusals', 'days'],
    ]);
  });

  it('stops when it is told to', async () => {
    const { order, task } = setUp();
    await task.run(AbortSignal.abort());
    expect(order).toEqual([]);
  });
});
