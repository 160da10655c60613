import { startTeam, SWAP } from '../__testUtils__/startTeam';
import { NOW, team, TEAM, TEAM_PATH, user } from '../__testUtils__/team';

describe('a swap', () => {
  it('is proposed, accepted by the other, and then decides', async () => {
    const { post, who, api } = await startTeam();
    const proposed = await post('a', '/changes', SWAP);
    expect(proposed.status).toBe(201);
    expect(proposed.body.change).toEqual({
      id: expect.any(String),
      type: 'swap',
      rotationRef: TEAM,
      state: 'proposed',
      shifts: [
        {
          number: 3,
          start: '2026-12-14T14:00:00.000Z',
          end: '2026-12-21T14:00:00.000Z',
          member: user('a'),
        },
        {
          number: 4,
          start: '2026-12-21T14:00:00.000Z',
          end: '2026-12-28T14:00:00.000Z',
          member: user('b'),
        },
      ],
      requestedBy: user('a'),
      requestedAt: NOW.toISOString(),
      expiresAt: '2026-12-08T12:00:00.000Z',
      reason: 'vacation',
    });
    expect(await who(3)).toEqual([user('a')]);
    const { id } = proposed.body.change;
    const accepted = await post('b', `/changes/${id}/accept`);
    expect(accepted.status).toBe(200);
    expect(accepted.body.change).toMatchObject({
      id,
      state: 'accepted',
      answeredBy: user('b'),
      answeredAt: NOW.toISOString(),
    });
    expect([await who(3), await who(4)]).toEqual([[user('b')], [user('a')]]);
    const { body } = await api.get(`${TEAM_PATH}/changes?state=accepted`);
    expect(body).toEqual({ items: [accepted.body.change] });
  });

  it('goes to the next in rotation, and to the one after when he declines', async () => {
    const { post } = await startTeam();
    const first = await post('a', '/changes', { type: 'swap', shift: 3 });
    expect(first.body.change.shifts[1].member).toBe(user('b'));
    const { id } = first.body.change;
    await post('b', `/changes/${id}/decline`).expect(200);
    const second = await post('a', '/changes', { type: 'swap', shift: 3 });
    expect(second.body.change.shifts[1].member).toBe(user('c'));
  });

  it('is accepted at once when one who acts for others makes it', async () => {
    const { post, who } = await startTeam();
    const { body } = await post('lead', '/changes', SWAP);
    expect(body.change).toMatchObject({
      state: 'accepted',
      requestedBy: user('lead'),
      answeredBy: user('lead'),
    });
    expect(await who(3)).toEqual([user('b')]);
  });

  it('asks the other also when the owner swaps a shift of his own', async () => {
    const { post } = await startTeam({ owners: ['a', 'b', 'c'] });
    const { body } = await post('b', '/changes', SWAP);
    expect(body.change).toMatchObject({ state: 'proposed' });
    const members = body.change.shifts.map(
      (side: { member: string }) => side.member,
    );
    expect(members).toEqual([user('b'), user('a')]);
    const own = await post('b', `/changes/${body.change.id}/accept`);
    expect(own.status).toBe(403);
    expect(own.body.error.message).toContain('You asked for this swap');
    await post('c', `/changes/${body.change.id}/accept`).expect(200);
  });

  it('shows first what it would do, and stores nothing', async () => {
    const { post, api, audit } = await startTeam();
    const { status, body } = await post('a', '/changes?dryRun=true', SWAP);
    expect(status).toBe(200);
    expect(body.change).not.toHaveProperty('id');
    expect(body.change).toMatchObject({ state: 'proposed', type: 'swap' });
    const people = (shifts: { primary: string }[]) =>
      shifts.map(({ primary }) => primary);
    expect(people(body.before)).toEqual([user('a'), user('b')]);
    expect(people(body.after)).toEqual([user('b'), user('a')]);
    expect(body.warnings).toEqual([]);
    const { body: list } = await api.get(`${TEAM_PATH}/changes`);
    expect(list.items).toEqual([]);
    expect(audit).toEqual([]);
  });

  it('warns of absences and holidays', async () => {
    const holiday = { date: '2026-12-25', name: 'Christmas Day' };
    const { post } = await startTeam({
      entities: [team({ holidays: { dates: [holiday] } })],
    });
    await post('b', '/absences', {
      from: '2026-12-15',
      to: '2026-12-16',
    }).expect(201);
    const { body } = await post('a', '/changes?dryRun=true', SWAP);
    expect(body.warnings).toEqual([
      'b is away from 2026-12-15 to 2026-12-16, and would have duty then in shift 3',
      expect.stringContaining('Christmas Day'),
    ]);
  });

  it('keeps others from the same shifts until it is answered', async () => {
    const { post } = await startTeam();
    const { body } = await post('a', '/changes', SWAP);
    const other = { type: 'swap', shift: 2, withShift: 3 };
    for (const path of ['/changes', '/changes?dryRun=true']) {
      const refused = await post('c', path, other);
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toContain(body.change.id);
    }
    await post('a', `/changes/${body.change.id}/cancel`).expect(200);
    await post('c', '/changes', other).expect(201);
  });

  it('does not stand in the way once its time is over', async () => {
    const { post, api, setNow } = await startTeam();
    const { body } = await post('a', '/changes', SWAP);
    setNow('2026-12-08T12:00:00Z');
    const late = await post('b', `/changes/${body.change.id}/accept`);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('expired');
    await post('a', '/changes', SWAP).expect(201);
    const { body: list } = await api.get(`${TEAM_PATH}/changes?state=expired`);
    expect(list.items).toHaveLength(1);
  });

  it('cannot be accepted when the rotation has changed under it', async () => {
    const { post, setEntities } = await startTeam();
    const { body } = await post('a', '/changes', SWAP);
    setEntities([team({ members: ['a', 'c'] })]);
    const late = await post('lead', `/changes/${body.change.id}/accept`);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toBe('b is not in the rotation at shift 3');
  });

  it('is not taken back once one of its shifts has begun', async () => {
    const { post, setNow } = await startTeam();
    const { body } = await post('lead', '/changes', SWAP);
    setNow('2026-12-14T14:00:00Z');
    const { status, body: error } = await post(
      'lead',
      `/changes/${body.change.id}/cancel`,
    );
    expect(status).toBe(409);
    expect(error.error.message).toContain('has begun');
  });
});
