import { KnownRun } from '../database';
import { Schedule } from '../evaluation/slotOfRun';
import { factsIn } from '../ingest/__testUtils__/prepared';
import { JOB, runEvent, written } from '../ingest/__testUtils__/lineageEvents';
import { jobIdOf, runIdOf } from '../ingest/openlineage/names';
import { mergeFacts } from '../ingest/openlineage/runFacts';
import { begunAt, stateOf } from '../ingest/openlineage/runState';
import { toRun } from './toRun';

const NOW = new Date('2026-11-01T14:00:00Z');
const RUN_ID = '0190a000-0000-7000-8000-000000000001';

// 06:00 in New York is 11:00 UTC on that day; two hours are grace.
const schedule: Schedule = {
  audience: 'investors',
  cron: '0 6 1 * *',
  timeZone: 'America/New_York',
  grace: '2h',
};

const job = {
  id: jobIdOf(JOB),
  ...JOB,
  firstHeardAt: NOW,
  lastHeardAt: NOW,
  producer: '',
  sender: '',
  outputs: [],
};

type Event = Parameters<typeof runEvent>[0];

function runOf(events: Event[], changes: Partial<KnownRun> = {}): KnownRun {
  const facts = events
    .map(event => factsIn(runEvent(event)))
    .reduce(mergeFacts);
  return {
    id: runIdOf({ ...JOB, runId: RUN_ID }),
    jobId: jobIdOf(JOB),
    runId: RUN_ID,
    state: stateOf(facts),
    begunAt: new Date(begunAt(facts)),
    facts,
    lastHeardAt: new Date('2026-11-01T12:00:00Z'),
    ...changes,
  };
}

const answer = (events: Event[], options: object = {}) =>
  toRun({
    run: runOf(events),
    job,
    schedules: [schedule],
    now: NOW,
    ...options,
  });

const on = (time: string) => `2026-11-01T${time}Z`;
const START = { eventTime: on('11:00:00') };
const ending = (eventType: string, time: string): Event => ({
  eventType,
  eventTime: on(time),
});
const BACKFILL = { airflowDagRun: { dagRun: { run_type: 'backfill' } } };

describe('a run as the API answers it', () => {
  it('has what is always told, and leaves out what is not', () => {
    expect(
      toRun({ run: runOf([{ ...START, eventType: 'OTHER' }]), job, now: NOW }),
    ).toEqual({
      id: runIdOf({ ...JOB, runId: RUN_ID }),
      runId: RUN_ID,
      job: JOB,
      jobId: jobIdOf(JOB),
      state: 'unknown',
      steps: 0,
      isBackfill: false,
      isStreaming: false,
      producer: 'https://example.com/scheduler',
      sender: 'external:airflow',
      firstHeardAt: '2026-11-01T12:00:00.000Z',
      lastHeardAt: '2026-11-01T12:00:00.000Z',
      remarks: [],
    });
  });

  it('has all that was told', () => {
    const events: Event[] = [
      {
        ...START,
        runFacets: {
          nominalTime: { nominalStartTime: on('11:00:00') },
          processing_engine: { name: 'Airflow', version: '3.1.0' },
          airflow: { taskInstance: { log_url: 'https://airflow/log' } },
          errorMessage: { message: 'no disk' },
        },
        jobFacets: { jobType: { processingType: 'STREAMING' } },
      },
      ending('FAIL', '11:30:00'),
      ending('COMPLETE', '11:40:00'),
    ];
    const run = runOf(events, { parentId: 'above', rows: 12 });
    expect(toRun({ run, job, now: NOW })).toMatchObject({
      state: 'failed',
      conflict: { state: 'complete', at: '2026-11-01T11:40:00.000Z' },
      parentId: 'above',
      nominal: { start: '2026-11-01T11:00:00.000Z' },
      isStreaming: true,
      startedAt: '2026-11-01T11:00:00.000Z',
      endedAt: '2026-11-01T11:30:00.000Z',
      duration: 1_800,
      rows: 12,
      error: 'no disk',
      engine: 'Airflow 3.1.0',
      link: 'https://airflow/log',
    });
  });

  it.each<[string, number | undefined, Event[]]>([
    ['to its end', 1_800, [START, ending('COMPLETE', '11:30:00')]],
    ['to now, while it runs', 10_800, [START]],
    ['unknown, without a begin', undefined, [ending('COMPLETE', '11:30:00')]],
    [
      'none, where it ends before it begins by the clocks of two machines',
      0,
      [START, ending('COMPLETE', '10:59:58')],
    ],
  ])('takes %s: %s', (_, duration, events) => {
    expect(answer(events).duration).toBe(duration);
  });

  it.each<[string, number | undefined, Event[]]>([
    ['in time', 0, [START, ending('COMPLETE', '12:59:59')]],
    ['in time to the second', 0, [START, ending('COMPLETE', '13:00:00')]],
    ['late by its end', 90, [START, ending('COMPLETE', '13:01:30')]],
    ['late by now, while it runs', 3_600, [START]],
    [
      'late by now, while nobody says whether it runs',
      3_600,
      [{ ...START, eventType: 'OTHER' }],
    ],
    [
      'neither, where it failed',
      undefined,
      [START, ending('FAIL', '12:00:00')],
    ],
    [
      'neither, where it was stopped',
      undefined,
      [START, ending('ABORT', '12:00:00')],
    ],
    [
      'neither, where it runs again for the past',
      undefined,
      [{ ...START, runFacets: BACKFILL }],
    ],
  ])('is %s: %s seconds', (_, lateBy, events) => {
    const { slot } = answer(events);
    expect(slot).toEqual({
      audience: 'investors',
      expectedAt: '2026-11-01T11:00:00.000Z',
      dueAt: '2026-11-01T13:00:00.000Z',
      ...(lateBy !== undefined && { lateBy }),
    });
  });

  it('has no slot without a schedule', () => {
    expect(answer([START], { schedules: [] }).slot).toBeUndefined();
  });

  it('has the rows of its steps, where it tells none of its own', () => {
    const steps = { steps: 3, rows: 40 };
    expect(answer([START], { steps })).toMatchObject(steps);
    const outputs = [written('t', 12)];
    const run = runOf([{ ...START, outputs }], { rows: 12 });
    expect(answer([START], { run, steps })).toMatchObject({
      steps: 3,
      rows: 12,
    });
  });

  it('has a job without a name, where that was forgotten', () => {
    const { job: named } = answer([START], { job: undefined });
    expect(named).toEqual({ namespace: '', name: '' });
  });

  it.each<[string, Event, string[]]>([
    ['nothing odd', START, []],
    [
      'times without a zone',
      { eventTime: '2026-11-01T11:00:00' },
      [expect.stringContaining('without a zone')],
    ],
    [
      'a clock that is ahead',
      { eventTime: on('13:00:00') },
      [expect.stringContaining('more than five minutes ahead')],
    ],
  ])('remarks %s', (_, event, remarks) => {
    expect(answer([event]).remarks).toEqual(remarks);
  });
});
