import { startTeam, SWAP } from '../__testUtils__/startTeam';
import { TEAM, TEAM_PATH } from '../__testUtils__/team';

describe('what is wrong', () => {
  it.each([
    [{}, 400, 'type'],
    [{ type: 'swap' }, 400, 'shift: '],
    [{ type: 'swap', shift: -1 }, 400, 'shift: '],
    [{ type: 'swap', shift: 3, withShift: 3 }, 400, 'two different shifts'],
    [{ type: 'swap', shift: 3, withShift: 6 }, 400, 'two different members'],
    [{ type: 'swap', shift: 3, when: 1 }, 400, 'Unrecognized key: "when"'],
    [{ type: 'swap', shift: 900 }, 400, 'more than 800 days ahead'],
    [{ type: 'swap', shift: 1, withShift: 3 }, 409, 'has begun'],
    [{ type: 'cover', from: 'now' }, 400, 'from: must be an ISO 8601 instant'],
    [{ type: 'cover', to: '2026-12-01T11:00:00Z' }, 400, 'later than from'],
    [{ type: 'cover', to: '2027-12-01T11:00:00Z' }, 400, 'at most 31 days'],
    [{ type: 'cover', from: '2029-01-01T00:00:00Z' }, 400, '400 days ahead'],
    [{ type: 'cover', by: 'group:default/x' }, 400, 'by: must be'],
    [{ type: 'cover', by: 'user:default/x' }, 400, 'is no member'],
    [{ type: 'cover', by: 'user:default/b' }, 400, 'has duty at that time'],
    [{ type: 'cover', reason: 'a\u0000b' }, 400, 'reason: must be'],
  ])('%j answers %i: %s', async (body, status, reason) => {
    const { post, api } = await startTeam();
    for (const path of ['/changes', '/changes?dryRun=true']) {
      const answer = await post('lead', path, body);
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(reason);
    }
    const { body: list } = await api.get(`${TEAM_PATH}/changes`);
    expect(list.items).toEqual([]);
  });

  it('names changes and rotations that there are not', async () => {
    const { post } = await startTeam();
    const id = 'f7c5d5f0-5f2d-4f0e-9d0a-1f0b6c1d2e3f';
    const unknown = await post('lead', `/changes/${id}/accept`);
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toBe(
      `There is no change ${id} of ${TEAM}`,
    );
    const malformed = await post('lead', '/changes/7/accept');
    expect(malformed.status).toBe(400);
  });

  it('says in which state a change is that was answered already', async () => {
    const { post } = await startTeam();
    const { body } = await post('a', '/changes', SWAP);
    const path = `/changes/${body.change.id}`;
    await post('b', `${path}/decline`).expect(200);
    const again = await post('b', `${path}/accept`);
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain('is declined');
  });

  it.each([
    ['/changes?state=open', 'state.0: '],
    ['/changes?limit=0', 'limit: '],
    ['/changes?cursor=x', 'cursor: must be the nextCursor'],
    ['/changes?page=2', 'Unrecognized key: "page"'],
    ['/statistics', 'from: must be'],
    [
      '/statistics?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z',
      'to: must be at most 800 days after from',
    ],
  ])('GET %s answers 400 with a reason', async (path, reason) => {
    const { api } = await startTeam();
    const { status, body } = await api.get(`${TEAM_PATH}${path}`);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining(reason),
    ]);
  });
});
