import { startTeam } from '../__testUtils__/startTeam';
import { NOW, TEAM, user } from '../__testUtils__/team';

describe('a cover', () => {
  it('takes the next in rotation from now to the end of the shift', async () => {
    const { post, who } = await startTeam();
    const { status, body } = await post('b', '/changes', { type: 'cover' });
    expect(status).toBe(201);
    expect(body.change).toEqual({
      id: expect.any(String),
      type: 'cover',
      rotationRef: TEAM,
      state: 'accepted',
      from: NOW.toISOString(),
      to: '2026-12-07T14:00:00.000Z',
      by: user('c'),
      requestedBy: user('b'),
      requestedAt: NOW.toISOString(),
    });
    expect(await who(1)).toEqual([user('b'), user('c')]);
  });

  it('is refused where the same duty is covered already, with the id', async () => {
    const { post } = await startTeam();
    const { body } = await post('c', '/changes', {
      type: 'cover',
      from: '2026-12-04T00:00:00Z',
      to: '2026-12-05T00:00:00Z',
      by: user('c'),
    });
    const longer = { type: 'cover', by: user('a') };
    for (const path of ['/changes', '/changes?dryRun=true']) {
      const refused = await post('a', path, longer);
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toBe(
        `user:default/b is covered at that time already: change ${body.change.id}`,
      );
    }
  });

  it('is told that it needs no answer', async () => {
    const { post } = await startTeam();
    const { body } = await post('b', '/changes', { type: 'cover' });
    const { status, body: error } = await post(
      'c',
      `/changes/${body.change.id}/decline`,
    );
    expect(status).toBe(409);
    expect(error.error.message).toContain('is a cover');
  });

  it('ends when it is taken back; what was served stays', async () => {
    const { post, who, setNow } = await startTeam();
    const { body } = await post('b', '/changes', { type: 'cover' });
    setNow('2026-12-02T12:00:00Z');
    await post('b', `/changes/${body.change.id}/cancel`).expect(200);
    expect(await who(1)).toEqual([user('b'), user('c'), user('b')]);
  });

  it('shows the whole stretch before and after', async () => {
    const { post } = await startTeam();
    const { body } = await post('a', '/changes?dryRun=true', {
      type: 'cover',
      from: '2026-12-02T00:00:00Z',
      to: '2026-12-03T00:00:00Z',
      by: user('a'),
    });
    const people = (shifts: { primary: string; start: string }[]) =>
      shifts.map(
        ({ primary, start: at }) => `${primary.slice(-1)} ${at.slice(0, 10)}`,
      );
    expect(people(body.before)).toEqual(['b 2026-11-30']);
    expect(people(body.after)).toEqual([
      'b 2026-11-30',
      'a 2026-12-02',
      'b 2026-12-03',
    ]);
  });
});
