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
import { KnexHandoffStore } from './handoffs/KnexHandoffStore';
import { KnexNotificationOutbox } from './notifications/KnexNotificationOutbox';
import { KnexRotationChangeStore } from './rotationChanges/KnexRotationChangeStore';
import { KnexRotationVersionStore } from './rotationVersions/KnexRotationVersionStore';
import { KnexRotationWakeupStore } from './rotationWakeups/KnexRotationWakeupStore';

// SQLite tells its plan in words, whatever is in the tables; the indexes are
// the same on both engines.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

type Statement = { sql: string; bindings: Knex.RawBinding[] };

describe('indexes', () => {
  async function prepare() {
    const database = await migrated(databases, 'SQLITE_3');
    const knex = await database.getClient();
    const statements: Statement[] = [];
    knex.on('query', (statement: Statement) => statements.push(statement));

    /** What the plans of all statements so far read from end to end. */
    const scans = async () => {
      const asked = statements.filter(({ sql }) =>
        /^(select|update|delete)/.test(sql),
      );
      expect(asked).not.toHaveLength(0);
      const plans = await Promise.all(
        asked.map(async ({ sql, bindings }) => {
          const steps: { detail: string }[] = await knex.raw(
            `explain query plan ${sql}`,
            bindings,
          );
          return steps.map(({ detail }) => `${detail} (${sql})`);
        }),
      );
      return plans.flat().filter(step => step.startsWith('SCAN'));
    };
    return { database, knex, scans };
  }

  it('are missed when there is none: this test can fail', async () => {
    const { knex, scans } = await prepare();
    await knex('rotation_changes').where({ reason: 'Skiing' }).select();
    expect(await scans()).toEqual([
      expect.stringContaining('SCAN rotation_changes'),
    ]);
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
});
