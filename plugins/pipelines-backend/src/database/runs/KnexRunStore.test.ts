import { TestDatabases } from '@backstage/backend-test-utils';
import { prepared } from '../../ingest/__testUtils__/prepared';
import {
  JOB,
  runEvent,
  STEP,
  written,
} from '../../ingest/__testUtils__/lineageEvents';
import { jobIdOf, runIdOf } from '../../ingest/openlineage/names';
import { migrated } from '../__testUtils__/backends';
import { KnexLineageStore } from '../lineage/KnexLineageStore';
import { MeasurementWriter } from '../measurements/writeMeasurements';
import { KnexRunStore } from './KnexRunStore';
import { RunCursor } from './RunStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

interface Heard {
  runId: string;
  job?: { namespace: string; name: string };
  /** The run above it: its job's name is its run's. */
  above?: string;
  eventType?: string;
  /** Minute of the hour; 0 if absent. */
  minute?: number;
  rows?: number;
  receivedAt?: Date;
}

const inSpark = (name: string) => ({ namespace: 'spark', name });

const idOf = (runId: string, job = inSpark(runId)) =>
  runIdOf({ ...job, runId });

function heardEvent(heard: Heard) {
  const { runId, job = inSpark(runId), above, minute = 0, rows } = heard;
  return prepared(
    runEvent({
      runId,
      job,
      eventType: heard.eventType,
      eventTime: new Date(Date.UTC(2026, 10, 1, 11, minute)).toISOString(),
      ...(above && {
        runFacets: { parent: { run: { runId: above }, job: inSpark(above) } },
      }),
      ...(rows !== undefined && { outputs: [written('t', rows)] }),
    }),
    heard.receivedAt && { receivedAt: heard.receivedAt },
  );
}

describe.each(databases.eachSupportedId())('runs on %s', engine => {
  async function start() {
    const database = await migrated(databases, engine);
    const writer = new MeasurementWriter();
    const lineage = await KnexLineageStore.create({ database, writer });
    const store = await KnexRunStore.create({ database });
    const hear = (...heard: Heard[]) =>
      lineage.write({ events: heard.map(heardEvent) });
    const names = async (options: Partial<Parameters<typeof store.list>[0]>) =>
      (await store.list({ jobIds: [jobIdOf(JOB)], limit: 99, ...options })).map(
        ({ runId }) => runId,
      );
    return { hear, names, store };
  }

  it('are known as they were heard', async () => {
    const { hear, store } = await start();
    const run = { runId: 'a', job: JOB, above: 'dag', minute: 5, rows: 7 };
    await hear(run);
    const id = idOf('a', JOB);
    expect(await store.get({ id })).toEqual({
      id,
      jobId: jobIdOf(JOB),
      runId: 'a',
      parentId: idOf('dag'),
      state: 'running',
      begunAt: new Date('2026-11-01T11:05:00Z'),
      rows: 7,
      facts: heardEvent(run).run?.facts,
      lastHeardAt: new Date('2026-11-01T12:00:00Z'),
    });
    expect(await store.get({ id: idOf('b', JOB) })).toBeUndefined();
  });

  it('of jobs are listed newest first, up to a limit', async () => {
    const { hear, names } = await start();
    await hear(
      { runId: 'middle', job: JOB, minute: 2 },
      { runId: 'new', job: STEP, minute: 3 },
      { runId: 'old', job: JOB, minute: 1 },
      { runId: 'of nobody', minute: 4 },
    );
    const jobIds = [jobIdOf(JOB), jobIdOf(STEP)];
    expect(await names({ jobIds })).toEqual(['new', 'middle', 'old']);
    expect(await names({ jobIds, limit: 2 })).toEqual(['new', 'middle']);
    expect(await names({})).toEqual(['middle', 'old']);
    expect(await names({ jobIds: [] })).toEqual([]);
  });

  it('are paged without a gap or a repeat, also where many began at once', async () => {
    const { hear, store } = await start();
    const heard = Array.from({ length: 11 }, (_, index) => ({
      runId: `run-${index}`,
      job: JOB,
      minute: Math.floor(index / 4),
    }));
    await hear(...heard);
    const seen: string[] = [];
    let after: RunCursor | undefined;
    for (let page = 0; page < 4; page += 1) {
      const jobIds = [jobIdOf(JOB)];
      const found = await store.list({ jobIds, limit: 3, after });
      seen.push(...found.map(({ runId }) => runId));
      after = found[found.length - 1];
    }
    expect([...seen].sort()).toEqual(heard.map(({ runId }) => runId).sort());
    const minutes = seen.map(name => Math.floor(Number(name.slice(4)) / 4));
    expect(minutes).toEqual([...minutes].sort((a, b) => b - a));
  });

  it('are listed by their states', async () => {
    const { hear, names } = await start();
    await hear(
      ...['START', 'COMPLETE', 'FAIL', 'ABORT', 'OTHER'].map(
        (eventType, minute) => ({
          runId: eventType,
          job: JOB,
          eventType,
          minute,
        }),
      ),
    );
    expect(await names({ states: ['failed', 'aborted'] })).toEqual([
      'ABORT',
      'FAIL',
    ]);
    expect(await names({ states: ['running'] })).toEqual(['START']);
    expect(await names({ states: ['unknown'] })).toEqual(['OTHER']);
  });

  it('that are steps of one of the jobs are not listed beside it', async () => {
    const { hear, names } = await start();
    await hear(
      { runId: 'dag' },
      { runId: 'task', job: JOB, above: 'dag', minute: 1 },
      { runId: 'alone', job: JOB, minute: 2 },
    );
    const dag = jobIdOf(inSpark('dag'));
    expect(await names({ jobIds: [dag, jobIdOf(JOB)] })).toEqual([
      'alone',
      'dag',
    ]);
    // Where nobody claims the job above, the step is what there is.
    expect(await names({})).toEqual(['alone', 'task']);
  });

  describe('with steps', () => {
    const FAMILY: Heard[] = [
      { runId: 'dag', minute: 0 },
      { runId: 'late', above: 'dag', minute: 3, rows: 5 },
      { runId: 'early', above: 'dag', minute: 1, rows: 2 },
      { runId: 'query', above: 'early', minute: 2, rows: 40 },
      { runId: 'stranger', above: 'another', minute: 1 },
    ];

    it('have them and theirs below, in the order of their begin', async () => {
      const { hear, store } = await start();
      await hear(...FAMILY);
      const steps = await store.steps({ id: idOf('dag'), limit: 9 });
      expect(steps.map(({ runId }) => runId)).toEqual([
        'early',
        'query',
        'late',
      ]);
      expect(await store.steps({ id: idOf('dag'), limit: 2 })).toHaveLength(2);
      expect(await store.steps({ id: idOf('query'), limit: 9 })).toEqual([]);
    });

    it('know how many are right below, and what those wrote', async () => {
      const { hear, store } = await start();
      await hear(...FAMILY);
      const ids = ['dag', 'early', 'query', 'another'].map(each => idOf(each));
      expect(await store.stepSums({ ids })).toEqual(
        new Map([
          [idOf('dag'), { steps: 2, rows: 7 }],
          [idOf('early'), { steps: 1, rows: 40 }],
          [idOf('another'), { steps: 1 }],
        ]),
      );
    });

    it('know the jobs of themselves and of all above', async () => {
      const { hear, store } = await start();
      await hear(...FAMILY);
      const above = await store.jobIdsAbove({ id: idOf('query') });
      const names = ['dag', 'early', 'query'];
      expect(above.sort()).toEqual(
        names.map(name => jobIdOf(inSpark(name))).sort(),
      );
      expect(await store.jobIdsAbove({ id: idOf('dag') })).toEqual([
        jobIdOf(inSpark('dag')),
      ]);
      expect(await store.jobIdsAbove({ id: idOf('nobody') })).toEqual([]);
    });

    it('come to an end, where they are steps of each other', async () => {
      const { hear, store } = await start();
      await hear(
        { runId: 'a', above: 'c', minute: 1 },
        { runId: 'b', above: 'a', minute: 2 },
        { runId: 'c', above: 'b', minute: 3 },
        { runId: 'itself', above: 'itself' },
      );
      const steps = await store.steps({ id: idOf('a'), limit: 99 });
      expect(steps.map(({ runId }) => runId)).toEqual(['b', 'c']);
      const above = await store.jobIdsAbove({ id: idOf('a') });
      expect(above).toHaveLength(3);
      expect(await store.steps({ id: idOf('itself'), limit: 9 })).toEqual([]);
      expect(await store.jobIdsAbove({ id: idOf('itself') })).toHaveLength(1);
    });
  });

  it('are deleted when nothing was heard of them for long, the oldest first', async () => {
    const { hear, names, store } = await start();
    const on = (day: number) => new Date(Date.UTC(2026, 10, day));
    await hear(
      { runId: 'first', job: JOB, minute: 1, receivedAt: on(2) },
      { runId: 'second', job: JOB, minute: 2, receivedAt: on(3) },
      { runId: 'third', job: JOB, minute: 3, receivedAt: on(4) },
      { runId: 'fourth', job: JOB, minute: 4, receivedAt: on(5) },
    );
    // Something more is heard of the first.
    const end = { runId: 'first', job: JOB, eventType: 'COMPLETE' };
    await hear({ ...end, receivedAt: on(9) });
    expect(await store.deleteBefore({ before: on(5), limit: 1 })).toBe(1);
    expect(await names({})).toEqual(['fourth', 'third', 'first']);
    expect(await store.deleteBefore({ before: on(5), limit: 9 })).toBe(1);
    expect(await store.deleteBefore({ before: on(5), limit: 9 })).toBe(0);
    expect(await names({})).toEqual(['fourth', 'first']);
  });
});
