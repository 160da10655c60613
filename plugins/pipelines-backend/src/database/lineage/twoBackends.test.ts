import { TestDatabases } from '@backstage/backend-test-utils';
import { prepared } from '../../ingest/__testUtils__/prepared';
import {
  JOB,
  runEvent,
  STEP,
  WireEvent,
  written,
} from '../../ingest/__testUtils__/lineageEvents';
import { twoMigrated } from '../__testUtils__/backends';
import { MeasurementWriter } from '../measurements/writeMeasurements';
import { KnexLineageStore } from './KnexLineageStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ROUNDS = 15;

describe.each(databases.eachSupportedId())('two backends on %s', engine => {
  async function start() {
    const both = await twoMigrated(databases, engine);
    const stores = await Promise.all(
      both.map(database =>
        KnexLineageStore.create({ database, writer: new MeasurementWriter() }),
      ),
    );
    const write = (index: number, events: WireEvent[]) =>
      stores[index % 2].write({ events: events.map(event => prepared(event)) });
    return { knex: await both[0].getClient(), write };
  }

  it('lose nothing that is said of the same new run at the same moment', async () => {
    const { knex, write } = await start();
    for (let round = 0; round < ROUNDS; round += 1) {
      const runId = `run-${round}`;
      const events = [
        runEvent({ runId }),
        runEvent({ runId, outputs: [written('a', 1)] }),
        runEvent({
          runId,
          eventType: 'COMPLETE',
          eventTime: '2026-11-01T11:30:00Z',
          outputs: [written('b', 2)],
        }),
        runEvent({
          runId,
          eventType: 'OTHER',
          runFacets: { errorMessage: { message: 'odd' } },
        }),
      ];
      const results = await Promise.all(
        events.map((event, index) => write(index, [event])),
      );
      expect(results.map(({ fresh }) => fresh)).toEqual([1, 1, 1, 1]);
      const rows = await knex('runs').where({ run_id: runId });
      expect(rows).toEqual([
        expect.objectContaining({ state: 'complete', rows: 3 }),
      ]);
      const facts = JSON.parse(rows[0].facts);
      expect(facts.startedAt).toBe('2026-11-01T11:00:00.000Z');
      expect(facts.error.is).toBe('odd');
    }
  });

  it('store the same event once, and only one of them finds it new', async () => {
    const { knex, write } = await start();
    for (let round = 0; round < ROUNDS; round += 1) {
      const event = runEvent({ runId: `run-${round}` });
      const results = await Promise.all(
        [0, 1, 2, 3].map(index => write(index, [event])),
      );
      expect(results.map(({ fresh }) => fresh).sort()).toEqual([0, 0, 0, 1]);
    }
    expect(await knex('lineage_events').select()).toHaveLength(ROUNDS);
    expect(await knex('runs').select()).toHaveLength(ROUNDS);
  });

  it('do not hold each other up for ever, whatever order they are told in', async () => {
    const { knex, write } = await start();
    const parent = { run: { runId: 'dag' }, job: JOB };
    const events = Array.from({ length: 40 }, (_, index) =>
      runEvent({
        runId: `task-${index}`,
        job: { ...STEP, name: `step-${index % 7}` },
        runFacets: { parent },
        outputs: [written(`table-${index % 5}`, index)],
      }),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const time = new Date(Date.UTC(2026, 10, 1, 11, round)).toISOString();
      const told = events.map(event => ({ ...event, eventTime: time }));
      const results = await Promise.all([
        write(0, told.slice(0, 30)),
        write(1, told.slice(10).reverse()),
      ]);
      expect(results[0].fresh + results[1].fresh).toBe(40);
    }
    expect(await knex('runs').select()).toHaveLength(40);
    expect(await knex('jobs').select()).toHaveLength(7);
  });
});
