import { gzipSync } from 'node:zlib';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { profit, PROFIT } from '../__testUtils__/profit';
import { metadata, model } from '../ingest/dbt/__testUtils__/runResults';
import { runEvent } from '../ingest/__testUtils__/lineageEvents';
import { describedAnswer, validatorOf } from './__testUtils__/document';

const API = '/api/pipelines/v1';
const NOW = new Date('2026-11-23T12:00:00Z');
const at = '2026-11-23T11:00:00Z';

const event = runEvent({ eventTime: at });
const figure = { pipelineRef: 'profit', metric: 'rows', at, value: 1 };
const alert = {
  status: 'firing',
  labels: { alertname: 'Lag', pipeline: 'profit' },
  startsAt: at,
};
const source = {
  unique_id: 'source.shop.raw.orders',
  max_loaded_at: at,
  snapshotted_at: at,
  status: 'pass',
};
const expectation = {
  success: true,
  expectation_config: { type: 'expect_it', kwargs: {} },
  result: {},
};

/** Each door, a body that it takes, and the status that it then has. */
const DOORS: [path: string, query: string, body: object, status: number][] = [
  ['/lineage', '', event, 201],
  ['/lineage/batch', '', [event, {}], 200],
  ['/measurements', '', { measurements: [figure] }, 201],
  ['/alerts/alertmanager', '', { version: '4', alerts: [alert] }, 201],
  [
    '/dbt/sources',
    'pipelineRef=profit',
    { metadata: { generated_at: at }, results: [source] },
    201,
  ],
  [
    '/dbt/run-results',
    'pipelineRef=profit&namespace=dbt&name=nightly',
    { metadata, results: [model] },
    201,
  ],
  [
    '/great-expectations/validation-results',
    'pipelineRef=profit',
    { success: true, results: [expectation], meta: {} },
    201,
  ],
];

const ofPipeline = '/pipelines/default/profit';
const ofNobody = '/pipelines/default/nobody';
const inPipeline = '/pipelines/{namespace}/{name}';
const range = `from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z`;
const series = '/series/{seriesId}/measurements';

/** What is read: the route, a right question, wrong ones, and the permission. */
const READS: {
  route: string;
  right?: string;
  wrong: string;
  missing?: string;
  permission: string;
}[] = [
  {
    route: '/runs',
    right: `/runs?pipelineRef=${PROFIT}`,
    wrong: '/runs',
    missing: '/runs?pipelineRef=nobody',
    permission: 'pipelines.pipeline.read',
  },
  {
    route: '/runs/{id}',
    wrong: '/runs/first',
    missing: `/runs/${'a'.repeat(43)}`,
    permission: '',
  },
  {
    route: '/runs/{id}/steps',
    wrong: '/runs/first/steps',
    missing: `/runs/${'a'.repeat(43)}/steps`,
    permission: '',
  },
  ...['series', 'alerts', 'queries'].map(name => ({
    route: `${inPipeline}/${name}`,
    right: `${ofPipeline}/${name}`,
    wrong: `${ofPipeline}/${name}?odd=1`,
    missing: `${ofNobody}/${name}`,
    permission: 'pipelines.pipeline.read',
  })),
  {
    route: `${inPipeline}${series}`,
    wrong: `${ofPipeline}/series/1/measurements`,
    missing: `${ofPipeline}/series/1/measurements?${range}`,
    permission: '',
  },
  ...[
    ['/jobs', 'claimed=false'],
    ['/queries', 'state=failing'],
    ['/senders', ''],
    ['/refusals', ''],
  ].map(([route, query]) => ({
    route,
    right: `${route}?${query}`,
    wrong: `${route}?odd=1`,
    permission: 'pipelines.ingest.read',
  })),
];

type Options = Partial<Parameters<typeof startPipelines>[0]>;

async function start(options: Options = {}) {
  const { api, runTask } = await startPipelines({
    entities: [profit()],
    now: () => NOW,
    ...options,
  });
  await runTask('pipelines-reconcile-pipelines');
  return api;
}

const denying = (denied: string): Options => ({
  decide: ({ permission }) =>
    permission === denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
});

interface Answer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/** The status of an answer, and what the document says otherwise of it. */
function seen(
  method: 'get' | 'post',
  route: string,
  { status, headers, body }: Answer,
): unknown[] {
  const described = describedAnswer(method, `/v1${route}`, status);
  if (!described) return [status, 'is not in the document'];
  const missing = described.headers.filter(
    name => !(name.toLocaleLowerCase('en-US') in headers),
  );
  const { errors } = described.schema
    ? validatorOf(described.schema)(body)
    : { errors: null };
  return [status, ...missing, ...(errors ?? [])];
}

describe('openapi.yaml names each status of each door', () => {
  it.each(DOORS)('POST %s', async (path, query, body, status) => {
    const api = await start();
    const post = () => api.post(`${API}${path}?${query}`);
    const asTool = () => post().set(as.service());
    const bomb = gzipSync(Buffer.alloc(17 * 1024 * 1024, ' '));
    const answers = [
      await asTool().send(body),
      await asTool().send('{'),
      await post().set(as.nobody()).send(body),
      await asTool().set('Content-Encoding', 'gzip').send(bomb),
      await asTool().send('null'),
    ];
    expect(answers.map(answer => seen('post', path, answer))).toEqual([
      [status],
      [400],
      [401],
      [413],
      [422],
    ]);
  });

  it.each(DOORS)('POST %s, to who may not send', async (path, query, body) => {
    const api = await start(denying('pipelines.ingest.send'));
    const post = api.post(`${API}${path}?${query}`).set(as.service());
    expect(seen('post', path, await post.send(body))).toEqual([403]);
  });

  it.each(DOORS)('POST %s, too fast', async (path, query, body) => {
    const api = await start({
      config: { pipelines: { ingest: { requestsPerSecond: 0.1 } } },
    });
    const post = () =>
      api.post(`${API}${path}?${query}`).set(as.service()).send(body);
    await post();
    expect(seen('post', path, await post())).toEqual([503]);
  });
});

describe('openapi.yaml names each status of what is read', () => {
  it.each(READS)('GET $route', async ({ route, right, wrong, missing }) => {
    const api = await start();
    const get = (path: string) => api.get(`${API}${path}`);
    const answers = [
      ...(right ? [await get(right)] : []),
      await get(wrong),
      await get(wrong).set(as.nobody()),
      ...(missing ? [await get(missing)] : []),
    ];
    expect(answers.map(answer => seen('get', route, answer))).toEqual([
      ...(right ? [[200]] : []),
      [400],
      [401],
      ...(missing ? [[404]] : []),
    ]);
  });

  it.each(READS.filter(({ permission }) => permission))(
    'GET $route, to who may not',
    async ({ route, right, permission }) => {
      const api = await start(denying(permission));
      const answer = await api.get(`${API}${right}`);
      expect(seen('get', route, answer)).toEqual([403]);
    },
  );
});
