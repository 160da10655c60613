import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated, twoMigrated } from '../__testUtils__/backends';
import { KnexNotificationOutbox } from './KnexNotificationOutbox';
import { OutboxMessage } from './NotificationOutbox';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** So many minutes past nine. */
function at(minutes: number): Date {
  return new Date(Date.UTC(2026, 10, 23, 9, minutes));
}

function messageOf(other: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    key: 'duty-starts/engineers/7',
    recipients: ['user:default/a', 'user:default/b'],
    payload: { title: 'You are on call', link: '/pipelines' },
    at: at(0),
    ...other,
  };
}

/** Claims at a minute past nine, for five minutes. */
function claimAt(minutes: number, owner = 'backend 1', limit = 10) {
  return { now: at(minutes), limit, leaseUntil: at(minutes + 5), owner };
}

describe.each(databases.eachSupportedId())('the outbox on %s', id => {
  async function createOutbox() {
    return KnexNotificationOutbox.create({
      database: await migrated(databases, id),
    });
  }

  it('hands out a message when it is due, as it was put in', async () => {
    const outbox = await createOutbox();
    const { at: due, ...message } = messageOf({ at: at(10) });
    expect(await outbox.enqueue({ ...message, at: due })).toBe(true);
    expect(await outbox.claimDue(claimAt(9))).toEqual([]);
    expect(await outbox.claimDue(claimAt(10))).toEqual([
      { ...message, attempts: 1 },
    ]);
  });

  it('hands out those due longest first, up to the limit', async () => {
    const outbox = await createOutbox();
    for (const minutes of [4, 1, 3, 2]) {
      const key = `due at 9:0${minutes}`;
      await outbox.enqueue(messageOf({ key, at: at(minutes) }));
    }
    const keys = async () =>
      (await outbox.claimDue(claimAt(9, 'backend 1', 3))).map(m => m.key);
    expect(await keys()).toEqual(['due at 9:01', 'due at 9:02', 'due at 9:03']);
    expect(await keys()).toEqual(['due at 9:04']);
    expect(await keys()).toEqual([]);
  });

  it('ignores a key it knows, also of a message that was sent', async () => {
    const outbox = await createOutbox();
    const { key } = messageOf();
    await outbox.enqueue(messageOf());
    expect(await outbox.enqueue(messageOf({ recipients: [] }))).toBe(false);
    await outbox.claimDue(claimAt(0));
    await outbox.markSent({ key, at: at(1) });
    expect(await outbox.enqueue(messageOf())).toBe(false);
    expect(await outbox.claimDue(claimAt(50))).toEqual([]);
  });

  it('hands out a message again when whoever claimed it died', async () => {
    const outbox = await createOutbox();
    await outbox.enqueue(messageOf());
    await outbox.claimDue(claimAt(0, 'dies'));
    expect(await outbox.claimDue(claimAt(4, 'lives'))).toEqual([]);
    expect(await outbox.claimDue(claimAt(5, 'lives'))).toEqual([
      expect.objectContaining({ key: messageOf().key, attempts: 2 }),
    ]);
  });

  it('hands out a message that failed again when it is to be retried', async () => {
    const outbox = await createOutbox();
    await outbox.enqueue(messageOf());
    await outbox.claimDue(claimAt(0));
    await outbox.markFailed({
      key: messageOf().key,
      owner: 'backend 1',
      error: 'notifications answer 503',
      at: at(1),
      retryAt: at(20),
    });
    expect(await outbox.claimDue(claimAt(19))).toEqual([]);
    expect(await outbox.claimDue(claimAt(20))).toEqual([
      expect.objectContaining({ attempts: 2 }),
    ]);
  });

  it('never hands out a message that was given up', async () => {
    const outbox = await createOutbox();
    await outbox.enqueue(messageOf());
    await outbox.claimDue(claimAt(0));
    await outbox.markFailed({
      key: messageOf().key,
      owner: 'backend 1',
      error: 'no such user',
      at: at(1),
    });
    expect(await outbox.claimDue(claimAt(50))).toEqual([]);
  });

  it('lets nobody fail a message that another has claimed since', async () => {
    const outbox = await createOutbox();
    await outbox.enqueue(messageOf());
    await outbox.claimDue(claimAt(0, 'slow'));
    await outbox.claimDue(claimAt(5, 'quick'));
    await outbox.markFailed({
      key: messageOf().key,
      owner: 'slow',
      error: 'timeout',
      at: at(6),
      retryAt: at(6),
    });
    expect(await outbox.claimDue(claimAt(7))).toEqual([]);
  });

  it('takes a message as sent whoever says so, and for good', async () => {
    const outbox = await createOutbox();
    const { key } = messageOf();
    await outbox.enqueue(messageOf());
    await outbox.claimDue(claimAt(0, 'slow'));
    await outbox.claimDue(claimAt(5, 'quick'));
    await outbox.markSent({ key, at: at(6) });
    await outbox.markFailed({
      ...{ key, owner: 'quick', error: 'timeout' },
      ...{ at: at(7), retryAt: at(7) },
    });
    expect(await outbox.claimDue(claimAt(50))).toEqual([]);
  });

  it('forgets what was closed long ago, oldest first, and nothing else', async () => {
    const outbox = await createOutbox();
    const keys = ['sent first', 'sent then', 'given up', 'sent late', 'open'];
    for (const key of keys) await outbox.enqueue(messageOf({ key }));
    await outbox.claimDue(claimAt(0));
    await outbox.markSent({ key: 'sent first', at: at(1) });
    await outbox.markSent({ key: 'sent then', at: at(2) });
    await outbox.markFailed({
      ...{ key: 'given up', owner: 'backend 1', error: 'no' },
      at: at(3),
    });
    await outbox.markSent({ key: 'sent late', at: at(10) });

    const forget = () =>
      outbox.deleteClosedBefore({ before: at(10), limit: 2 });
    expect([await forget(), await forget(), await forget()]).toEqual([2, 1, 0]);

    const known = [];
    for (const key of keys) {
      if (!(await outbox.enqueue(messageOf({ key })))) known.push(key);
    }
    expect(known).toEqual(['sent late', 'open']);
  });

  it('takes a key once from two backends at the same moment', async () => {
    const outboxes = await Promise.all(
      (
        await twoMigrated(databases, id)
      ).map(database => KnexNotificationOutbox.create({ database })),
    );
    for (let round = 0; round < 20; round++) {
      const taken = await Promise.all(
        outboxes.map(outbox =>
          outbox.enqueue(messageOf({ key: `round ${round}` })),
        ),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
  });

  it('gives each message to one of several who claim at the same moment', async () => {
    const [one, other] = await Promise.all(
      (
        await twoMigrated(databases, id)
      ).map(database => KnexNotificationOutbox.create({ database })),
    );
    const keys = Array.from({ length: 100 }, (_, index) => `message ${index}`);
    for (const key of keys) await one.enqueue(messageOf({ key }));

    const claimAll = async (outbox: KnexNotificationOutbox, owner: string) => {
      const claimed: string[] = [];
      for (;;) {
        const messages = await outbox.claimDue(claimAt(0, owner, 7));
        if (messages.length === 0) return claimed;
        claimed.push(...messages.map(({ key }) => key));
      }
    };
    const claimed = await Promise.all([
      claimAll(one, 'a'),
      claimAll(other, 'b'),
      claimAll(one, 'c'),
      claimAll(other, 'd'),
    ]);
    expect(claimed.flat().sort()).toEqual([...keys].sort());
  });
});

// SQLite has one writer at a time, which is waited for.
if (databases.supports('POSTGRES_18')) {
  describe('the outbox on POSTGRES_18', () => {
    it('does not wait for messages that another is claiming just now', async () => {
      const [one, other] = await twoMigrated(databases, 'POSTGRES_18');
      const outbox = await KnexNotificationOutbox.create({ database: one });
      for (const key of ['1', '2', '3', '4']) {
        await outbox.enqueue(messageOf({ key }));
      }
      const knex = await other.getClient();
      await knex.transaction(async trx => {
        await trx('notification_outbox').whereIn('key', ['1', '3']).forUpdate();
        const claimed = await outbox.claimDue(claimAt(0));
        expect(claimed.map(({ key }) => key)).toEqual(['2', '4']);
      });
      expect(await outbox.claimDue(claimAt(0))).toHaveLength(2);
    });
  });
}
