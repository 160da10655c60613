import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { profit, PROFIT, PROFIT_PATH } from '../__testUtils__/profit';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { runEvent } from '../ingest/__testUtils__/lineageEvents';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ZONE = 'America/New_York';
const ADA = 'data-engineer-a';

/** Promises a run each day at 06:00 in New York, and a review each month. */
const PROMISING = profit({
  schedules: [
    { audience: 'investors', cron: '0 6 * * *', timeZone: ZONE, grace: '2h' },
  ],
  sla: {
    timeZone: ZONE,
    objectives: [
      { id: 'on-time', type: 'delivery', audience: 'investors' },
      {
        id: 'review',
        type: 'review',
        every: 'month',
        by: 'data-engineering',
        due: '3rd business day 12:00',
      },
    ],
  },
});

describe.each(databases.eachSupportedId())(
  'promises over HTTP on %s',
  engine => {
    async function start(
      options: {
        decide?: Parameters<typeof startPipelines>[0]['decide'];
      } = {},
    ) {
      const clock = { now: new Date('2026-11-02T12:00:00Z') };
      const { api, audit, runTask } = await startPipelines({
        entities: [PROMISING],
        owners: [ADA],
        now: () => clock.now,
        knex: await databases.init(engine),
        ...options,
      });
      await runTask('pipelines-reconcile-pipelines');
      const judgeAt = async (instant: string) => {
        clock.now = new Date(instant);
        await runTask('pipelines-judging');
      };
      await judgeAt('2026-11-02T12:00:00Z');
      const get = (path: string) => api.get(path).set(as.user(ADA));
      const post = (path: string) => api.post(path).set(as.user(ADA));
      return { api, audit, get, judgeAt, post };
    }

    it('a run that was sent answers its slot; one that never came is a miss', async () => {
      const { api, get, judgeAt } = await start();
      for (const [eventType, eventTime] of [
        ['START', '2026-11-03T11:00:00Z'],
        ['COMPLETE', '2026-11-03T11:30:00Z'],
      ]) {
        await api
          .post('/api/pipelines/v1/lineage')
          .set(as.service())
          .send(runEvent({ eventType, eventTime }))
          .expect(201);
      }
      await judgeAt('2026-11-04T14:00:00Z');
      const { body } = await get(`${PROFIT_PATH}/sla?month=2026-11`).expect(
        200,
      );
      expect(body).toMatchObject({
        pipelineRef: PROFIT,
        month: { month: '2026-11', isClosed: false },
        checks: { met: 1, missed: 1, shown: '50' },
      });
      expect(body.objectives[0]).toMatchObject({
        id: 'on-time',
        current: { state: 'missed', reason: 'absent' },
        dueAt: '2026-11-05T13:00:00.000Z',
        months: [
          { month: '2026-11', score: { met: 1, missed: 1 } },
          {},
          {},
          {},
        ],
      });
      const slots = await get(
        `${PROFIT_PATH}/slots?objective=on-time&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z`,
      ).expect(200);
      expect(
        slots.body.items.map(
          (slot: { day: string; verdict: { state: string } }) => [
            slot.day,
            slot.verdict.state,
          ],
        ),
      ).toEqual([
        ['2026-11-03', 'met'],
        ['2026-11-04', 'missed'],
        ['2026-11-05', 'pending'],
      ]);
      const scorecard = await get('/api/pipelines/v1/scorecard').expect(200);
      expect(scorecard.body).toMatchObject({
        month: '2026-11',
        pipelines: 1,
        checks: { met: 1, missed: 1 },
        items: [{ pipelineRef: PROFIT }],
      });
    });

    it('what is excluded is out of the score, with its author and reason', async () => {
      const { audit, get, judgeAt, post } = await start();
      await judgeAt('2026-11-04T14:00:00Z');
      await post(`${PROFIT_PATH}/exclusions`)
        .send({
          type: 'maintenance',
          reason: 'The warehouse moved',
          from: '2026-11-03T06:00:00-05:00',
          to: '2026-11-03T12:00:00-05:00',
        })
        .expect(201);
      await judgeAt('2026-11-04T14:00:01Z');
      const { body } = await get(`${PROFIT_PATH}/sla`).expect(200);
      expect(body.checks).toMatchObject({ missed: 1, excluded: 1 });
      expect(body.exclusions).toMatchObject([
        { author: `user:default/${ADA}`, reason: 'The warehouse moved' },
      ]);
      expect(audit.map(({ eventId }) => eventId)).toContain('exclusion-add');
    });

    it('a review that is signed in time is kept; its sign-off is late after that', async () => {
      const { get, judgeAt, post } = await start();
      await judgeAt('2026-12-01T12:00:00Z');
      const review = {
        objective: 'review',
        period: '2026-11',
        isApproved: true,
      };
      await post(`${PROFIT_PATH}/reviews`).send(review).expect(201);
      await judgeAt('2026-12-01T12:00:01Z');
      const { body } = await get(`${PROFIT_PATH}/sla?month=2026-11`).expect(
        200,
      );
      expect(body.objectives[1].months[0].score).toMatchObject({
        state: 'met',
        met: 1,
      });
    });

    it('is nothing for those who may not see the pipeline', async () => {
      const { get } = await start({
        decide: ({ permission }) =>
          permission === 'pipelines.pipeline.read'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      });
      await get(`${PROFIT_PATH}/sla`).expect(403);
      const { body } = await get('/api/pipelines/v1/scorecard').expect(200);
      expect(body).toMatchObject({ pipelines: 0, items: [] });
    });
  },
);
