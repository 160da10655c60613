import { TestDatabases } from '@backstage/backend-test-utils';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { NOW, team, TEAM_PATH, user } from '../__testUtils__/team';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const path = `${TEAM_PATH}/absences`;

// Shift 2 is C's, from 7 to 14 December; 5 is C's again, from 28 December.
const holiday = { from: '2026-12-10', to: '2026-12-12', note: 'Skiing' };

describe.each(databases.eachSupportedId())('absences on %s', id => {
  async function start() {
    return startPipelines({
      entities: [team()],
      owners: ['lead'],
      now: () => NOW,
      knex: await databases.init(id),
    });
  }

  it('are noted by a member, with the shifts that nobody has taken', async () => {
    const { api, audit } = await start();
    const { status, body } = await api
      .post(path)
      .set(as.user('c'))
      .send(holiday);
    expect(status).toBe(201);
    expect(body.absence).toEqual({
      id: expect.any(String),
      member: user('c'),
      ...holiday,
      shifts: [
        {
          number: 2,
          start: '2026-12-07T14:00:00.000Z',
          end: '2026-12-14T14:00:00.000Z',
        },
      ],
    });
    expect(audit).toEqual([
      expect.objectContaining({ eventId: 'absence-add', outcome: 'success' }),
    ]);
    const listed = await api.get(path).set(as.user('stranger'));
    expect(listed.body).toEqual({ items: [body.absence] });
  });

  it('name no shift that somebody else covers', async () => {
    const { api } = await start();
    await api.post(path).set(as.user('c')).send(holiday);
    await api
      .post(`${TEAM_PATH}/changes`)
      .set(as.user('a'))
      .send({
        type: 'cover',
        from: '2026-12-07T14:00:00Z',
        to: '2026-12-14T14:00:00Z',
        by: user('a'),
      });
    const { body } = await api.get(path).set(as.user('c'));
    expect(body.items[0].shifts).toEqual([]);
  });

  it('are noted for others by the owner alone', async () => {
    const { api, audit } = await start();
    const body = { ...holiday, member: user('c') };
    const byMember = await api.post(path).set(as.user('a')).send(body);
    expect(byMember.status).toBe(403);
    expect(byMember.body.error.message).toMatch(/only the owner/);
    expect(audit).toEqual([
      expect.objectContaining({ eventId: 'absence-add', outcome: 'fail' }),
    ]);
    const ofStranger = await api
      .post(path)
      .set(as.user('lead'))
      .send({ ...body, member: user('d') });
    expect(ofStranger.status).toBe(400);
    expect(ofStranger.body.error.message).toMatch(/is not in rotation/);
    const byOwner = await api.post(path).set(as.user('lead')).send(body);
    expect(byOwner.status).toBe(201);
    const stranger = await api
      .post(path)
      .set(as.user('stranger'))
      .send(holiday);
    expect(stranger.status).toBe(403);
  });

  it('are taken back by whose they are or the owner, once', async () => {
    const { api } = await start();
    const { body } = await api.post(path).set(as.user('c')).send(holiday);
    const one = `${path}/${body.absence.id}`;
    expect((await api.delete(one).set(as.user('a'))).status).toBe(403);
    expect((await api.delete(one).set(as.user('c'))).status).toBe(204);
    expect((await api.delete(one).set(as.user('lead'))).status).toBe(404);
    const listed = await api.get(path).set(as.user('c'));
    expect(listed.body).toEqual({ items: [] });
  });

  it.each([
    [{}, 'from: must be a date'],
    [{ from: '2026-02-30', to: '2026-03-01' }, 'from: must be a date'],
    [{ from: '2026-12-12', to: '2026-12-10' }, 'to: must not be before from'],
    [{ from: '2026-12-12', to: '2028-12-10' }, 'to: must be at most 400 days'],
    [{ from: '2026-11-12', to: '2026-11-30' }, 'to: must not be before today'],
    [{ from: '2036-12-12', to: '2036-12-12' }, 'from: must be at most 800'],
    [{ from: '1026-12-12', to: '2036-12-12' }, 'from: must be in the years'],
    [{ ...holiday, member: 'group:default/x' }, 'member: must be an entity'],
    [{ ...holiday, note: 'x'.repeat(501) }, 'note: '],
    [{ ...holiday, note: 'a\u0000b' }, 'note: must be one line of text'],
    [{ ...holiday, more: 1 }, 'Unrecognized key: "more"'],
    [[], 'expected object'],
  ])('answer 400 with a reason to %j', async (body, reason) => {
    const { api } = await start();
    const response = await api.post(path).set(as.user('c')).send(body);
    expect(response.body.error.message).toContain(reason);
    expect(response.status).toBe(400);
  });

  it('answer 4xx to paths that lead nowhere', async () => {
    const { api } = await start();
    const deleted = await api.delete(`${path}/1`).set(as.user('c'));
    expect(deleted.status).toBe(400);
    const unknown = await api
      .delete(`${path}/8c7cd0a8-6f0b-4f0e-9d7d-4d9b6a3a0f6e`)
      .set(as.user('c'));
    expect(unknown.status).toBe(404);
    const elsewhere = await api
      .get('/api/pipelines/v1/rotations/default/none/absences')
      .set(as.user('c'));
    expect(elsewhere.status).toBe(404);
    const nul = await api
      .get('/api/pipelines/v1/rotations/default/%00/absences')
      .set(as.user('c'));
    expect(nul.status).toBe(400);
    const nobody = await api.get(path).set(as.nobody());
    expect(nobody.status).toBe(401);
  });
});
