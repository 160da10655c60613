import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../__testUtils__/backends';
import { NewCalendarFeed } from './CalendarFeedStore';
import { KnexCalendarFeedStore } from './KnexCalendarFeedStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const feed: NewCalendarFeed = {
  rotationRef: 'rotation:default/engineers',
  member: 'user:default/a',
  createdBy: 'user:default/a',
  createdAt: new Date('2026-11-22T10:11:12.013Z'),
};
const later = new Date('2026-12-01T00:00:00.000Z');
const muchLater = new Date('2027-01-01T00:00:00.000Z');

describe.each(databases.eachSupportedId())('calendar feeds on %s', id => {
  async function createStore() {
    const database = await migrated(databases, id);
    const knex = await database.getClient();
    return { store: await KnexCalendarFeedStore.create({ database }), knex };
  }

  it('are found by their token', async () => {
    const { store } = await createStore();
    const created = await store.create({ feed });
    expect(created.feed).toEqual({ ...feed, id: expect.any(String) });
    expect(await store.findByToken(created)).toEqual(created.feed);
    expect(await store.get({ id: created.feed.id })).toEqual(created.feed);
  });

  it('have everybody in them when no member is given', async () => {
    const { store } = await createStore();
    const { member, ...all } = feed;
    const created = await store.create({ feed: all });
    expect(await store.findByToken(created)).toStrictEqual(created.feed);
    expect(created.feed).not.toHaveProperty('member');
  });

  it('have a token of 32 random bytes, which the table does not hold', async () => {
    const { store, knex } = await createStore();
    const { token } = await store.create({ feed });
    const { token: other } = await store.create({ feed });
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(other).not.toBe(token);
    expect(JSON.stringify(await knex('calendar_feeds'))).not.toContain(token);
  });

  it('are not found by a wrong token, nor by the hash in the table', async () => {
    const { store, knex } = await createStore();
    const { token } = await store.create({ feed });
    const [{ token_hash }] = await knex('calendar_feeds').select('token_hash');
    const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    for (const wrong of [changed, token_hash, `${token}A`, '', '\0']) {
      expect(await store.findByToken({ token: wrong })).toBeUndefined();
    }
  });

  it('ask no table about what cannot be a token', async () => {
    const { store, knex } = await createStore();
    const asked = jest.fn();
    knex.on('query', asked);
    await store.findByToken({ token: 'x'.repeat(44) });
    expect(asked).not.toHaveBeenCalled();
  });

  it('are revoked once, and then not found', async () => {
    const { store } = await createStore();
    const { feed: created, token } = await store.create({ feed });
    expect(await store.revoke({ id: created.id, at: later })).toBe(true);
    expect(await store.revoke({ id: created.id, at: muchLater })).toBe(false);
    expect(await store.findByToken({ token })).toBeUndefined();
    expect(await store.get({ id: created.id })).toEqual({
      ...created,
      revokedAt: later,
    });
  });

  it('remember the last reading, whatever order readings are noted in', async () => {
    const { store } = await createStore();
    const created = await store.create({ feed });
    await store.markRead({ id: created.feed.id, at: later });
    await store.markRead({ id: created.feed.id, at: muchLater });
    await store.markRead({ id: created.feed.id, at: later });
    expect(await store.findByToken(created)).toEqual({
      ...created.feed,
      lastReadAt: muchLater,
    });
  });

  it('are listed for their subscriber, newest first', async () => {
    const { store } = await createStore();
    const { feed: first } = await store.create({ feed });
    const { feed: second } = await store.create({
      feed: { ...feed, createdAt: later },
    });
    await store.create({ feed: { ...feed, createdBy: 'user:default/b' } });
    expect(await store.listOf({ createdBy: feed.createdBy })).toEqual([
      second,
      first,
    ]);
  });
});
