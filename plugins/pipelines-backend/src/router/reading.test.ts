import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { NOW, team, TEAM, TEAM_PATH, user } from '../__testUtils__/team';

const christmas = {
  holidays: { dates: [{ date: '2026-12-25', name: 'Christmas Day' }] },
};

function start(options: Partial<Parameters<typeof startPipelines>[0]> = {}) {
  return startPipelines({
    entities: [team(christmas)],
    now: () => NOW,
    ...options,
  });
}

/** All members away over Christmas: nobody can have the holiday. */
async function startWithGap() {
  const started = await start({ owners: ['lead'] });
  for (const member of ['a', 'b', 'c']) {
    await started.api
      .post(`${TEAM_PATH}/absences`)
      .set(as.user('lead'))
      .send({ member: user(member), from: '2026-12-25', to: '2026-12-25' })
      .expect(201);
  }
  return started;
}

const gap = {
  number: 4,
  start: '2026-12-25T05:00:00.000Z',
  end: '2026-12-26T05:00:00.000Z',
  text: expect.stringContaining('level 2 is told'),
};

it('answers a gap when nobody is available', async () => {
  const { api } = await startWithGap();
  const { body } = await api.get(
    `${TEAM_PATH}/on-call?at=2026-12-25T12:00:00Z`,
  );
  expect(body).not.toHaveProperty('current');
  expect(body.gap).toEqual(gap);
  expect(body.next.primary).toBe(user('b'));
});

it('pages over stretches and gaps, and leaves no moment out', async () => {
  const { api } = await startWithGap();
  const range = 'from=2026-12-01T00:00:00Z&to=2027-02-01T00:00:00Z';
  type Stretch = { start: string; end: string };
  const stretches: Stretch[] = [];
  let cursor: string | undefined = '';
  let pages = 0;
  while (cursor !== undefined) {
    const { body } = await api.get(
      `${TEAM_PATH}/shifts?${range}&limit=2${cursor && `&cursor=${cursor}`}`,
    );
    const page: Stretch[] = [...body.items, ...body.gaps];
    stretches.push(
      ...page.sort((one, other) => (one.start < other.start ? -1 : 1)),
    );
    cursor = body.nextCursor;
    pages += 1;
  }
  expect(pages).toBe(6);
  expect(stretches).toContainEqual(gap);
  stretches
    .slice(1)
    .forEach(({ start: at }, index) => expect(at).toBe(stretches[index].end));
});

it('says why somebody has a holiday, and whom it was taken from', async () => {
  const { api } = await start();
  const { body } = await api.get(
    `${TEAM_PATH}/on-call?at=2026-12-25T12:00:00Z`,
  );
  expect(body.current.primary).toBe(user('c'));
  expect(body.current.reasons[1]).toEqual({
    type: 'holiday',
    text: expect.stringContaining('Christmas Day'),
    holidays: christmas.holidays.dates,
    outgoing: user('b'),
  });
});

it('names people as the catalog does', async () => {
  const person: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'c', namespace: 'default' },
    spec: { profile: { displayName: 'Data Engineer C' }, memberOf: [] },
  };
  const { api } = await start({ entities: [team(christmas), person] });
  const { body } = await api.get(
    `${TEAM_PATH}/on-call?at=2026-12-25T12:00:00Z`,
  );
  expect(body.current.reasons[1].text).toMatch(/^Data Engineer C, because/);
});

it('counts the load of each member', async () => {
  const { api } = await start();
  const { status, body } = await api.get(
    `${TEAM_PATH}/statistics?from=2026-11-23T14:00:00Z&to=2026-12-14T14:00:00Z`,
  );
  expect(status).toBe(200);
  const hours = (loads: { member: string; hours: number }[]) =>
    loads.map(load => [load.member, load.hours]);
  expect(hours(body.total)).toEqual([
    [user('a'), 168],
    [user('b'), 168],
    [user('c'), 168],
  ]);
  expect(hours(body.past)).toEqual([
    [user('a'), 168],
    [user('b'), 22],
    [user('c'), 0],
  ]);
  expect(body).toMatchObject({ rotationRef: TEAM, spreadHours: 0 });
});

it('finds the duty of one person in all rotations that the reader may see', async () => {
  const other: Entity = { ...team(), metadata: { name: 'other' } };
  const secret: Entity = { ...team(), metadata: { name: 'secret' } };
  const apart: Entity = {
    ...team({ members: ['b'] }),
    metadata: { name: 'apart' },
  };
  const { api } = await start({
    entities: [team(christmas), other, secret, apart],
    decide: ({ resourceRef }) =>
      resourceRef === 'rotation:default/secret'
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
  const range = 'from=2026-12-07T14:00:00Z&to=2026-12-28T14:00:00Z';
  const { body } = await api.get(
    `/api/pipelines/v1/shifts?member=${user('c')}&${range}`,
  );
  const found = body.items.map(
    (item: { rotationRef: string; number: number }) =>
      `${item.rotationRef} ${item.number}`,
  );
  expect(found.sort()).toEqual([
    'rotation:default/other 2',
    'rotation:default/team 2',
    'rotation:default/team 4',
  ]);
});

it.each([
  ['', 'member: '],
  ['member=group:default/x', 'member: must be an entity reference of a User'],
  ['member=user:default/c', 'from: must be'],
])('answers 400 with a reason to /v1/shifts?%s', async (query, reason) => {
  const { api } = await start();
  const { status, body } = await api.get(`/api/pipelines/v1/shifts?${query}`);
  expect([status, body.error.message]).toEqual([
    400,
    expect.stringContaining(reason),
  ]);
});

it.each([
  ['/default/te%00am/on-call', 400],
  ['/default/a:b/shifts', 400],
  ['/default/%E0%A4%A/on-call', 400],
])(
  'answers a path that names no entity with a reason: %s',
  async (path, status) => {
    const { api } = await start();
    const answer = await api.get(`/api/pipelines/v1/rotations${path}`);
    expect(answer.status).toBe(status);
  },
);
