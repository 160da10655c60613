import { TestDatabases } from '@backstage/backend-test-utils';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { NOW, team, TEAM_PATH, user } from '../__testUtils__/team';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const path = `${TEAM_PATH}/handoffs`;

const record = {
  notes: '# What happened\nThe loader was slow.',
  checklist: [{ text: 'Open issues', done: true }],
  revision: 0,
};

describe.each(databases.eachSupportedId())('handoffs on %s', id => {
  async function start(now = () => NOW) {
    return startPipelines({
      entities: [team()],
      owners: ['lead'],
      now,
      knex: await databases.init(id),
    });
  }

  it('are listed with their states and what to go through', async () => {
    let now = new Date('2026-11-24T12:00Z');
    const { api } = await start(() => now);
    await api.get(`${TEAM_PATH}/on-call`).expect(200);
    now = new Date('2026-12-07T15:00Z');
    const { body } = await api
      .get(`${path}?from=2026-11-23T00:00:00Z&to=2026-12-15T00:00:00Z`)
      .set(as.user('stranger'));
    expect(
      body.items.map((item: { shiftNumber: number; state: string }) => [
        item.shiftNumber,
        item.state,
      ]),
    ).toEqual([
      [1, 'missing'],
      [2, 'due'],
      [3, 'planned'],
    ]);
    expect(body.items[1]).toEqual({
      shiftNumber: 2,
      outgoing: user('b'),
      incoming: user('c'),
      meetingStart: '2026-12-07T14:00:00.000Z',
      meetingEnd: '2026-12-07T14:30:00.000Z',
      state: 'due',
      notes: '',
      checklist: [
        { text: 'Open issues, and who works on them', done: false },
        { text: 'What to keep an eye on', done: false },
        { text: 'Changes of runbooks', done: false },
        { text: 'Access works for who takes over', done: false },
      ],
      revision: 0,
    });
  });

  it('are not asked for from before the rotation was known', async () => {
    const { api } = await start(() => new Date('2026-12-02T12:00Z'));
    const { body } = await api.get(
      `${path}?from=2026-11-23T00:00:00Z&to=2026-12-15T00:00:00Z`,
    );
    expect(
      body.items.map((item: { shiftNumber: number }) => item.shiftNumber),
    ).toEqual([2, 3]);
  });

  it('are done when both say so, each for himself', async () => {
    const { api, audit } = await start();
    const put = (name: string, revision: number, more: object = {}) =>
      api
        .put(`${path}/1`)
        .set(as.user(name))
        .send({ ...record, revision, ...more });
    const first = await put('a', 0, { done: true, minutes: 25 });
    expect(first.status).toBe(200);
    expect(first.body.handoff).toMatchObject({
      state: 'missing',
      doneByOutgoingAt: NOW.toISOString(),
      minutes: 25,
      revision: 1,
    });
    const noted = await put('b', 1, { notes: 'Read.' });
    expect(noted.body.handoff).not.toHaveProperty('doneByIncomingAt');
    const second = await put('b', 2, { done: true });
    expect(second.body.handoff).toMatchObject({
      state: 'done',
      doneByOutgoingAt: NOW.toISOString(),
      doneByIncomingAt: NOW.toISOString(),
      revision: 3,
    });
    const back = await put('b', 3, { done: false });
    expect(back.body.handoff.state).toBe('missing');
    expect(back.body.handoff).toHaveProperty('doneByOutgoingAt');
    expect(audit).toHaveLength(4);
    expect(JSON.stringify(audit)).not.toContain('loader');
  });

  it('are done for both by the owner', async () => {
    const { api } = await start();
    const { body } = await api
      .put(`${path}/1`)
      .set(as.user('lead'))
      .send({ ...record, done: true });
    expect(body.handoff.state).toBe('done');
  });

  it('are written by the two and the owner, and by nobody else', async () => {
    const { api } = await start();
    const put = (name: string) =>
      api.put(`${path}/1`).set(as.user(name)).send(record);
    expect((await put('c')).status).toBe(403);
    expect((await put('stranger')).status).toBe(403);
    expect((await put('lead')).status).toBe(200);
  });

  it('answer 409 to who did not read what another wrote', async () => {
    const { api } = await start();
    const put = (name: string, revision: number) =>
      api
        .put(`${path}/1`)
        .set(as.user(name))
        .send({ ...record, notes: `by ${name}`, revision });
    expect((await put('a', 0)).status).toBe(200);
    const late = await put('b', 0);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toMatch(/somebody saved it in between/);
    const both = await Promise.all([put('a', 1), put('b', 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    [{}, 'notes: '],
    [{ ...record, notes: 'x'.repeat(20_001) }, 'notes: '],
    [{ ...record, notes: 'a\u0000b' }, 'notes: must not contain'],
    [{ ...record, checklist: [{ text: '', done: true }] }, 'checklist.0.text'],
    [
      { ...record, checklist: Array(51).fill(record.checklist[0]) },
      'checklist',
    ],
    [{ ...record, minutes: 0 }, 'minutes: '],
    [{ ...record, minutes: 1.5 }, 'minutes: '],
    [{ ...record, done: 'yes' }, 'done: '],
    [{ ...record, revision: -1 }, 'revision: '],
    [{ ...record, revision: '0' }, 'revision: '],
    [{ ...record, state: 'done' }, 'Unrecognized key: "state"'],
  ])('answer 400 with a reason to %j', async (body, reason) => {
    const { api } = await start();
    const response = await api.put(`${path}/1`).set(as.user('a')).send(body);
    expect(response.body.error.message).toContain(reason);
    expect(response.status).toBe(400);
  });

  it.each([
    ['0', 404, 'has no handoff to shift 0'],
    ['400', 400, 'begins more than 400 days from now'],
    ['999999999', 404, 'has no handoff to shift 999999999'],
    ['-1', 400, 'must be the number of a shift'],
    ['1e3', 400, 'must be the number of a shift'],
  ])('answer to shift %s with %i', async (number, status, reason) => {
    const { api } = await start();
    const response = await api
      .put(`${path}/${number}`)
      .set(as.user('lead'))
      .send(record);
    expect(response.body.error.message).toContain(reason);
    expect(response.status).toBe(status);
  });

  it.each([
    ['', 'from: must be an ISO 8601 instant'],
    ['from=2026-01-01T00:00:00Z&to=2027-06-01T00:00:00Z', 'at most 400 days'],
    ['from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', 'later than from'],
  ])('answer 400 with a reason to ?%s', async (query, reason) => {
    const { api } = await start();
    const response = await api.get(`${path}?${query}`).set(as.user('a'));
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(reason);
  });
});
