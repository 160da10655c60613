import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { rotationReadPermission } from '@techflow/backstage-plugin-pipelines-common';
import { rotation, startPipelines } from '../__testUtils__/startPipelines';

const broken: Entity = {
  ...rotation,
  metadata: { name: 'broken' },
  spec: { ...rotation.spec, start: '2026-11-24' },
};

const start = (decide?: Parameters<typeof startPipelines>[0]['decide']) =>
  startPipelines({ entities: [rotation, broken], decide });

const first = {
  number: 0,
  start: '2026-11-23T14:00:00.000Z',
  end: '2026-11-30T14:00:00.000Z',
  primary: 'user:default/engineer-a',
  watching: [],
  reasons: [{ type: 'sequence', text: expect.any(String) }],
};

describe('GET /v1/rotations/{ref}/on-call', () => {
  const path = '/api/pipelines/v1/rotations/default/engineers/on-call';

  it('says who is on call, until when, who is next, and why', async () => {
    const { api } = await start();
    const response = await api.get(`${path}?at=2026-11-26T12:00:00-05:00`);
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      rotationRef: 'rotation:default/engineers',
      at: '2026-11-26T17:00:00.000Z',
      timeZone: 'America/New_York',
      current: first,
      next: expect.objectContaining({
        number: 1,
        start: first.end,
        primary: 'user:default/engineer-b',
      }),
    });
  });

  it('names only the first shift before the rotation begins', async () => {
    const { api } = await start();
    const response = await api.get(`${path}?at=2026-11-23T13:59:00Z`);
    expect(response.body).not.toHaveProperty('current');
    expect(response.body.next).toEqual(first);
  });

  it('takes the present without a time', async () => {
    const { api } = await start();
    const before = Date.now();
    const { body } = await api.get(path);
    expect(Date.parse(body.at)).toBeGreaterThanOrEqual(before);
  });

  it('does not answer without credentials', async () => {
    const { api } = await start();
    const response = await api
      .get(path)
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });

  it('does not answer whom the policy forbids, and asks it about the entity', async () => {
    const { api, permissions } = await start(() => AuthorizeResult.DENY);
    const response = await api.get(path);
    expect(response.status).toBe(403);
    expect(permissions.authorize).toHaveBeenCalledWith(
      [
        {
          permission: rotationReadPermission,
          resourceRef: 'rotation:default/engineers',
        },
      ],
      expect.anything(),
    );
  });

  it('knows no rotation that the catalog does not show', async () => {
    const { api } = await start();
    const response = await api.get(
      '/api/pipelines/v1/rotations/default/nobody/on-call',
    );
    expect(response.status).toBe(404);
    expect(response.body.error.message).toBe(
      'There is no Rotation rotation:default/nobody',
    );
  });

  it('says what is wrong with a rotation that it cannot use', async () => {
    const { api } = await start();
    const response = await api.get(
      '/api/pipelines/v1/rotations/default/broken/on-call',
    );
    expect(response.status).toBe(409);
    expect(response.body.error.message).toMatch(/spec\.start is/);
  });

  it.each([
    ['at=yesterday', 'at: must be an ISO 8601 instant with its zone'],
    ['at=2026-11-26T12:00:00', 'at: must be an ISO 8601 instant with its zone'],
    ['at=9999-01-01T00:00:00Z', 'at: must be in the years 1970 to 2199'],
    ['at=2026-02-30T00:00:00Z', 'at: must be an ISO 8601 instant'],
    ['when=now', 'Unrecognized key: "when"'],
    ['at=2026-11-26T12:00:00Z&at=2026-11-27T12:00:00Z', 'at: must be'],
  ])('answers 400 with a reason to ?%s', async (query, reason) => {
    const { api } = await start();
    const response = await api.get(`${path}?${query}`);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(reason);
  });
});

describe('GET /v1/rotations/{ref}/shifts', () => {
  const path = '/api/pipelines/v1/rotations/default/engineers/shifts';

  it('lists shifts page by page', async () => {
    const { api } = await start();
    const range = 'from=2026-11-24T00:00:00Z&to=2026-12-15T00:00:00Z&limit=3';
    const { body: page1 } = await api.get(`${path}?${range}`);
    expect(page1.items[0]).toEqual(first);
    expect(
      page1.items.map((shift: { primary: string }) => shift.primary),
    ).toEqual([
      'user:default/engineer-a',
      'user:default/engineer-b',
      'user:default/engineer-a',
    ]);
    const { body: page2 } = await api.get(
      `${path}?${range}&cursor=${page1.nextCursor}`,
    );
    expect(
      page2.items.map((shift: { number: number }) => shift.number),
    ).toEqual([3]);
    expect(page2).not.toHaveProperty('nextCursor');
  });

  it.each([
    ['', 'from: must be an ISO 8601 instant'],
    [
      'from=2026-11-24T00:00:00Z&to=2026-11-24T00:00:00Z',
      'to: must be later than from',
    ],
    [
      'from=2026-01-01T00:00:00Z&to=2027-06-01T00:00:00Z',
      'to: must be at most 400 days after from',
    ],
    ['from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&limit=0', 'limit: '],
    [
      'from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&cursor=x',
      'cursor: must be the nextCursor',
    ],
  ])('answers 400 with a reason to ?%s', async (query, reason) => {
    const { api } = await start();
    const response = await api.get(`${path}?${query}`);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(reason);
  });
});

describe('POST /v1/on-call/by-refs', () => {
  const path = '/api/pipelines/v1/on-call/by-refs';

  it('answers in the order asked, with null for what may not or cannot be seen', async () => {
    const { api } = await start(({ resourceRef }) =>
      resourceRef === 'rotation:default/secret'
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    );
    const { status, body } = await api.post(path).send({
      rotationRefs: [
        'nobody',
        'rotation:default/engineers',
        'broken',
        'secret',
      ],
      at: '2026-11-26T17:00:00Z',
    });
    expect(status).toBe(200);
    expect(body.items).toEqual([
      null,
      expect.objectContaining({ current: first }),
      null,
      null,
    ]);
  });

  it.each([
    [{}, 'rotationRefs'],
    [{ rotationRefs: [] }, 'rotationRefs'],
    [
      { rotationRefs: ['a:b:c/d/e'] },
      'rotationRefs.0: must be an entity reference',
    ],
    [
      { rotationRefs: ['group:default/finance'] },
      'rotationRefs.0: must be an entity reference of a Rotation',
    ],
    [{ rotationRefs: Array(101).fill('a') }, 'rotationRefs'],
    [{ rotationRefs: ['a'], at: 5 }, 'at'],
    [[], 'expected object'],
  ])('answers 400 with a reason to %j', async (body, reason) => {
    const { api } = await start();
    const response = await api.post(path).send(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(reason);
  });

  it('answers 400 to a body that is not JSON', async () => {
    const { api } = await start();
    const response = await api
      .post(path)
      .set('Content-Type', 'application/json')
      .send('{"rotationRefs":');
    expect(response.status).toBe(400);
  });
});
