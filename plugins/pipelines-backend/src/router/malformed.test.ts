import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { NOW, team, TEAM_PATH, user } from '../__testUtils__/team';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
// PostgreSQL, where there is one: it refuses more than SQLite does.
const [[database]] = databases.eachSupportedId();

const REQUESTS = 5_000;
const AT_ONCE = 10;
const API = '/api/pipelines/v1';
const UUID = 'f7c5d5f0-5f2d-4f0e-9d0a-1f0b6c1d2e3f';

/** What is stored by people; versions are recorded by whoever reads. */
const TABLES = [
  'rotation_changes',
  'rotation_absences',
  'rotation_swap_claims',
  'handoffs',
  'calendar_feeds',
];

interface Request {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  body?: string;
  type?: string;
}

/** Never the value of a key that is meant. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map(text => `§${text}`),
  fc.constantFrom('§', '\u0000', '../..', "' or 1=1 --", 'x'.repeat(5_000)),
  fc.constantFrom('9999-99-99T99:99:99Z', '1e999%', '-NaN', '-1', '-null'),
);

const oddJson = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map(value => ({ odd: value })),
  fc.constantFrom<unknown>(null, [], -7, true, [[]], { type: 'swap' }),
  fc.constantFrom<unknown>({ __proto__: null, shift: 1 }, { type: 'steal' }),
  odd,
);

/** Good bodies of each route, of which one value is then spoilt. */
const BODIES: Record<string, object> = {
  [`${TEAM_PATH}/changes`]: { type: 'swap', shift: 3, withShift: 4 },
  [`${TEAM_PATH}/changes?dryRun=true`]: {
    type: 'cover',
    from: NOW.toISOString(),
    to: '2026-12-03T00:00:00Z',
    by: user('c'),
  },
  [`${TEAM_PATH}/absences`]: {
    member: user('a'),
    from: '2026-12-24',
    to: '2026-12-26',
  },
  [`${API}/on-call/by-refs`]: { rotationRefs: ['team'], at: NOW.toISOString() },
  [`${API}/calendars`]: { rotationRef: 'team', scope: 'rotation' },
};

const RANGE = { from: '2026-12-01T00:00:00Z', to: '2026-12-30T00:00:00Z' };

const QUERIES: Record<string, Record<string, string>> = {
  [`${TEAM_PATH}/on-call`]: { at: NOW.toISOString() },
  [`${TEAM_PATH}/shifts`]: { ...RANGE, limit: '5', cursor: '0' },
  [`${TEAM_PATH}/statistics`]: RANGE,
  [`${TEAM_PATH}/handoffs`]: RANGE,
  [`${TEAM_PATH}/changes`]: { state: 'proposed', limit: '5', cursor: '' },
  [`${API}/shifts`]: { member: user('a'), ...RANGE },
  [`${API}/calendars`]: { rotationRef: 'team' },
};

const badBody: fc.Arbitrary<Request> = fc
  .constantFrom(...Object.entries(BODIES))
  .chain(([path, good]) =>
    fc
      .oneof(
        fc
          .tuple(fc.constantFrom(...Object.keys(good)), oddJson)
          .map(([key, value]) => ({ ...good, [key]: value })),
        odd.map(key => ({ ...good, [`§${key}`]: 1 })),
        oddJson,
      )
      .map(body => ({
        method: 'post' as const,
        path,
        body: JSON.stringify(body),
      })),
  );

const notJson: fc.Arbitrary<Request> = fc
  .tuple(
    fc.constantFrom(...Object.keys(BODIES)),
    fc.constantFrom('{"type":', '{]', '\u0000', '{"a":"\\ud800"', '"'),
    fc.constantFrom('application/json', 'text/plain', 'application/xml'),
  )
  .map(([path, body, type]) => ({ method: 'post', path, body, type }));

const badQuery: fc.Arbitrary<Request> = fc
  .constantFrom(...Object.entries(QUERIES))
  .chain(([path, good]) =>
    fc
      .oneof(
        fc
          .tuple(fc.constantFrom(...Object.keys(good)), odd)
          .map(([key, value]) => ({ ...good, [key]: value })),
        odd.map(value => ({ ...good, unknown: value })),
        odd.map(value => ({ ...good, 'from[]': value })),
      )
      .map(query => ({
        method: 'get' as const,
        path: `${path}?${new URLSearchParams(query)}`,
      })),
  );

const badPath: fc.Arbitrary<Request> = fc
  .tuple(
    odd.map(encodeURIComponent),
    fc.constantFrom<[Request['method'], string]>(
      ['get', '/rotations/default/%/on-call'],
      ['get', '/rotations/%/team/statistics'],
      ['post', '/rotations/default/%/changes'],
      ['post', '/rotations/default/team/changes/%/accept'],
      ['post', '/rotations/default/team/changes/%/cancel'],
      ['post', `/rotations/default/team/changes/${UUID}/%`],
      ['put', '/rotations/default/team/handoffs/%'],
      ['delete', '/rotations/default/team/absences/%'],
      ['delete', '/calendars/%'],
    ),
  )
  .map(([text, [method, path]]) => ({
    method,
    path: `${API}${path.replace('%', () => text)}`,
    body: '{}',
  }));

it(`answers ${REQUESTS} malformed requests with a reason each, and stores nothing`, async () => {
  const knex = await databases.init(database);
  const { api } = await startPipelines({
    entities: [team()],
    owners: ['lead'],
    now: () => NOW,
    knex,
  });
  const seed = Number(process.env.PIPELINES_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`malformed requests: PIPELINES_SEED=${seed}\n`);
  const requests = fc.sample(fc.oneof(badBody, notJson, badQuery, badPath), {
    numRuns: REQUESTS,
    seed,
  });
  const wrong: unknown[] = [];
  const send = async ({ method, path, body, type }: Request) => {
    const call = api[method](path).set(as.user('lead'));
    const { status, body: answer } =
      body === undefined
        ? await call
        : await call.set('Content-Type', type ?? 'application/json').send(body);
    const isRefused = status >= 400 && status < 500;
    // Who asks by a path that is no route of ours hears that from Backstage.
    const isExplained = Boolean(answer.error?.message);
    if (!isRefused || !isExplained) wrong.push({ status, method, path, body });
  };
  for (let from = 0; from < REQUESTS; from += AT_ONCE) {
    await Promise.all(requests.slice(from, from + AT_ONCE).map(send));
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  for (const table of TABLES) {
    expect([table, await knex(table)]).toEqual([table, []]);
  }
}, 120_000);
