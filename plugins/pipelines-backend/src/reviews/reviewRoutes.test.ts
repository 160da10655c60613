import { TestDatabases } from '@backstage/backend-test-utils';
import {
  person,
  REF,
  reviewed,
  startRoutes,
  tool,
} from '../exclusions/__testUtils__/startRoutes';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const PATH = '/v1/pipelines/finance/profit/reviews';
const NOW = new Date('2026-11-24T12:00:00Z');

const APPROVED = { objective: 'accuracy', period: '2026-10', isApproved: true };
const REFUSED = { ...APPROVED, isApproved: false, comment: 'No refunds in it' };

describe.each(databases.eachSupportedId())('reviews over HTTP on %s', id => {
  async function start(
    options: Partial<Parameters<typeof startRoutes>[0]> = {},
  ) {
    let now = NOW;
    const knex = await databases.init(id);
    const started = await startRoutes({ knex, now: () => now, ...options });
    const sign = (name: string, body: object = APPROVED) =>
      started.api.post(PATH).set(person(name)).send(body);
    const list = async (query = '') =>
      (await started.api.get(`${PATH}${query}`).set(person('a'))).body;
    const setNow = (text: string) => {
      now = new Date(text);
    };
    return { ...started, knex, sign, list, setNow };
  }

  it('are signed by a member of the group, with a trace and for the rule to be judged', async () => {
    const { sign, list, audit, knex } = await start();
    const { status, body } = await sign('analyst-a');
    expect(status).toBe(201);
    expect(body).toEqual({
      review: {
        id: expect.any(String),
        pipelineRef: REF,
        ...APPROVED,
        by: 'user:finance/analyst-a',
        at: '2026-11-24T12:00:00.000Z',
      },
    });
    expect(await list()).toEqual({ items: [body.review] });
    expect(audit).toEqual([
      {
        eventId: 'review-sign',
        severityLevel: 'medium',
        meta: { pipelineRef: REF, ...APPROVED },
        outcome: 'success',
        id: body.review.id,
      },
    ]);
    // From the begin of October in New York on.
    expect(await knex('arrivals').select('subject', 'facts', 'by')).toEqual([
      {
        subject: REF,
        facts: '{"review":"2026-10-01T04:00:00.000Z"}',
        by: 'user:finance/analyst-a',
      },
    ]);
  });

  it('may say what was not found right, and later that it is', async () => {
    const { sign, list, setNow, audit } = await start();
    expect((await sign('analyst-a', REFUSED)).status).toBe(201);
    setNow('2026-11-24T13:00:00Z');
    expect((await sign('analyst-b')).status).toBe(201);
    const { items } = await list();
    const { comment } = REFUSED;
    expect(items).toMatchObject([{ isApproved: true }, { comment }]);
    expect(JSON.stringify(audit)).not.toContain(comment);
  });

  it('sent twice are stored once', async () => {
    const { sign, list } = await start();
    const [one, other] = await Promise.all([
      sign('analyst-a', REFUSED),
      sign('analyst-a', REFUSED),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 201]);
    expect(one.body).toEqual(other.body);
    expect((await list()).items).toHaveLength(1);
  });

  it.each<[objective: string, period: string, name: string, status: number]>([
    ['accuracy', '2026-10', 'analyst-a', 201],
    ['accuracy', '2026-10', 'lead', 403],
    // A group of the other namespace.
    ['board', '2026-Q3', 'lead', 201],
    ['board', '2026-Q3', 'analyst-a', 403],
    // A person in the namespace of the pipeline.
    ['weekly', '2026-W47', 'lead', 201],
    ['weekly', '2026-W47', 'analyst-a', 403],
  ])(
    '%s of %s signed by %s is answered %d',
    async (objective, period, name, expected) => {
      const { sign, list } = await start();
      const { status } = await sign(name, { ...APPROVED, objective, period });
      expect(status).toBe(expected);
      const { items } = await list();
      expect(items).toHaveLength(expected === 201 ? 1 : 0);
    },
  );

  it('name whom they are for', async () => {
    const { sign } = await start();
    const byOther = await sign('lead');
    expect(byOther.body.error.message).toBe(
      'Only members of group:finance/analysts may sign review accuracy of pipeline:finance/profit, and you (user:finance/lead) are not among them',
    );
    const weekly = { ...APPROVED, objective: 'weekly', period: '2026-W47' };
    const byAnalyst = await sign('analyst-a', weekly);
    expect(byAnalyst.body.error.message).toContain(
      'Only user:finance/lead may sign review weekly',
    );
  });

  it('are for people whom the policy lets', async () => {
    const denied = ['pipelines.review.sign'];
    const { api, sign, audit } = await start({ denied });
    const { status, body } = await sign('analyst-a');
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      `The permission policy does not let you sign reviews of ${REF}`,
    );
    expect(audit).toEqual([expect.objectContaining({ outcome: 'fail' })]);
    const byTool = await api.post(PATH).set(tool()).send(APPROVED);
    expect(byTool.status).toBe(403);
    expect((await api.get(PATH).set(tool())).body).toEqual({ items: [] });
  });

  it('are not shown where the pipeline is not', async () => {
    const denied = ['pipelines.pipeline.read'];
    const { api, sign } = await start({ denied });
    expect((await api.get(PATH).set(person('a'))).status).toBe(403);
    expect((await sign('analyst-a')).body.error.message).toContain(
      'may not see',
    );
    const nowhere = '/v1/pipelines/finance/none/reviews';
    expect((await api.get(nowhere).set(person('a'))).status).toBe(404);
  });

  it('of a pipeline without promises are refused', async () => {
    const entities = [reviewed({ sla: undefined })];
    const { sign } = await start({ entities });
    const { status, body } = await sign('analyst-a');
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      'objective: "accuracy" is no review of pipeline:finance/profit; it has none',
    );
  });

  it('are listed page by page, newest first', async () => {
    const { sign, list, setNow } = await start();
    for (let month = 1; month <= 5; month++) {
      setNow(`2026-11-24T1${month}:00:00Z`);
      await sign('analyst-a', { ...APPROVED, period: `2026-0${month}` });
    }
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    const last = await list(`?limit=2&cursor=${second.nextCursor}`);
    const periods = [first, second, last].map(({ items }) =>
      items.map(({ period }: { period: string }) => period.slice(-1)),
    );
    expect(periods).toEqual([['5', '4'], ['3', '2'], ['1']]);
    expect(last).not.toHaveProperty('nextCursor');
  });

  it.each<[body: unknown, sentence: string]>([
    [{}, 'objective: '],
    [
      { ...APPROVED, objective: 'fresh' },
      'objective: "fresh" is no review of pipeline:finance/profit; it must be one of accuracy, weekly, board',
    ],
    [{ ...APPROVED, period: '2026-11' }, 'period: 2026-11 is not over yet'],
    [{ ...APPROVED, period: '2026-W45' }, 'period: "2026-W45" is no month'],
    [{ ...APPROVED, period: '2020-01' }, 'period: 2020-01 ended too long ago'],
    [{ ...APPROVED, period: 202610 }, 'period: '],
    [{ ...APPROVED, isApproved: 'yes' }, 'isApproved: must be true or false'],
    [{ ...APPROVED, isApproved: false }, 'comment: must say in at least 3'],
    [{ ...REFUSED, comment: ' no ' }, 'comment: must say in at least 3'],
    [{ ...REFUSED, comment: 'x'.repeat(2001) }, 'comment: must have at most'],
    [{ ...REFUSED, comment: 'ab\u0000c' }, 'comment: must be text'],
    [{ ...APPROVED, comment: '' }, 'comment: must have at least 1'],
    [{ ...APPROVED, by: 'user:default/b' }, 'Unrecognized key: "by"'],
    [[], 'expected object'],
  ])('answer 400 with a reason to %j', async (body, sentence) => {
    const { api } = await start();
    const sent = api.post(PATH).set(person('analyst-a')).send(Object(body));
    const { status, body: answer } = await sent;
    expect(answer.error.message).toContain(sentence);
    expect(status).toBe(400);
  });

  it('answer 400 to a cursor that no page gave', async () => {
    const { api } = await start();
    const { status } = await api.get(`${PATH}?cursor=1`).set(person('a'));
    expect(status).toBe(400);
  });
});
