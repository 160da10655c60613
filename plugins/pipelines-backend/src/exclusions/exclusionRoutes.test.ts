import { TestDatabases } from '@backstage/backend-test-utils';
import { person, REF, startRoutes, tool } from './__testUtils__/startRoutes';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const PATH = '/v1/pipelines/finance/profit/exclusions';
const NOW = new Date('2026-11-24T12:00:00Z');

const MOVE = {
  type: 'maintenance',
  reason: '  The warehouse moves.\nAsk finance.  ',
  from: '2026-11-28T00:00:00-05:00',
  to: '2026-11-29T00:00:00-05:00',
};

describe.each(databases.eachSupportedId())('exclusions over HTTP on %s', id => {
  async function start(denied: string[] = []) {
    let now = NOW;
    const knex = await databases.init(id);
    const started = await startRoutes({ knex, denied, now: () => now });
    const add = (name: string, body: object = MOVE) =>
      started.api.post(PATH).set(person(name)).send(body);
    const cancel = (name: string, one: string, reason: unknown = 'No move') =>
      started.api
        .post(`${PATH}/${one}/cancel`)
        .set(person(name))
        .send({ reason });
    const list = async (query = '') =>
      (await started.api.get(`${PATH}${query}`).set(person('a'))).body;
    const setNow = (text: string) => {
      now = new Date(text);
    };
    return { ...started, knex, add, cancel, list, setNow };
  }

  it('are added by a person, with a trace and for rules to be judged', async () => {
    const { add, list, audit, knex } = await start();
    const { status, body } = await add('a');
    expect(status).toBe(201);
    expect(body).toEqual({
      exclusion: {
        id: expect.any(String),
        pipelineRef: REF,
        type: 'maintenance',
        reason: 'The warehouse moves.\nAsk finance.',
        from: '2026-11-28T05:00:00.000Z',
        to: '2026-11-29T05:00:00.000Z',
        author: 'user:finance/a',
        createdAt: '2026-11-24T12:00:00.000Z',
      },
    });
    expect(await list()).toEqual({ items: [body.exclusion] });
    // What people write to each other does not belong into a log.
    expect(audit).toEqual([
      {
        eventId: 'exclusion-add',
        severityLevel: 'medium',
        meta: {
          pipelineRef: REF,
          type: 'maintenance',
          from: '2026-11-28T05:00:00.000Z',
          to: '2026-11-29T05:00:00.000Z',
        },
        outcome: 'success',
        id: body.exclusion.id,
      },
    ]);
    expect(await knex('arrivals').select('subject', 'by')).toEqual([
      { subject: REF, by: 'user:finance/a' },
    ]);
  });

  it('may name promises and monitors', async () => {
    const { add } = await start();
    const targets = { objectives: ['weekly', 'fresh'], monitors: ['quiet'] };
    const { body } = await add('a', { ...MOVE, ...targets });
    expect(body.exclusion).toMatchObject({
      objectives: ['fresh', 'weekly'],
      monitors: ['quiet'],
    });
  });

  it('asked for twice are stored once', async () => {
    const { add, list } = await start();
    const [one, other] = await Promise.all([add('a'), add('a')]);
    expect([one.status, other.status].sort()).toEqual([200, 201]);
    expect(one.body).toEqual(other.body);
    expect((await add('b')).status).toBe(201);
    expect((await list()).items).toHaveLength(2);
  });

  it('are taken back by a person, once, and stay listed', async () => {
    const { add, cancel, list, audit, setNow } = await start();
    const { exclusion } = (await add('a')).body;
    setNow('2026-11-25T08:00:00Z');
    const { status, body } = await cancel('b', exclusion.id);
    expect(status).toBe(200);
    const cancelled = {
      by: 'user:finance/b',
      at: '2026-11-25T08:00:00.000Z',
      reason: 'No move',
    };
    expect(body).toEqual({ exclusion: { ...exclusion, cancelled } });
    const again = await cancel('a', exclusion.id, 'Still no');
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain('was taken back before');
    expect(await list()).toEqual({ items: [body.exclusion] });
    expect(audit.slice(1)).toEqual([
      expect.objectContaining({
        eventId: 'exclusion-cancel',
        meta: { pipelineRef: REF, id: exclusion.id },
        outcome: 'success',
      }),
      expect.objectContaining({ outcome: 'fail' }),
    ]);
  });

  it('stay as they are once their time cannot be judged again', async () => {
    const { add, cancel, setNow } = await start();
    const { exclusion } = (await add('a')).body;
    setNow('2028-01-03T00:00:00Z');
    const { status, body } = await cancel('a', exclusion.id);
    expect(status).toBe(409);
    expect(body.error.message).toContain('not kept any more');
  });

  it('are listed page by page, newest first', async () => {
    const { add, list, setNow } = await start();
    for (let hour = 10; hour < 15; hour++) {
      setNow(`2026-11-24T${hour}:00:00Z`);
      await add(`person-${hour}`);
    }
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    const last = await list(`?limit=2&cursor=${second.nextCursor}`);
    const authors = [first, second, last].map(({ items }) =>
      items.map(({ author }: { author: string }) => author.slice(-2)),
    );
    expect(authors).toEqual([['14', '13'], ['12', '11'], ['10']]);
    expect(last).not.toHaveProperty('nextCursor');
  });

  it('are for people whom the policy lets', async () => {
    const { api, add, cancel, audit } = await start([
      'pipelines.exclusion.change',
    ]);
    const none = '8c7cd0a8-6f0b-4f0e-9d7d-4d9b6a3a0f6e';
    const refused = await add('a');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(
      `The permission policy does not let you exclude times of ${REF}`,
    );
    expect((await cancel('a', none)).status).toBe(403);
    expect(audit).toHaveLength(2);
    expect(audit[0]).toMatchObject({ outcome: 'fail' });
    const byTool = await api.post(PATH).set(tool()).send(MOVE);
    expect(byTool.status).toBe(403);
    const read = await api.get(PATH).set(tool());
    expect(read.body).toEqual({ items: [] });
  });

  it('are neither shown nor changed where the pipeline is not', async () => {
    const { api, add, cancel, audit } = await start([
      'pipelines.pipeline.read',
    ]);
    expect((await api.get(PATH).set(person('a'))).status).toBe(403);
    expect((await add('a')).body.error.message).toContain('may not see');
    const none = '8c7cd0a8-6f0b-4f0e-9d7d-4d9b6a3a0f6e';
    expect((await cancel('a', none)).status).toBe(403);
    expect(audit).toHaveLength(2);
    const nowhere = '/v1/pipelines/finance/none/exclusions';
    const post = api.post(nowhere).set(person('a'));
    expect((await post.send(MOVE)).status).toBe(404);
  });

  it('of another pipeline are not found', async () => {
    const { add, api, knex } = await start();
    const { exclusion } = (await add('a')).body;
    await knex('exclusions').update({ pipeline_ref: 'pipeline:finance/other' });
    const path = `${PATH}/${exclusion.id}/cancel`;
    const answer = await api
      .post(path)
      .set(person('a'))
      .send({ reason: 'abc' });
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toContain(`no exclusion ${exclusion.id}`);
  });

  it.each<[body: unknown, sentence: string]>([
    [{}, 'type: must be maintenance or pause'],
    [{ ...MOVE, type: 'holiday' }, 'type: must be maintenance or pause'],
    [{ ...MOVE, reason: ' ab ' }, 'reason: must have at least 3'],
    [{ ...MOVE, reason: 'x'.repeat(1001) }, 'reason: must have at most 1000'],
    [{ ...MOVE, reason: 'ab\u0000c' }, 'reason: must be text'],
    [{ ...MOVE, reason: 'ab\ud800c' }, 'reason: must be text'],
    [{ ...MOVE, reason: 7 }, 'reason: must be a text of 3 to 1000 characters'],
    [{ ...MOVE, from: '2026-11-28' }, 'from: must be an ISO 8601 instant'],
    [{ ...MOVE, from: '2026-11-28T00:00:00' }, 'from: must be an ISO 8601'],
    [{ ...MOVE, to: MOVE.from }, 'to: must be later than from'],
    [{ ...MOVE, to: '2026-11-27T00:00:00Z' }, 'to: must be later than from'],
    [{ ...MOVE, to: '2027-02-28T05:00:01Z' }, 'to: must be at most 92 days'],
    [{ ...MOVE, to: '9999-02-28T05:00:01Z' }, 'to: must be in the years'],
    [
      { ...MOVE, from: '2025-10-20T11:59:59Z', to: '2025-10-21T00:00:00Z' },
      'from: 2025-10-20T11:59:59.000Z is too long ago; the data of that time is not kept any more, so it cannot be judged again; it must be 2025-10-20T12:00:00.000Z or later',
    ],
    [
      { ...MOVE, from: '2062-11-28T00:00:00Z', to: '2062-11-29T00:00:00Z' },
      'from: 2062-11-28T00:00:00.000Z is too far away; it must be at most 800 days ahead',
    ],
    [
      { ...MOVE, objectives: ['fresh', 'frehs'] },
      'objectives.1: "frehs" is no objective of pipeline:finance/profit; it must be one of fresh, accuracy, weekly, board',
    ],
    [
      { ...MOVE, monitors: ['fresh'] },
      'monitors.0: "fresh" is no monitor of pipeline:finance/profit; it must be one of quiet',
    ],
    [{ ...MOVE, objectives: [] }, 'objectives: must name at least one'],
    [{ ...MOVE, objectives: 'fresh' }, 'objectives: '],
    [{ ...MOVE, monitors: [null] }, 'monitors.0: '],
    [{ ...MOVE, author: 'user:default/b' }, 'Unrecognized key: "author"'],
    [[], 'expected object'],
  ])('answer 400 with a reason to %j', async (body, sentence) => {
    const { api } = await start();
    const sent = api.post(PATH).set(person('a')).send(Object(body));
    const { status, body: answer } = await sent;
    expect(answer.error.message).toContain(sentence);
    expect(status).toBe(400);
  });

  it('reach exactly as far as they may', async () => {
    const { add } = await start();
    const oldest = { from: '2025-10-20T12:00:00Z', to: '2026-01-20T12:00:00Z' };
    expect((await add('a', { ...MOVE, ...oldest })).status).toBe(201);
  });

  it.each([
    ['get', '?limit=0', 'limit: '],
    ['get', '?limit=201', 'limit: '],
    ['get', '?limit=x', 'limit: '],
    ['get', '?cursor=x', 'cursor'],
    ['get', '?cursor=2026-11-24T10:00:00.000Z_x', 'cursor'],
    ['get', '?cursor=a&cursor=b', 'cursor: must be the nextCursor of a page'],
    ['get', '?offset=1', 'offset'],
    ['post', '?dryRun=true', 'dryRun'],
    ['post', '/1/cancel', 'id: must be an id'],
    ['post', '/8c7cd0a8-6f0b-4f0e-9d7d-4d9b6a3a0f6e/cancel?x=1', 'x'],
  ] as const)('answer 400 to %s %s', async (method, path, sentence) => {
    const { api } = await start();
    const body = path.includes('cancel') ? { reason: 'abc' } : MOVE;
    const sent = api[method](`${PATH}${path}`).set(person('a'));
    const answer = await (method === 'get' ? sent : sent.send(body));
    expect(answer.body.error.message).toContain(sentence);
    expect(answer.status).toBe(400);
  });

  it('answer 4xx to what is no path, no JSON and nobody', async () => {
    const { api, cancel } = await start();
    const none = '8c7cd0a8-6f0b-4f0e-9d7d-4d9b6a3a0f6e';
    expect((await cancel('a', none)).status).toBe(404);
    expect((await cancel('a', none, '')).status).toBe(400);
    expect((await cancel('a', none, null)).status).toBe(400);
    const nul = '/v1/pipelines/finance/%00/exclusions';
    expect((await api.get(nul).set(person('a'))).status).toBe(400);
    const empty = await api.post(PATH).set(person('a'));
    expect(empty.status).toBe(400);
    const broken = api.post(PATH).set(person('a')).type('json').send('{');
    expect((await broken).status).toBe(400);
  });
});
