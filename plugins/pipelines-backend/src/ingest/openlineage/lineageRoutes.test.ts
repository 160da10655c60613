import { gzipSync, deflateSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { as, startPipelines } from '../../__testUtils__/startPipelines';
import { profit, PROFIT_RUNS } from '../../__testUtils__/profit';
import { JOB, runEvent, STEP, written } from '../__testUtils__/lineageEvents';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const LINEAGE = '/api/pipelines/v1/lineage';
const NOW = new Date('2026-11-01T13:00:00Z');

describe.each(databases.eachSupportedId())('lineage on %s', engine => {
  async function start(
    options: Partial<Parameters<typeof startPipelines>[0]> = {},
  ) {
    const knex = await databases.init(engine);
    const started = await startPipelines({
      entities: [profit()],
      now: () => NOW,
      knex,
      ...options,
    });
    await started.runTask('pipelines-reconcile-pipelines');
    const send = (event: object) =>
      started.api.post(LINEAGE).set(as.service()).send(event);
    const runs = async () => {
      const { body } = await started.api.get(PROFIT_RUNS);
      return body.items;
    };
    return { ...started, send, runs, knex };
  }

  describe('POST /v1/lineage', () => {
    it('shows a run that began and ended, against its slot', async () => {
      const { send, runs } = await start();
      const started = await send(
        runEvent({
          runFacets: {
            nominalTime: { nominalStartTime: '2026-11-01T06:00:00-04:00' },
            processing_engine: { name: 'Airflow', version: '3.1.0' },
          },
        }),
      );
      expect(started.status).toBe(201);
      expect(started.text).toBe('');
      await send(
        runEvent({
          eventType: 'COMPLETE',
          eventTime: '2026-11-01T12:30:00.123456+00:00',
          outputs: [written('profit', 1200), written('expenses', 34)],
        }),
      );
      expect(await runs()).toEqual([
        expect.objectContaining({
          job: JOB,
          state: 'complete',
          startedAt: '2026-11-01T11:00:00.000Z',
          endedAt: '2026-11-01T12:30:00.123Z',
          duration: 5400.123,
          rows: 1234,
          engine: 'Airflow 3.1.0',
          sender: 'external:ops',
          steps: 0,
          isBackfill: false,
          // 06:00 in New York is 11:00 UTC on that day, and two hours are grace.
          slot: {
            audience: 'investors',
            expectedAt: '2026-11-01T11:00:00.000Z',
            dueAt: '2026-11-01T13:00:00.000Z',
            lateBy: 0,
          },
        }),
      ]);
    });

    it('answers a repeat with 201 and stores it once, also with other order of keys', async () => {
      const { send, runs, knex } = await start();
      const event = runEvent();
      const repeat = Object.fromEntries(Object.entries(event).reverse());
      expect((await send(event)).status).toBe(201);
      expect((await send(repeat)).status).toBe(201);
      expect(await runs()).toHaveLength(1);
      expect(await knex('lineage_events').select()).toHaveLength(1);
    });

    it.each([
      ['gzip', gzipSync],
      ['deflate', deflateSync],
    ])('reads %s', async (encoding, pack) => {
      const { api, runs } = await start();
      const { status } = await api
        .post(LINEAGE)
        .set(as.service())
        .set('Content-Type', 'application/json')
        .set('Content-Encoding', encoding)
        .serialize(body => body)
        .send(pack(JSON.stringify(runEvent())));
      expect(status).toBe(201);
      expect(await runs()).toHaveLength(1);
    });

    it('reads a body that begins with a byte order mark', async () => {
      const { api, runs } = await start();
      const { status } = await api
        .post(LINEAGE)
        .set(as.service())
        .set('Content-Type', 'application/json')
        .send(`\uFEFF${JSON.stringify(runEvent())}`);
      expect(status).toBe(201);
      expect(await runs()).toHaveLength(1);
    });

    it('shows steps below the run that started them, and adds up what they wrote', async () => {
      const { api, send, runs } = await start();
      const parent = { run: { runId: 'dag' }, job: JOB };
      await send(runEvent({ runId: 'dag' }));
      await send(
        runEvent({
          runId: 'task',
          job: STEP,
          runFacets: { parent },
          eventTime: '2026-11-01T11:05:00Z',
          outputs: [written('profit', 7)],
        }),
      );
      await send(
        runEvent({
          runId: 'query',
          job: { namespace: 'spark', name: 'query' },
          runFacets: { parent: { run: { runId: 'task' }, job: STEP } },
          eventTime: '2026-11-01T11:06:00Z',
        }),
      );
      const [run, ...others] = await runs();
      expect(others).toEqual([]);
      expect(run).toMatchObject({ runId: 'dag', steps: 1, rows: 7 });
      const { body } = await api.get(`/api/pipelines/v1/runs/${run.id}/steps`);
      expect(body.items).toEqual([
        expect.objectContaining({ runId: 'task', parentId: run.id, steps: 1 }),
        expect.objectContaining({ runId: 'query', parentId: body.items[0].id }),
      ]);
    });

    it.each([
      [{ eventType: 'DONE' }, 422, /eventType is "DONE"/],
      [
        { eventTime: 'today' },
        422,
        /eventTime is "today": must be an ISO 8601/,
      ],
      [{ eventTime: '2020-01-01T00:00:00Z' }, 422, /older runs are not kept/],
      [{ run: {} }, 422, /run\.runId is missing/],
      [{ run: undefined }, 422, /run is missing/],
      [{ run: { runId: null } }, 422, /run\.runId is null/],
      [{ job: { namespace: 'a', name: '' } }, 422, /job\.name is ""/],
      [{ job: { namespace: 'a\u0000', name: 'b' } }, 422, /NUL/],
      [
        { inputs: [{ namespace: 'a', name: null }] },
        422,
        /inputs\[0\]\.name is null/,
      ],
    ])('refuses %j and says where', async (change, status, message) => {
      const { send, knex } = await start();
      const answer = await send({ ...runEvent(), ...change });
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toMatch(message);
      expect(await knex('lineage_events').select()).toEqual([]);
      expect(await knex('runs').select()).toEqual([]);
    });

    it.each([
      ['no JSON', '{"eventType"', 400],
      ['nothing', '', 400],
      ['a list', '[]', 422],
      ['a number', '1', 422],
      ['null', 'null', 422],
      [
        'nesting without end',
        `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
        422,
      ],
      [
        'a facet that nests without end',
        JSON.stringify(runEvent({ runFacets: { odd: 'HERE' } })).replace(
          '"HERE"',
          `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
        ),
        422,
      ],
    ])('refuses %s', async (_, body, status) => {
      const { api } = await start();
      const answer = await api
        .post(LINEAGE)
        .set(as.service())
        .set('Content-Type', 'application/json')
        .send(body);
      expect(answer.status).toBe(status);
      expect(answer.body.error.name).toBe('InputError');
    });

    it('refuses a small body that unpacks to a large one', async () => {
      const { api } = await start();
      const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
      expect(bomb.length).toBeLessThan(100_000);
      const { status } = await api
        .post(LINEAGE)
        .set(as.service())
        .set('Content-Encoding', 'gzip')
        .send(bomb);
      expect(status).toBe(413);
    });

    it('takes an event of 15 MB', async () => {
      const { send } = await start();
      const plan = 'x'.repeat(15 * 1024 * 1024);
      const { status } = await send(
        runEvent({ runFacets: { 'spark.logicalPlan': { plan } } }),
      );
      expect(status).toBe(201);
    });

    it('lets in only whom the policy lets send', async () => {
      const { api } = await start({
        decide: ({ permission }) =>
          permission === 'pipelines.ingest.send'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      });
      const denied = await api.post(LINEAGE).set(as.service()).send(runEvent());
      expect(denied.status).toBe(403);
      const nobody = await api.post(LINEAGE).set(as.nobody()).send(runEvent());
      expect(nobody.status).toBe(401);
    });

    it('answers 503, never 429, to a sender that is too fast', async () => {
      const { send } = await start({
        config: { pipelines: { ingest: { requestsPerSecond: 0.2 } } },
      });
      await send(runEvent());
      await send(runEvent());
      const { status, headers, body } = await send(runEvent());
      expect(status).toBe(503);
      expect(headers['retry-after']).toBe('1');
      expect(body.error.message).toMatch(/more than 0.2 requests a second/);
    });

    it('drops a facet that breaks its form, keeps the event, and tells Setup', async () => {
      const { api, send, runs } = await start();
      const { status } = await send(
        runEvent({ runFacets: { parent: { run: {}, job: JOB } } }),
      );
      expect(status).toBe(201);
      expect(await runs()).toHaveLength(1);
      const { body } = await api.get('/api/pipelines/v1/refusals');
      expect(body.items).toEqual([
        expect.objectContaining({
          of: 'facet',
          route: 'lineage',
          sender: 'external:ops',
          count: 1,
          reason: expect.stringMatching(
            /^run\.facets\.parent\.run\.runId is missing/,
          ),
        }),
      ]);
    });

    it('puts what a person sends into the audit, and not what tools do', async () => {
      const { api, send, audit } = await start();
      await send(runEvent());
      expect(audit).toEqual([]);
      await api.post(LINEAGE).set(as.user('a')).send(runEvent());
      await api.post(LINEAGE).set(as.user('a')).send({});
      const meta = { route: 'lineage' };
      expect(audit).toEqual([
        {
          eventId: 'ingest-send',
          meta,
          outcome: 'success',
          result: { stored: 1, refused: 0 },
        },
        {
          eventId: 'ingest-send',
          meta,
          outcome: 'fail',
          error: expect.stringContaining('eventTime is missing'),
        },
      ]);
    });

    it('never lets an event say who owns a pipeline', async () => {
      const { send, api } = await start();
      const owners = [{ name: 'somebody-else' }];
      await send(runEvent({ jobFacets: { ownership: { owners } } }));
      const { text } = await api.get(PROFIT_RUNS);
      expect(text).not.toContain('somebody-else');
    });
  });

  describe('POST /v1/lineage/batch', () => {
    it('keeps the good ones and names the others', async () => {
      const { api, runs } = await start();
      const { status, body } = await api
        .post(`${LINEAGE}/batch`)
        .set(as.service())
        .send([
          runEvent(),
          { ...runEvent(), run: {} },
          runEvent({ eventType: 'COMPLETE' }),
        ]);
      expect(status).toBe(200);
      expect(body).toEqual({
        status: 'partial_success',
        summary: {
          received: 3,
          successful: 2,
          failed: 1,
          retriable: 0,
          non_retriable: 1,
        },
        failed_events: [
          {
            index: 1,
            reason: expect.stringMatching(/^run\.runId is missing/),
            retriable: false,
          },
        ],
      });
      expect(await runs()).toEqual([
        expect.objectContaining({ state: 'complete' }),
      ]);
    });

    it.each([
      [[], 200],
      [{}, 422],
    ])('answers %j with %s', async (body, status) => {
      const { api } = await start();
      const answer = await api
        .post(`${LINEAGE}/batch`)
        .set(as.service())
        .send(body);
      expect(answer.status).toBe(status);
    });
  });

  describe('who sees runs', () => {
    const hidden = (permission: string) => ({
      decide: (asked: { permission: string }) =>
        asked.permission === permission
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });

    it('says 403 when the policy hides them', async () => {
      const { api } = await start(hidden('pipelines.pipeline.read'));
      expect((await api.get(PROFIT_RUNS)).status).toBe(403);
    });

    it('says 404 when the catalog hides the pipeline', async () => {
      const { api, setEntities } = await start();
      setEntities([]);
      expect((await api.get(PROFIT_RUNS)).status).toBe(404);
    });

    it('shows jobs that nobody claims to those who may see Setup', async () => {
      const { api, send } = await start();
      await send(runEvent({ job: { namespace: 'airflow', name: 'stray' } }));
      await send(runEvent());
      const { body } = await api.get('/api/pipelines/v1/jobs?claimed=false');
      expect(body.items).toEqual([
        expect.objectContaining({
          job: { namespace: 'airflow', name: 'stray' },
          claimedBy: [],
        }),
      ]);
      const path = '/api/pipelines/v1/runs?namespace=airflow&name=stray';
      expect((await api.get(path)).body.items).toHaveLength(1);
    });

    it('shows a step to be claimed as long as nobody has heard of its parent', async () => {
      const { api, send } = await start();
      const dag = { namespace: 'airflow', name: 'dag' };
      const parent = { run: { runId: 'dag' }, job: dag };
      const unclaimed = async () => {
        const { body } = await api.get('/api/pipelines/v1/jobs?claimed=false');
        return body.items.map((item: { job: object }) => item.job);
      };
      await send(runEvent({ runId: 'task', job: STEP, runFacets: { parent } }));
      expect(await unclaimed()).toEqual([STEP]);
      await send(runEvent({ runId: 'dag', job: dag }));
      expect(await unclaimed()).toEqual([dag]);
    });

    it('hides them from others', async () => {
      const { api, send } = await start(hidden('pipelines.ingest.read'));
      await send(runEvent({ job: { namespace: 'airflow', name: 'stray' } }));
      for (const path of [
        'jobs?claimed=false',
        'senders',
        'refusals',
        'queries?state=failing',
        'runs?namespace=airflow&name=stray',
      ]) {
        const { status } = await api.get(`/api/pipelines/v1/${path}`);
        expect([path, status]).toEqual([path, 403]);
      }
    });

    it('shows the runs of a job as soon as a pipeline claims it', async () => {
      const { api, send, setEntities, runTask } = await start();
      const job = { namespace: 'airflow', name: 'stray' };
      await send(runEvent({ job }));
      const claiming: Entity = profit({ jobs: [job] });
      setEntities([claiming]);
      await runTask('pipelines-reconcile-pipelines');
      const { body } = await api.get(PROFIT_RUNS);
      expect(body.items).toEqual([expect.objectContaining({ job })]);
    });
  });
});
