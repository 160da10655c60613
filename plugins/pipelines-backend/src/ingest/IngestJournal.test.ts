import { mockServices } from '@backstage/backend-test-utils';
import { JournalStore } from '../database';
import { IngestJournal } from './IngestJournal';

const NOW = new Date('2026-11-01T12:00:00Z');
const DBT = { sender: 'external:dbt', route: 'dbt-sources' };
const AIRFLOW = { sender: 'external:airflow', route: 'lineage' };

function setUp() {
  const add = jest.fn<
    ReturnType<JournalStore['add']>,
    Parameters<JournalStore['add']>
  >();
  const logger = mockServices.logger.mock();
  const journal = new IngestJournal({
    journal: {
      add,
      listSenders: jest.fn(),
      listRefusals: jest.fn(),
      deleteRefusalsBefore: jest.fn(),
    },
    logger,
    now: () => NOW,
  });
  return { add, journal, logger };
}

describe('IngestJournal', () => {
  it('adds up what was heard of each sender by each door', async () => {
    const { add, journal } = setUp();
    journal.count({ ...DBT, stored: 2, refused: 1 });
    journal.count({ ...DBT, stored: 3, refused: 0 });
    journal.count({ ...AIRFLOW, stored: 1, refused: 0 });
    journal.count({ ...DBT, route: 'measurements', stored: 4, refused: 0 });
    await journal.flush();
    expect(add).toHaveBeenCalledTimes(1);
    expect(add.mock.calls[0][0]).toEqual({
      senders: [
        { ...DBT, stored: 5, refused: 1, at: NOW },
        { ...AIRFLOW, stored: 1, refused: 0, at: NOW },
        { ...DBT, route: 'measurements', stored: 4, refused: 0, at: NOW },
      ],
      refusals: [],
    });
  });

  it('counts a reason of a sender once for each time', async () => {
    const { add, journal } = setUp();
    const refused = {
      ...AIRFLOW,
      of: 'item' as const,
      reason: 'run is missing',
    };
    journal.refuse(refused);
    journal.refuse(refused);
    journal.refuse({ ...refused, of: 'facet' });
    journal.refuse({ ...refused, ...DBT });
    await journal.flush();
    const [{ refusals }] = add.mock.calls[0];
    expect(
      refusals.map(({ of, sender, count }) => [of, sender, count]),
    ).toEqual([
      ['item', 'external:airflow', 2],
      ['facet', 'external:airflow', 1],
      ['item', 'external:dbt', 1],
    ]);
  });

  it('keeps reasons to one line of 500 characters', async () => {
    const { add, journal } = setUp();
    const reason = `a\n\u0000b ${'x'.repeat(600)}`;
    journal.refuse({ ...DBT, of: 'item', reason });
    await journal.flush();
    const [{ refusals }] = add.mock.calls[0];
    expect(refusals[0].reason).toBe(`a b ${'x'.repeat(496)}`);
  });

  it('keeps 500 reasons at most, and goes on counting those', async () => {
    const { add, journal } = setUp();
    for (let index = 0; index < 600; index += 1) {
      journal.refuse({ ...DBT, of: 'item', reason: `reason ${index}` });
    }
    journal.refuse({ ...DBT, of: 'item', reason: 'reason 0' });
    await journal.flush();
    const [{ refusals }] = add.mock.calls[0];
    expect(refusals).toHaveLength(500);
    expect(refusals[0]).toMatchObject({ reason: 'reason 0', count: 2 });
  });

  it('writes nothing where there is nothing, and nothing twice', async () => {
    const { add, journal } = setUp();
    await journal.flush();
    journal.count({ ...DBT, stored: 1, refused: 0 });
    await journal.flush();
    await journal.flush();
    expect(add).toHaveBeenCalledTimes(1);
  });

  it('keeps what could not be written, and adds to it', async () => {
    const { add, journal, logger } = setUp();
    const refused = { ...DBT, of: 'item' as const, reason: 'odd' };
    add.mockImplementationOnce(async () => {
      // What is heard meanwhile counts as well.
      journal.count({ ...DBT, stored: 10, refused: 0 });
      journal.refuse(refused);
      throw new Error('the database is away');
    });
    journal.count({ ...DBT, stored: 1, refused: 1 });
    journal.refuse(refused);
    journal.refuse({ ...refused, reason: 'odder' });
    await journal.flush();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await journal.flush();
    const [{ senders, refusals }] = add.mock.calls[1];
    expect(senders).toEqual([{ ...DBT, stored: 11, refused: 1, at: NOW }]);
    const counts = refusals.map(({ reason, count }) => [reason, count]);
    expect(Object.fromEntries(counts)).toEqual({ odd: 2, odder: 1 });
  });

  describe('in a running backend', () => {
    beforeEach(() => {
      jest.useFakeTimers();
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('writes every two seconds, and once more at the end', async () => {
      const { add, journal } = setUp();
      const hooks: (() => void | Promise<void>)[] = [];
      const lifecycle = mockServices.lifecycle.mock({
        addShutdownHook: hook => {
          hooks.push(hook);
        },
      });
      journal.start(lifecycle);
      journal.count({ ...DBT, stored: 1, refused: 0 });
      jest.advanceTimersByTime(1_999);
      expect(add).toHaveBeenCalledTimes(0);
      jest.advanceTimersByTime(1);
      expect(add).toHaveBeenCalledTimes(1);
      journal.count({ ...DBT, stored: 1, refused: 0 });
      for (const hook of hooks) await hook();
      expect(add).toHaveBeenCalledTimes(2);
      expect(jest.getTimerCount()).toBe(0);
    });
  });
});
