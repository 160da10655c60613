import { gzipSync } from 'node:zlib';
import { ConfigReader } from '@backstage/config';
import {
  Answer,
  json,
  matrix,
  plain,
  startServer,
} from './__testUtils__/startServer';
import { PrometheusSource } from './PrometheusSource';

const MIB = 1024 * 1024;
const SECRET = 'Bearer s3cr3t';

const nine = Date.UTC(2026, 10, 23, 9) / 1_000;

/** So many seconds past nine. */
const at = (seconds: number) => new Date((nine + seconds) * 1_000);

const question = {
  query: 'max by (topic) (kafka_consumergroup_lag{consumergroup="clicks"})',
  endpoint: 'default',
  from: at(0),
  to: at(180),
  every: 60,
};

const waiting = () => ({ signal: new AbortController().signal });

function sourceOf(url: string, options: { timeout?: string } = {}) {
  const endpoint = { url, headers: { Authorization: SECRET }, ...options };
  return PrometheusSource.fromConfig(
    new ConfigReader({
      pipelines: { prometheus: { endpoints: { default: endpoint } } },
    }),
  );
}

/** A server that answers so, and a source that asks it. */
async function start(answer: Answer) {
  const server = await startServer(answer);
  return { ...server, source: sourceOf(server.url) };
}

/** Why there was no answer. */
async function failureOf(answer: Promise<unknown>): Promise<string> {
  const error = await answer.then(
    () => undefined,
    reason => reason,
  );
  return error instanceof Error ? error.message : 'It did not fail';
}

describe('PrometheusSource', () => {
  it('asks for the figures later than from, not later than to', async () => {
    const { source, asked } = await start(matrix([]));
    await source.measure(question, waiting());
    expect(asked).toEqual([
      {
        path: '/api/v1/query_range',
        method: 'POST',
        headers: expect.objectContaining({
          authorization: SECRET,
          'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        }),
        form: {
          query: question.query,
          start: String(nine + 60),
          end: String(nine + 180),
          step: '60',
          timeout: '10000ms',
        },
      },
    ]);
  });

  it('asks below the path of the address', async () => {
    const { url, asked } = await startServer(matrix([]));
    await sourceOf(`${url}/prometheus/`).measure(question, waiting());
    expect(asked[0].path).toBe('/prometheus/api/v1/query_range');
  });

  it('answers each figure of each series, with its labels but the name', async () => {
    const { source } = await start(
      matrix([
        {
          metric: { __name__: 'kafka_consumergroup_lag', topic: 'clicks' },
          values: [
            [nine + 60, '42'],
            [nine + 120.0004, '1e+06'],
          ],
        },
        { metric: {}, values: [[nine + 60, '-0.5']] },
      ]),
    );
    const dimensions = { topic: 'clicks' };
    expect(await source.measure(question, waiting())).toEqual([
      { at: at(60), value: 42, dimensions },
      { at: at(120), value: 1_000_000, dimensions },
      { at: at(60), value: -0.5, dimensions: {} },
    ]);
  });

  it('answers nothing where there is nothing', async () => {
    const { source } = await start(matrix([]));
    expect(await source.measure(question, waiting())).toEqual([]);
  });

  it('leaves out what is no number, and histograms', async () => {
    const { source } = await start(
      matrix([
        {
          metric: {},
          values: ['NaN', '+Inf', '-Inf', '7'].map(value => [nine + 60, value]),
        },
        { metric: { le: '1' }, histograms: [[nine + 60, { count: '1' }]] },
      ]),
    );
    const values = await source.measure(question, waiting());
    expect(values.map(({ value }) => value)).toEqual([7]);
  });

  it('takes keys that Prometheus may add later', async () => {
    const { source } = await start(
      json({
        status: 'success',
        infos: ['…'],
        data: { resultType: 'matrix', result: [], stats: {} },
      }),
    );
    expect(await source.measure(question, waiting())).toEqual([]);
  });

  it.each([
    [
      'a query that is wrong, in the words of Prometheus',
      json(
        {
          status: 'error',
          errorType: 'bad_data',
          error: 'invalid parameter "query": unclosed left parenthesis',
        },
        400,
      ),
      'answers 400, bad_data: invalid parameter "query": unclosed left parenthesis',
    ],
    [
      'a query that took too long there',
      json(
        { status: 'error', errorType: 'timeout', error: 'query timed out' },
        503,
      ),
      'answers 503, timeout: query timed out',
    ],
    [
      'a server that broke',
      plain('Internal Server Error', 500),
      'answers 500, and not as Prometheus answers a range query',
    ],
    [
      'somebody in between who wants a password',
      plain('<h1>Who are you?</h1>', 401),
      'answers 401, and not as Prometheus answers a range query',
    ],
    [
      'what is not JSON',
      plain('<h1>Welcome</h1>'),
      'answers 200, and not as Prometheus answers a range query',
    ],
    [
      'nothing',
      plain(''),
      'answers 200, and not as Prometheus answers a range query',
    ],
    [
      'other JSON',
      json({ status: 'success', data: { resultType: 'vector', result: [] } }),
      'answers 200, and not as Prometheus answers a range query',
    ],
    [
      'a value that is none',
      matrix([{ metric: {}, values: [[nine + 60, '']] }]),
      'answers 200, and not as Prometheus answers a range query',
    ],
    [
      'a success that is none',
      json(
        { status: 'success', data: { resultType: 'matrix', result: [] } },
        502,
      ),
      'answers 502, and not as Prometheus answers a range query',
    ],
    [
      'more than 10 MiB',
      plain(' '.repeat(10 * MIB + 1)),
      'answers more than 10 MiB: aggregate in the query',
    ],
  ])('says what is wrong with %s', async (_, answer, failure) => {
    const { source } = await start(answer);
    expect(await failureOf(source.measure(question, waiting()))).toBe(
      `Prometheus endpoint default ${failure}`,
    );
  });

  it('unpacks no more than 10 MiB of a small body', async () => {
    const packed = gzipSync(Buffer.alloc(11 * MIB, ' '));
    expect(packed.length).toBeLessThan(MIB);
    const { source } = await start(response => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.end(packed);
    });
    expect(await failureOf(source.measure(question, waiting()))).toBe(
      'Prometheus endpoint default answers more than 10 MiB: aggregate in the query',
    );
  });

  it('does not follow a redirect, which may lead anywhere', async () => {
    const elsewhere = await startServer(matrix([]));
    const { source } = await start(response => {
      response.writeHead(307, { Location: elsewhere.url }).end();
    });
    expect(await failureOf(source.measure(question, waiting()))).toBe(
      'Prometheus endpoint default cannot be reached: it redirects to another address',
    );
    expect(elsewhere.asked).toEqual([]);
  });

  it('says that nobody is there, and not where', async () => {
    const { source, close } = await start(matrix([]));
    await close();
    expect(await failureOf(source.measure(question, waiting()))).toBe(
      'Prometheus endpoint default cannot be reached: ECONNREFUSED',
    );
  });

  it('says that the connection broke off', async () => {
    const { source } = await start(response => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{', () => response.destroy());
    });
    expect(await failureOf(source.measure(question, waiting()))).toMatch(
      /^Prometheus endpoint default cannot be reached: \w+$/,
    );
  });

  it.each([
    ['before it answers', () => {}],
    [
      'in the middle of its answer',
      (response: Parameters<Answer>[0]) => {
        response.writeHead(200);
        response.write('{"status":');
      },
    ],
  ])(
    'waits no longer than its timeout for one that hangs %s',
    async (_, hang) => {
      const { url } = await startServer(hang);
      const source = sourceOf(url, { timeout: '50ms' });
      expect(await failureOf(source.measure(question, waiting()))).toBe(
        'Prometheus endpoint default did not answer within 0.05 seconds',
      );
    },
  );

  it('stops when nobody waits for the answer any more', async () => {
    const controller = new AbortController();
    const { source } = await start(() => {
      controller.abort(new Error('This backend stops'));
    });
    const { signal } = controller;
    expect(await failureOf(source.measure(question, { signal }))).toBe(
      'This backend stops',
    );
  });

  it('asks no address that somebody wrote into an entity', async () => {
    const elsewhere = await startServer(matrix([]));
    const { source, asked } = await start(matrix([]));
    const endpoint = elsewhere.url;
    expect(
      await failureOf(source.measure({ ...question, endpoint }, waiting())),
    ).toBe(
      `There is no Prometheus endpoint ${endpoint} in the configuration; there is default`,
    );
    expect([...asked, ...elsewhere.asked]).toEqual([]);
  });

  it('says that there is no endpoint at all', async () => {
    const source = PrometheusSource.fromConfig(new ConfigReader({}));
    expect(await failureOf(source.measure(question, waiting()))).toBe(
      'There is no Prometheus endpoint default in the configuration; there is none',
    );
  });
});
