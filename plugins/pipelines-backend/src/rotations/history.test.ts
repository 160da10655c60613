import { TestDatabases } from '@backstage/backend-test-utils';
import { startPipelines } from '../__testUtils__/startPipelines';
import { startTwoPipelines } from '../__testUtils__/startTwoPipelines';
import { NOW, team, TEAM, TEAM_PATH, user } from '../__testUtils__/team';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const PAST = 'from=2026-11-23T14:00:00Z&to=2026-12-07T14:00:00Z';
const LATER = 'from=2026-12-07T14:00:00Z&to=2026-12-21T14:00:00Z';

describe.each(databases.eachSupportedId())('the history on %s', id => {
  it('keeps the past, whatever is edited, deleted and restored', async () => {
    let now = NOW;
    const knex = await databases.init(id);
    const { api, setEntities } = await startPipelines({
      entities: [team()],
      now: () => now,
      knex,
    });
    const people = async (range: string) => {
      const { body } = await api.get(`${TEAM_PATH}/shifts?${range}`);
      return body.items.map((item: { primary: string }) => item.primary);
    };
    const before = await api.get(`${TEAM_PATH}/shifts?${PAST}`);
    expect(await people(PAST)).toEqual([user('a'), user('b')]);
    expect(await people(LATER)).toEqual([user('c'), user('a')]);

    setEntities([
      team({
        members: ['d', 'b'],
        start: '2025-01-01',
        type: 'daily',
        handoff: { time: '17:00', timeZone: 'Asia/Tokyo' },
      }),
    ]);
    now = new Date('2026-12-02T12:00:00Z');
    const edited = await api.get(`${TEAM_PATH}/shifts?${PAST}`);
    expect(edited.body.items).toEqual(before.body.items);
    expect((await people(LATER)).slice(0, 3)).toEqual([
      user('d'),
      user('b'),
      user('d'),
    ]);

    setEntities([]);
    await api.get(`${TEAM_PATH}/shifts?${PAST}`).expect(404);

    setEntities([team()]);
    now = new Date('2026-12-03T12:00:00Z');
    const restored = await api.get(`${TEAM_PATH}/shifts?${PAST}`);
    expect(restored.body.items).toEqual(before.body.items);
    expect(await people(LATER)).toEqual([user('c'), user('a')]);
    expect(
      await knex('rotation_versions').where({ rotation_ref: TEAM }),
    ).toHaveLength(3);
  });

  it('waits with a change until the day that the entity names', async () => {
    const { api, setEntities } = await startPipelines({
      entities: [team()],
      now: () => NOW,
      knex: await databases.init(id),
    });
    await api.get(`${TEAM_PATH}/on-call`).expect(200);
    setEntities([
      team({ members: ['c', 'b', 'a'], effectiveFrom: '2026-12-08' }),
    ]);
    const { body } = await api.get(`${TEAM_PATH}/shifts?${LATER}`);
    expect(body.items.map((item: { primary: string }) => item.primary)).toEqual(
      [user('c'), user('b')],
    );
  });

  it('does not take a default that is written down for a change', async () => {
    const knex = await databases.init(id);
    const { api, setEntities } = await startPipelines({
      entities: [team()],
      now: () => NOW,
      knex,
    });
    await api.get(`${TEAM_PATH}/on-call`).expect(200);
    setEntities([team({ length: 1, owner: 'group:somebody-else' })]);
    await api.get(`${TEAM_PATH}/on-call`).expect(200);
    expect(await knex('rotation_versions')).toHaveLength(1);
  });

  it('records each version once, although two backends and many readers see it', async () => {
    const { backends, knex } = await startTwoPipelines(databases, id, {
      entities: [team()],
      now: () => NOW,
    });
    const knexVersions = async () =>
      (await knex('rotation_versions').orderBy('number')).map(
        row => row.number,
      );
    const everybodyReads = async () => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, reader) =>
          backends[reader % 2].api.get(`${TEAM_PATH}/on-call`),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
      return knexVersions();
    };
    expect(await everybodyReads()).toEqual([0]);
    for (const { setEntities } of backends) {
      setEntities([team({ members: ['a', 'b', 'c', 'd'] })]);
    }
    expect(await everybodyReads()).toEqual([0, 1]);
  });
});
