import { TestDatabases } from '@backstage/backend-test-utils';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { NOW, team, TEAM, user } from '../__testUtils__/team';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const path = '/api/pipelines/v1/calendars';

describe.each(databases.eachSupportedId())('calendars on %s', id => {
  async function start() {
    const started = await startPipelines({
      entities: [team()],
      now: () => NOW,
      knex: await databases.init(id),
    });
    const subscribe = (name: string, scope = 'rotation') =>
      started.api
        .post(path)
        .set(as.user(name))
        .send({ rotationRef: TEAM, scope });
    const feedsOf = async (name: string) => {
      const { body } = await started.api
        .get(`${path}?rotationRef=${TEAM}`)
        .set(as.user(name));
      return body.items;
    };
    return { ...started, subscribe, feedsOf };
  }

  it('are made with an address that is told once', async () => {
    const { subscribe, feedsOf, audit } = await start();
    const { status, body, headers } = await subscribe('stranger');
    expect(status).toBe(201);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      feed: {
        id: expect.any(String),
        rotationRef: TEAM,
        createdAt: NOW.toISOString(),
      },
      url: expect.stringMatching(
        /\/api\/pipelines\/v1\/calendar-feeds\/[\w-]{43}\.ics$/,
      ),
    });
    expect(await feedsOf('stranger')).toEqual([body.feed]);
    expect(await feedsOf('a')).toEqual([]);
    expect(audit).toEqual([
      expect.objectContaining({ eventId: 'calendar-feed-create' }),
    ]);
    const token = body.url.slice(-47, -4);
    expect(JSON.stringify(audit)).not.toContain(token);
  });

  it('are of the shifts of a member, who must be one', async () => {
    const { subscribe } = await start();
    const { body } = await subscribe('a', 'mine');
    expect(body.feed.member).toBe(user('a'));
    const stranger = await subscribe('stranger', 'mine');
    expect(stranger.status).toBe(400);
    expect(stranger.body.error.message).toMatch(/are not in rotation/);
  });

  it('are revoked by their maker alone, once', async () => {
    const { api, subscribe, feedsOf } = await start();
    const { body } = await subscribe('a');
    const one = `${path}/${body.feed.id}`;
    expect((await api.delete(one).set(as.user('b'))).status).toBe(404);
    expect((await api.delete(one).set(as.user('a'))).status).toBe(204);
    expect((await api.delete(one).set(as.user('a'))).status).toBe(404);
    expect(await feedsOf('a')).toEqual([]);
  });

  it('are not for services, nor for nobody', async () => {
    const { api } = await start();
    const body = { rotationRef: TEAM, scope: 'rotation' };
    const service = await api.post(path).set(as.service()).send(body);
    expect(service.status).toBe(403);
    const nobody = await api.post(path).set(as.nobody()).send(body);
    expect(nobody.status).toBe(401);
  });

  it.each([
    [{}, 400],
    [{ rotationRef: TEAM, scope: 'all' }, 400],
    [{ rotationRef: 'group:default/x', scope: 'mine' }, 400],
    [{ rotationRef: 'none', scope: 'rotation' }, 404],
    [{ rotationRef: TEAM, scope: 'mine', member: user('b') }, 400],
  ])('answer %j with %i and a reason', async (body, status) => {
    const { api } = await start();
    const response = await api.post(path).set(as.user('a')).send(body);
    expect(response.status).toBe(status);
    expect(response.body.error.message).not.toBe('');
  });
});
