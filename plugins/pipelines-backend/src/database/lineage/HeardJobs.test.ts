import { TestDatabases } from '@backstage/backend-test-utils';
import {
  JOB,
  runEvent,
  WireEvent,
  written,
} from '../../ingest/__testUtils__/lineageEvents';
import { jobIdOf } from '../../ingest/openlineage/names';
import { prepareEvent } from '../../ingest/openlineage/prepareEvent';
import { twoMigrated } from '../__testUtils__/backends';
import { HeardJobs } from './HeardJobs';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const NOW = Date.parse('2026-11-01T13:00:00Z');
const PARENT = { run: { runId: 'above' }, job: { namespace: 'a', name: 'b' } };

const writing = (...names: string[]) =>
  runEvent({ outputs: names.map(name => written(name, 1)) });

const step = runEvent({ runFacets: { parent: PARENT } });

function prepared(body: WireEvent, seconds = 0) {
  const receivedAt = new Date(NOW + seconds * 1_000);
  const oldest = new Date(0);
  return prepareEvent({ body, sender: 'tool', receivedAt, oldest });
}

describe.each(databases.eachSupportedId())('jobs heard on %s', engine => {
  /** Two backends that note events, each with a memory of its own. */
  async function start() {
    const [one, other] = await twoMigrated(databases, engine);
    const knex = await one.getClient();
    const noteIn = async (database: typeof one) => {
      const client = await database.getClient();
      const jobs = new HeardJobs();
      return async (events: WireEvent[], seconds?: number) => {
        const remember = await client.transaction(transaction =>
          jobs.note(
            transaction,
            events.map(body => prepared(body, seconds)),
          ),
        );
        remember();
      };
    };
    /** Notes in a transaction that ends when the answer is called. */
    const noteLater = async (events: WireEvent[]) => {
      const transaction = await knex.transaction();
      await new HeardJobs().note(
        transaction,
        events.map(body => prepared(body)),
      );
      return () => transaction.commit();
    };
    const outputs = async () => {
      const [text] = await knex('jobs').pluck('outputs');
      return JSON.parse(text);
    };
    return {
      knex,
      outputs,
      noteLater,
      note: await noteIn(one),
      other: await noteIn(other),
    };
  }

  it.each([
    ['in one order', [['b', 'c'], ['a'], [], ['f', 'e', 'd']]],
    ['in another', [[], ['d', 'f', 'e'], ['c', 'b'], ['a']]],
  ])('write the same few data sets, told %s', async (_, told) => {
    const { note, outputs } = await start();
    for (const names of told) await note([writing(...names)]);
    const few = ['a', 'b', 'c', 'd', 'e'];
    expect(await outputs()).toEqual(few.map(name => `warehouse/${name}`));
  });

  it('write the same few data sets, told at once to two backends', async () => {
    const { note, other, outputs } = await start();
    await Promise.all([
      note([writing('b')]),
      other([writing('a'), writing('c')]),
    ]);
    expect(await outputs()).toEqual([
      'warehouse/a',
      'warehouse/b',
      'warehouse/c',
    ]);
  });

  it('are steps of a parent that another backend notes at the same moment', async () => {
    const { knex, other, noteLater } = await start();
    const commit = await noteLater([step]);
    const noted = other([runEvent({ job: PARENT.job })]);
    /** PostgreSQL has it wait; SQLite has one transaction at a time anyway. */
    const isWaiting = async () => {
      while (engine === 'POSTGRES_18') {
        const locks = await knex('pg_locks').where({ granted: false });
        if (locks.length > 0) return;
      }
    };
    await Promise.race([noted, isWaiting()]);
    await commit();
    await noted;
    const steps = await knex('jobs').where({ is_step: true }).pluck('name');
    expect(steps).toEqual([JOB.name]);
  });

  it('stay steps once they were one, and know what starts them', async () => {
    const { note, knex } = await start();
    await note([runEvent({ job: PARENT.job }), step]);
    await note([writing('a')]);
    const steps = await knex('jobs').where({ is_step: true }).pluck('name');
    expect(steps).toEqual([JOB.name]);
    const parents = await knex('job_parents').pluck('parent_id');
    expect(parents).toEqual([jobIdOf(PARENT.job)]);
  });

  it('are written again by the half minute', async () => {
    const { note, knex } = await start();
    const lastHeard = async () =>
      (await knex('jobs').pluck('last_heard_at'))[0];
    await note([writing('a')]);
    await note([writing('a')], 29);
    expect(await lastHeard()).toBe('2026-11-01T13:00:00.000Z');
    await note([writing('a')], 30);
    expect(await lastHeard()).toBe('2026-11-01T13:00:30.000Z');
  });
});
