import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrated } from './__testUtils__/backends';
import {
  A,
  B,
  coverOf,
  december,
  ENGINEERS,
  swapOf,
} from './__testUtils__/changes';
import { KnexAbsenceStore } from './absences/KnexAbsenceStore';
import { KnexCalendarFeedStore } from './calendarFeeds/KnexCalendarFeedStore';
import { KnexAlertStore } from './alerts/KnexAlertStore';
import { KnexHandoffStore } from './handoffs/KnexHandoffStore';
import { KnexJobStore } from './jobs/KnexJobStore';
import { KnexJournalStore } from './journal/KnexJournalStore';
import { KnexLineageStore } from './lineage/KnexLineageStore';
import { KnexMeasurementStore } from './measurements/KnexMeasurementStore';
import { MeasurementWriter } from './measurements/writeMeasurements';
import { KnexMetricQueryStore } from './metricQueries/KnexMetricQueryStore';
import { KnexNotificationOutbox } from './notifications/KnexNotificationOutbox';
import { KnexRotationChangeStore } from './rotationChanges/KnexRotationChangeStore';
import { KnexRotationVersionStore } from './rotationVersions/KnexRotationVersionStore';
import { KnexRotationWakeupStore } from './rotationWakeups/KnexRotationWakeupStore';
import { KnexExclusionStore } from './exclusions/KnexExclusionStore';
import { KnexReviewStore } from './reviews/KnexReviewStore';
import { KnexPipelineStore } from './pipelines/KnexPipelineStore';
import { KnexRunStore } from './runs/KnexRunStore';
import { COMPANY } from '../evaluation/__testUtils__/anyYear';
import { judgedOn } from '../judging/__testUtils__/judged';
import { runEvent, STEP, written } from '../ingest/__testUtils__/lineageEvents';
import { prepareEvent } from '../ingest/openlineage/prepareEvent';

// SQLite tells its plan in words, whatever is in the tables; the indexes are
// the same on both engines.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

type Statement = { sql: string; bindings: Knex.RawBinding[] };

/** Where an index is read in its order, reading ends at the limit: that is no scan. */
function isLimited(sql: string, steps: readonly string[]): boolean {
  const isSorted = steps.some(step => step.includes('FOR ORDER BY'));
  return / order by .* limit /.test(sql) && !isSorted;
}

/** Lists that a statement brings along: `with name(…) as (…)`. */
function listsOf(sql: string): string[] {
  return [...sql.matchAll(/(\w+)\([\w", ]+\) as \(/g)].map(([, name]) => name);
}

describe('indexes', () => {
  async function prepare() {
    const database = await migrated(databases, 'SQLITE_3');
    const knex = await database.getClient();
    const statements: Statement[] = [];
    knex.on('query', (statement: Statement) => statements.push(statement));

    /** What the plans of all statements so far read from end to end. */
    const scans = async () => {
      const asked = statements.filter(({ sql }) =>
        /^(select|update|delete|with)\b/.test(sql),
      );
      expect(asked).not.toHaveLength(0);
      const plans = await Promise.all(
        asked.map(async ({ sql, bindings }) => {
          const steps: { detail: string }[] = await knex.raw(
            `explain query plan ${sql}`,
            bindings,
          );
          const details = steps.map(({ detail }) => detail);
          const ends = isLimited(sql, details);
          const lists = listsOf(sql);
          return (
            details
              // What a statement brings along itself is no table.
              .filter(step => /^SCAN (?!.*VIRTUAL TABLE)/.test(step))
              .filter(step => !lists.includes(step.split(' ')[1]))
              // The key of a table of ours is the order in which it is stored.
              .filter(
                step =>
                  !ends || !/^SCAN \w+$| USING (COVERING )?INDEX /.test(step),
              )
              .map(step => `${step} (${sql})`)
          );
        }),
      );
      return plans.flat();
    };
    /** What was asked so far is not looked at: migrations ask for everything. */
    const forget = () => {
      statements.length = 0;
    };
    return { database, forget, knex, scans };
  }

  it('are missed when there is none: this test can fail', async () => {
    const { knex, scans } = await prepare();
    await knex('rotation_changes').where({ reason: 'Skiing' }).select();
    expect(await scans()).toEqual([
      expect.stringContaining('SCAN rotation_changes'),
    ]);
  });

  it.each([
    [
      'a statement that begins with a list',
      'with few as (select 1 as id) select * from runs join few on few.id <> runs.id',
      'SCAN runs',
    ],
    [
      'an index read from end to end without a limit',
      'select job_id, begun_at, id from runs order by job_id, begun_at, id',
      'SCAN runs USING COVERING INDEX',
    ],
    [
      'rows that are sorted before the limit',
      'select job_id, begun_at, id from runs order by id || job_id limit 9',
      'SCAN runs USING COVERING INDEX',
    ],
  ])('are missed also for %s', async (_, sql, step) => {
    const { knex, scans } = await prepare();
    await knex.raw(sql);
    expect(await scans()).toContainEqual(expect.stringContaining(step));
  });

  it('may be read in their order up to a limit', async () => {
    const { knex, scans } = await prepare();
    await knex('senders').orderBy('last_heard_at', 'desc').limit(9).select();
    expect(await scans()).toEqual([]);
  });

  it('serve every statement about changes', async () => {
    const { database, scans } = await prepare();
    const store = await KnexRotationChangeStore.create({ database });
    const swap = await store.propose({ change: swapOf(), expectedRevision: 0 });
    const answer = { id: swap.id, by: B, at: december(2) };
    await store.answer({ ...answer, state: 'accepted' });
    await store.answer({ ...answer, state: 'cancelled' });
    await store.propose({ change: coverOf(), expectedRevision: 2 });
    await store.propose({ change: swapOf(), expectedRevision: 3 });
    await store.expireDue({ now: december(9), limit: 10 });
    const { items } = await store.list({ rotationRef: ENGINEERS, limit: 9 });
    expect(items).toHaveLength(3);
    const cursor = `${swap.requestedAt.toISOString()}_${swap.id}`;
    const states = ['accepted' as const];
    await store.list({ rotationRef: ENGINEERS, limit: 9, cursor, states });
    await store.list({ rotationRef: ENGINEERS, limit: 9, fromShift: 3 });
    await store.listForResolve({ rotationRefs: [ENGINEERS] });
    expect(await scans()).toEqual([]);
  });

  it('serve every statement about the outbox', async () => {
    const { database, scans } = await prepare();
    const outbox = await KnexNotificationOutbox.create({ database });
    const at = december(1);
    const key = 'key';
    const owner = 'test';
    await outbox.enqueue({ key, recipients: [A], payload: {}, at });
    const lease = { leaseUntil: december(2), limit: 10, owner };
    await outbox.claimDue({ now: at, ...lease });
    await outbox.markFailed({ key, owner, error: '', at, retryAt: at });
    await outbox.markSent({ key, at });
    await outbox.deleteClosedBefore({ before: december(3), limit: 10 });
    expect(await scans()).toEqual([]);
  });

  it('serve every statement about wakeups', async () => {
    const { database, scans } = await prepare();
    const store = await KnexRotationWakeupStore.create({ database });
    await store.touch({ rotationRef: ENGINEERS, at: december(1) });
    const [wakeup] = await store.due({ now: december(1), limit: 10 });
    await store.settle({ wakeup, nextAt: december(2) });
    await store.postpone({ wakeup, nextAt: december(3) });
    expect(await scans()).toEqual([]);
  });

  it('serve every statement about versions, absences, feeds and handoffs', async () => {
    const { database, scans } = await prepare();
    const versions = await KnexRotationVersionStore.create({ database });
    await versions.list({ rotationRef: ENGINEERS });
    await versions.listMany({ rotationRefs: [ENGINEERS] });

    const absences = await KnexAbsenceStore.create({ database });
    await absences.list({ rotationRef: ENGINEERS });
    await absences.list({ rotationRef: ENGINEERS, from: '2026-12-01' });
    await absences.get({ id: 'id' });
    await absences.withdraw({ id: 'id', at: december(1) });

    const feeds = await KnexCalendarFeedStore.create({ database });
    await feeds.get({ id: 'id' });
    await feeds.findByToken({ token: 'A'.repeat(43) });
    await feeds.markRead({ id: 'id', at: december(1) });
    await feeds.revoke({ id: 'id', at: december(1) });
    await feeds.listOf({ createdBy: A });

    const handoffs = await KnexHandoffStore.create({ database });
    const shift = { rotationRef: ENGINEERS, shiftNumber: 3 };
    const handoff = { ...shift, notes: '', checklist: [], openIssues: [] };
    await handoffs.save({ handoff, expectedRevision: 0 });
    await handoffs.save({ handoff, expectedRevision: 1 });
    await handoffs.get(shift);
    await handoffs.list({ rotationRef: ENGINEERS, fromShift: 0, toShift: 9 });
    expect(await scans()).toEqual([]);
  });

  it('serve every statement about alerts', async () => {
    const { database, scans } = await prepare();
    const alerts = await KnexAlertStore.create({ database });
    const ofPipeline = { pipelineRef: 'pipeline:default/profit', limit: 9 };
    await alerts.list(ofPipeline);
    await alerts.list({ ...ofPipeline, state: 'firing' });
    await alerts.list({ ...ofPipeline, state: 'resolved' });
    await alerts.deleteEndedBefore({ before: december(1), limit: 9 });
    expect(await scans()).toEqual([]);
  });

  it('serve every statement about questions', async () => {
    const { database, scans } = await prepare();
    const queries = await KnexMetricQueryStore.create({ database });
    const lease = { pipelineRef: 'pipeline:default/clicks', metric: 'lag' };
    const asked = { source: 'a', endpoint: 'b', query: 'c', every: 60 };
    const spec = { pipelineRef: lease.pipelineRef, now: december(1) };
    const questions = [{ metric: 'lag', ...asked }];
    await queries.replaceFor({ ...spec, questions });
    const owner = 'test';
    const claim = { now: december(1), leaseUntil: december(2), limit: 10 };
    await queries.claimDue({ ...claim, owner });
    const nextAt = december(1);
    await queries.fail({ ...lease, owner, error: '', nextAt });
    await queries.claimDue({ ...claim, owner });
    const times = { at: december(1), measuredTo: december(1), nextAt };
    await queries.succeed({ ...lease, owner, ...times });
    await queries.listOf(lease);
    await queries.listFailing({ limit: 10 });
    await queries.replaceFor({ ...spec, questions: [] });
    expect(await scans()).toEqual([]);
  });

  it('serve every statement about runs, jobs and figures', async () => {
    const { database, knex, scans } = await prepare();
    const writer = new MeasurementWriter();
    const lineage = await KnexLineageStore.create({ database, writer });
    const at = december(1);
    const event = prepareEvent({
      body: runEvent({
        job: STEP,
        runFacets: { parent: { run: { runId: 'dag' }, job: STEP } },
        outputs: [written('profit', 1)],
      }),
      sender: 'test',
      receivedAt: at,
      oldest: new Date(0),
    });
    await lineage.write({ events: [event] });
    await lineage.deleteEventsBefore({ before: december(2), limit: 9 });

    const [{ id, job_id }] = await knex('runs').where({ id: event.run?.id });
    const runs = await KnexRunStore.create({ database });
    const after = { begunAt: at, id };
    await runs.list({ jobIds: [job_id], limit: 9, states: ['running'], after });
    await runs.get({ id });
    await runs.stepSums({ ids: [id] });
    await runs.deleteBefore({ before: december(2), limit: 9 });

    const jobs = await KnexJobStore.create({ database });
    const cursor = { lastHeardAt: at, id: job_id };
    await jobs.listUnclaimed({ limit: 9, after: cursor });
    await jobs.getMany({ ids: [job_id] });

    const store = await KnexMeasurementStore.create({ database, writer });
    const subjects = [{ jobId: job_id }];
    const [series] = await store.listSeries({ subjects, limit: 9 });
    await store.listSeries({ subjects, limit: 9, after: series });
    await store.getSeries({ id: series.id });
    await store.latest({ ids: [series.id] });
    const range = { id: series.id, from: december(1), to: december(9) };
    await store.hasDeletedDays(range);
    await store.listPoints({ ...range, limit: 9 });
    await store.listDays(range);
    await store.rollUp({ before: december(9), limit: 9, now: december(9) });
    await store.deleteBefore({ before: december(9), limit: 9 });
    await store.deleteDaysBefore({ before: december(9) });

    const journal = await KnexJournalStore.create({ database });
    const from = { sender: 'test', route: 'lineage', at };
    await journal.add({
      senders: [{ ...from, stored: 1, refused: 1 }],
      refusals: [{ ...from, of: 'item', reason: 'odd', count: 1 }],
    });
    await journal.listSenders({ limit: 9 });
    await journal.listRefusals({ limit: 9 });
    await journal.deleteRefusalsBefore({ before: december(2), limit: 9 });

    const pipelines = await KnexPipelineStore.create({ database });
    const ref = 'pipeline:default/profit';
    await pipelines.claimsBy({ ref });
    await pipelines.claimsOn({ jobIds: [job_id] });
    await pipelines.get({ ref });
    await pipelines.listRefs({ limit: 9, after: ref });
    await pipelines.remove({ refs: [ref] });
    expect(await scans()).toEqual([]);
  });

  it('lead from a run or a job to all below and above it', async () => {
    const { database, scans } = await prepare();
    const runs = await KnexRunStore.create({ database });
    const jobs = await KnexJobStore.create({ database });
    await runs.steps({ id: 'run', limit: 9 });
    await runs.jobIdsAbove({ id: 'run' });
    await jobs.familyOf({ ids: ['job'], limit: 9 });
    // The list of what was found so far is no table, and is read as a whole.
    const tables = (await scans()).filter(
      step => !/^SCAN (steps|above|family) /.test(step),
    );
    expect(tables).toEqual([]);
  });

  it('serve every statement about exclusions and reviews', async () => {
    const { database, knex, scans } = await prepare();
    const pipelineRef = 'pipeline:default/profit';
    const pipelineRefs = [pipelineRef];
    const range = { from: december(3), to: december(4) };
    const exclusions = await KnexExclusionStore.create({ database });
    const said = { pipelineRef, reason: 'Moves', createdAt: december(1) };
    const { exclusion } = await exclusions.add({
      exclusion: { ...said, ...range, type: 'pause', author: A },
      most: 9,
      endAfter: december(1),
    });
    const { id } = exclusion;
    await exclusions.get({ id });
    await exclusions.list({ pipelineRef, limit: 9 });
    await exclusions.list({ pipelineRef, limit: 9, after: exclusion });
    await exclusions.touching({ pipelineRef, ...range });
    const endAfter = december(1);
    await KnexExclusionStore.activeFor(knex, { pipelineRefs, endAfter });
    await exclusions.cancel({ id, by: A, at: december(2), reason: 'No' });

    const reviews = await KnexReviewStore.create({ database });
    const period = { objective: 'accuracy', period: '2026-11' };
    const { review } = await reviews.add({
      review: {
        pipelineRef,
        ...period,
        isApproved: true,
        by: A,
        at: december(2),
      },
      touchedFrom: december(1),
      most: 9,
    });
    await reviews.list({ pipelineRef, limit: 9 });
    await reviews.list({ pipelineRef, limit: 9, after: review });
    await KnexReviewStore.allFor(knex, { pipelineRefs, since: december(1) });
    expect(await scans()).toEqual([]);
  });

  it('serve every statement of judging', async () => {
    const { database, forget, scans } = await prepare();
    const { hearRun, judgeAt, measure, record, stores } = await judgedOn(
      database,
    );
    forget();
    await record(COMPANY, '2026-12-01T12:00:00Z');
    await measure('revenue', 1, '2026-12-01T13:00:00Z');
    await hearRun({ eventTime: '2026-12-01T13:00:00Z' });
    await judgeAt('2026-12-03T12:00:00Z');
    await record({ ...COMPANY, monitors: [] }, '2026-12-03T12:00:00Z');
    await record({ ...COMPANY, jobs: [] }, '2026-12-04T11:00:00Z');
    await judgeAt('2026-12-04T12:00:00Z');
    await stores.judging.deleteReceiptsBefore({
      before: december(5),
      limit: 9,
    });
    expect(await scans()).toEqual([]);
  });
});
