import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { rotationChangePermission } from '@techflow/backstage-plugin-pipelines-common';
import { as } from '../__testUtils__/startPipelines';
import { startTeam, SWAP } from '../__testUtils__/startTeam';
import { TEAM, TEAM_PATH, user } from '../__testUtils__/team';

describe('who may', () => {
  const cover = { type: 'cover', by: user('c') };
  it.each([
    ['a member swaps his own shift', 'a', SWAP, 201],
    ['a member does not swap the shifts of others', 'c', SWAP, 403],
    ['a member steps in himself', 'c', cover, 201],
    ['who has duty asks for the next in rotation', 'b', { type: 'cover' }, 201],
    ['who has duty does not choose who that is', 'b', cover, 403],
    ['a member does not put another on duty', 'a', cover, 403],
    ['the owner swaps for others', 'lead', SWAP, 201],
    ['the owner has others cover', 'lead', cover, 201],
    ['a stranger does nothing', 'stranger', SWAP, 403],
    ['a guest does nothing', 'guest', { type: 'cover' }, 403],
  ])('%s', async (_, name, body, status) => {
    const { post } = await startTeam();
    for (const path of ['/changes?dryRun=true', '/changes']) {
      const answer = await post(name, path, body);
      const expected = path.endsWith('true') && status === 201 ? 200 : status;
      expect([path, answer.status]).toEqual([path, expected]);
      const reason = answer.body.error?.message ?? '';
      expect(/only|owner/i.test(reason)).toBe(status === 403);
    }
  });

  it.each([
    ['the member who was asked', 'b', 'accept', 200],
    ['another member', 'c', 'accept', 403],
    ['the owner', 'lead', 'accept', 200],
    ['a stranger', 'stranger', 'accept', 403],
    ['the one who asks', 'a', 'decline', 403],
    ['the member who was asked', 'b', 'decline', 200],
    ['the one who asks', 'a', 'cancel', 200],
    ['the member who was asked', 'b', 'cancel', 403],
    ['the owner', 'lead', 'cancel', 200],
  ])('%s (%s) may %s: %i', async (_, name, answer, status) => {
    const { post } = await startTeam();
    const { body } = await post('a', '/changes', SWAP);
    const given = await post(name, `/changes/${body.change.id}/${answer}`);
    expect(given.status).toBe(status);
  });

  it('lets services act where the policy lets them', async () => {
    const { api } = await startTeam();
    const { status, body } = await api
      .post(`${TEAM_PATH}/changes`)
      .set(as.service())
      .send(SWAP);
    expect([status, body.change?.state]).toEqual([201, 'accepted']);
    expect(body.change.requestedBy).toBe('service:default/external-ops');
  });

  it('asks the policy about the entity', async () => {
    const { post, api } = await startTeam({
      decide: ({ permission, resourceRef }) =>
        permission === rotationChangePermission.name && resourceRef === TEAM
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    const refused = await post('lead', '/changes', SWAP);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(
      'The permission policy does not let you change rotation:default/team',
    );
    await api.get(`${TEAM_PATH}/changes`).expect(200);
  });

  it('wants credentials', async () => {
    const { api } = await startTeam();
    const { status } = await api.post(`${TEAM_PATH}/changes`).set(as.nobody());
    expect(status).toBe(401);
  });
});

it('notes in the audit log who tried what, and what came of it', async () => {
  const { post, audit } = await startTeam();
  const { body } = await post('a', '/changes', SWAP);
  const { id } = body.change;
  await post('c', `/changes/${id}/accept`);
  await post('b', `/changes/${id}/accept`);
  const eventId = 'rotation-change';
  expect(audit).toEqual([
    {
      eventId,
      meta: { rotationRef: TEAM, action: 'make', type: 'swap' },
      outcome: 'success',
      result: { id, type: 'swap', state: 'proposed' },
    },
    {
      eventId,
      meta: { rotationRef: TEAM, action: 'accept', id },
      outcome: 'fail',
      error: expect.stringContaining('was asked'),
    },
    {
      eventId,
      meta: { rotationRef: TEAM, action: 'accept', id },
      outcome: 'success',
      result: { id, type: 'swap', state: 'accepted' },
    },
  ]);
});
