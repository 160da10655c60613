import { TestDatabases } from '@backstage/backend-test-utils';
import { prepared } from '../../ingest/__testUtils__/prepared';
import { runEvent, written } from '../../ingest/__testUtils__/lineageEvents';
import { jobIdOf } from '../../ingest/openlineage/names';
import { migrated } from '../__testUtils__/backends';
import { KnexLineageStore } from '../lineage/KnexLineageStore';
import { MeasurementWriter } from '../measurements/writeMeasurements';
import { KnexPipelineStore } from '../pipelines/KnexPipelineStore';
import { profitSpec } from '../../__testUtils__/profit';
import { KnexJobStore } from './KnexJobStore';
import { JobCursor } from './JobStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const job = (name: string) => ({ namespace: 'airflow', name });
const idOf = (name: string) => jobIdOf(job(name));
const on = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute));

describe.each(databases.eachSupportedId())('jobs on %s', engine => {
  async function start() {
    const database = await migrated(databases, engine);
    const writer = new MeasurementWriter();
    const lineage = await KnexLineageStore.create({ database, writer });
    const pipelines = await KnexPipelineStore.create({ database });
    const store = await KnexJobStore.create({ database });
    const hear = (name: string, minute = 0, above?: string) =>
      lineage.write({
        events: [
          prepared(
            runEvent({
              job: job(name),
              runId: `${name} ${minute}`,
              outputs: [written(`of-${name}`, 1)],
              ...(above && {
                runFacets: { parent: { run: { runId: 'x' }, job: job(above) } },
              }),
            }),
            { receivedAt: on(minute) },
          ),
        ],
      });
    const claim = (...names: string[]) =>
      pipelines.record({
        pipeline: { ref: 'pipeline:default/profit', spec: profitSpec() },
        claims: names.map(name => ({
          pipelineRef: 'pipeline:default/profit',
          jobId: idOf(name),
        })),
        at: on(0),
      });
    const unclaimed = async () =>
      (await store.listUnclaimed({ limit: 99 })).map(({ name }) => name);
    return { claim, hear, store, unclaimed };
  }

  it('are known as they were heard', async () => {
    const { hear, store } = await start();
    await hear('dag', 1);
    await hear('dag', 7);
    const found = await store.getMany({ ids: [idOf('dag'), idOf('nobody')] });
    expect([...found.values()]).toEqual([
      {
        id: idOf('dag'),
        ...job('dag'),
        firstHeardAt: on(1),
        lastHeardAt: on(7),
        producer: 'https://example.com/scheduler',
        sender: 'external:airflow',
        outputs: ['warehouse/of-dag'],
      },
    ]);
    expect(await store.getMany({ ids: [] })).toEqual(new Map());
  });

  it('that nobody claims are those that are no steps, last heard first', async () => {
    const { claim, hear, unclaimed } = await start();
    await hear('old', 1);
    await hear('claimed', 2);
    await hear('new', 3);
    await hear('step', 4, 'old');
    await claim('claimed');
    expect(await unclaimed()).toEqual(['new', 'old']);
    await hear('old', 5);
    expect(await unclaimed()).toEqual(['old', 'new']);
    await claim('new', 'old');
    expect(await unclaimed()).toEqual(['claimed']);
  });

  it('are paged without a gap or a repeat, also when heard at once', async () => {
    const { hear, store } = await start();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const name of names) await hear(name, name < 'e' ? 1 : 2);
    const seen: string[] = [];
    let after: JobCursor | undefined;
    for (let page = 0; page < 4; page += 1) {
      const found = await store.listUnclaimed({ limit: 2, after });
      seen.push(...found.map(({ name }) => name));
      after = found[found.length - 1];
    }
    expect([...seen].sort()).toEqual(names);
    expect(seen.slice(0, 3).sort()).toEqual(['e', 'f', 'g']);
  });

  it('have a family: all that they start, and what those start', async () => {
    const { hear, store } = await start();
    await hear('dag');
    await hear('task', 1, 'dag');
    await hear('query', 2, 'task');
    await hear('stranger', 3, 'another');
    const family = async (...names: string[]) =>
      (await store.familyOf({ ids: names.map(idOf), limit: 99 })).sort();
    const ids = (...names: string[]) => names.map(idOf).sort();
    expect(await family('dag')).toEqual(ids('dag', 'task', 'query'));
    expect(await family('task')).toEqual(ids('task', 'query'));
    expect(await family('query')).toEqual(ids('query'));
    expect(await family('dag', 'another')).toEqual(
      ids('dag', 'task', 'query', 'another', 'stranger'),
    );
    expect(await family()).toEqual([]);
  });

  it('have a family that ends, where jobs start each other', async () => {
    const { hear, store } = await start();
    await hear('a', 1, 'b');
    await hear('b', 2, 'a');
    await hear('itself', 3, 'itself');
    const both = await store.familyOf({ ids: [idOf('a')], limit: 99 });
    expect(both.sort()).toEqual([idOf('a'), idOf('b')].sort());
    const ids = [idOf('itself')];
    expect(await store.familyOf({ ids, limit: 99 })).toEqual(ids);
  });

  it('have a family of as many as are asked for, and themselves', async () => {
    const { hear, store } = await start();
    for (const name of ['a', 'b', 'c']) await hear(name, 1, 'dag');
    const family = await store.familyOf({ ids: [idOf('dag')], limit: 2 });
    expect(family).toHaveLength(3);
    expect(family[0]).toBe(idOf('dag'));
  });
});
