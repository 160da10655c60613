import { TestDatabases } from '@backstage/backend-test-utils';
import { PipelineSla } from '@techflow/backstage-plugin-pipelines-common';
import { migrated } from '../database/__testUtils__/backends';
import {
  LATE,
  MET,
  november,
  rulesIn,
  specWith,
  tallyOf,
} from '../database/scores/__testUtils__/seedJudged';
import { hashOf } from '../ingest/hashOf';
import { validatorOf } from '../router/__testUtils__/document';
import { startSla } from './__testUtils__/startSla';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const HOUR = 3_600_000;
const SLA = '/v1/pipelines/default/profit/sla';
const spec = specWith(
  [
    { id: 'run', type: 'delivery', deadline: 'every day 09:00', title: 'Runs' },
    { id: 'fresh', type: 'freshness', maxAge: '24h', target: 99 },
  ],
  {
    timeZone: 'America/New_York',
    monitors: [{ id: 'quiet', type: 'silence', silentFor: '2h' }],
  },
);
const rule = rulesIn(spec);
const exclusion = {
  id: 'x',
  pipelineRef: 'pipeline:default/profit',
  type: 'pause' as const,
  reason: '=cmd|calc',
  from: '2026-11-03T00:00:00.000Z',
  to: '2026-11-04T00:00:00.000Z',
  author: 'user:default/c',
  createdAt: '2026-11-01T00:00:00.000Z',
};

async function start(options: Partial<Parameters<typeof startSla>[0]> = {}) {
  const database = await migrated(databases, 'SQLITE_3');
  const knex = await database.getClient();
  const now = () => november(21);
  const started = await startSla({ database, now, ...options });
  const get = async (path: string) => (await started.api.get(path)).body;
  return { ...started, get, knex };
}

/** Profit with two promises and a monitor, judged until 20 November. */
async function startJudged(options: Parameters<typeof start>[0] = {}) {
  const started = await start(options);
  const { seed } = started;
  const ref = await seed.pipeline('profit', spec);
  const run = await seed.rule(ref, {
    rule: rule('objective:run'),
    current: MET,
    since: november(20),
    nextDueAt: november(21, 14),
  });
  const fresh = await seed.rule(ref, {
    rule: rule('objective:fresh'),
    unit: 'time',
    current: MET,
  });
  await seed.rule(ref, {
    rule: rule('monitor:quiet'),
    unit: 'time',
    current: LATE,
  });
  await seed.slots([
    { ruleId: run, expectedAt: november(18), verdict: LATE },
    { ruleId: run, expectedAt: november(19) },
    { ruleId: run, expectedAt: november(30) },
  ]);
  await seed.interval(fresh, MET, november(1));
  await seed.scores([
    {
      ruleId: run,
      ref,
      state: 'missed',
      tally: tallyOf({ met: 9, missed: 1, exclusionIds: ['x'] }),
      revision: 1,
    },
    {
      ruleId: run,
      ref,
      month: '2026-10',
      state: 'met',
      tally: tallyOf({ met: 4 }),
    },
    {
      ruleId: fresh,
      ref,
      state: 'pending',
      target: 99,
      tally: tallyOf({ unit: 'time', target: 99, met: 24 * HOUR }),
      standing: 'met',
    },
  ]);
  return { ...started, ref, run, fresh };
}

describe('the SLA of a pipeline', () => {
  it('is answered as the API has it', async () => {
    const { get, ref } = await startJudged({ exclusions: [exclusion] });
    const sla: PipelineSla = await get(SLA);
    expect(sla).toMatchObject({
      pipelineRef: ref,
      signalId: hashOf(ref),
      month: {
        month: '2026-11',
        from: '2026-11-01T04:00:00.000Z',
        to: '2026-12-01T05:00:00.000Z',
        timeZone: 'America/New_York',
        closesAt: '2026-12-06T05:00:00.000Z',
        isClosed: false,
      },
      judgedSince: '2026-11-01T00:00:00.000Z',
      // Ten slots, and one promise that is kept so far.
      checks: { met: 10, missed: 1, open: 0, expected: 11 },
      checksBefore: { met: 4, missed: 0, score: 100 },
      exclusions: [exclusion],
      revisions: [],
      changes: [],
    });
    expect(validatorOf('PipelineSla')(sla)).toEqual({ ok: true, errors: null });
    const [runs, fresh] = sla.objectives;
    expect(runs).toMatchObject({
      id: 'run',
      type: 'delivery',
      title: 'Runs',
      current: { state: 'met', evidence: { type: 'none' } },
      since: '2026-11-20T00:00:00.000Z',
      dueAt: '2026-11-21T14:00:00.000Z',
      dueSlot: '2026-11-21T14:00:00.000Z',
      strip: [
        { key: '2026-11-18T00:00:00.000Z', state: 'missed' },
        { key: '2026-11-19T00:00:00.000Z', state: 'met' },
      ],
    });
    expect(
      runs.months.map(({ month, score }) => [month, score?.state]),
    ).toEqual([
      ['2026-11', 'missed'],
      ['2026-10', 'met'],
      ['2026-09', undefined],
      ['2026-08', undefined],
    ]);
    expect(runs.months[0].score).toMatchObject({
      revision: 1,
      exclusionIds: ['x'],
      shown: '90',
    });
    expect(runs).not.toHaveProperty('burnRate');
    // A day was counted until the 20th; one more has gone by since.
    expect(fresh.months[0].score?.met).toBe(48 * HOUR);
    expect(fresh.burnRate).toEqual({ day: 0, week: 0 });
    expect(sla.monitors).toEqual([
      {
        id: 'quiet',
        type: 'silence',
        severity: 'medium',
        current: {
          state: 'missed',
          reason: 'late',
          evidence: { type: 'none' },
        },
        metrics: [],
      },
    ]);
  });

  it('is that of the month asked for', async () => {
    const { get, exclusionsTouching } = await startJudged();
    const { month, checks, checksBefore, objectives } = await get(
      `${SLA}?month=2026-10`,
    );
    expect(month).toMatchObject({ month: '2026-10', isClosed: true });
    expect(checks.met).toBe(4);
    expect(checksBefore).toBeUndefined();
    expect(objectives[0].months[0].score.state).toBe('met');
    expect(exclusionsTouching).toHaveBeenCalledWith({
      pipelineRef: 'pipeline:default/profit',
      from: new Date('2026-10-01T04:00:00Z'),
      to: new Date('2026-11-01T04:00:00Z'),
    });
  });

  it('has promises that left the spec, for as long as they came to something', async () => {
    const { get, knex, ref, seed } = await startJudged();
    const gone = rulesIn(
      specWith([{ id: 'up', type: 'availability', title: 'Up' }]),
    )('objective:up');
    const id = await seed.rule(ref, {
      rule: gone,
      unit: 'time',
      current: MET,
      since: november(2),
      nextDueAt: november(3),
      endedAt: november(9),
    });
    const tally = tallyOf({ unit: 'time', met: HOUR });
    await seed.scores([{ ruleId: id, ref, state: 'met', tally }]);
    const { objectives } = await get(SLA);
    expect(objectives).toHaveLength(3);
    expect(objectives[2]).toMatchObject({
      id: 'up',
      type: 'availability',
      title: 'Up',
      endedAt: '2026-11-09T00:00:00.000Z',
      months: [{ score: { met: HOUR } }, {}, {}, {}],
    });
    for (const key of ['current', 'since', 'dueAt', 'dueSlot', 'burnRate']) {
      expect(objectives[2]).not.toHaveProperty(key);
    }
    await knex('scores').where({ rule_id: id }).delete();
    expect((await get(SLA)).objectives).toHaveLength(2);
  });

  it('has revisions and changes of the month', async () => {
    const { get, knex, ref, run, seed } = await startJudged();
    const [score] = (await get(SLA)).objectives[0].months;
    await knex('score_revisions').insert({
      rule_id: run,
      pipeline_ref: ref,
      objective: 'run',
      month: '2026-11',
      at: '2026-11-20T00:00:00.000Z',
      by: 'user:default/a',
      reason: 'found a run',
      before: JSON.stringify(score.score),
      after: JSON.stringify(score.score),
    });
    const strict = rulesIn(
      specWith([{ id: 'run', type: 'delivery', deadline: 'every day 06:00' }], {
        timeZone: 'America/New_York',
      }),
    )('objective:run');
    await knex('rule_versions')
      .where({ rule_id: run })
      .update({ to_at: november(9).toISOString() });
    await seed.version(run, strict, { from: november(9) });
    const sla = await get(SLA);
    expect(sla.revisions).toMatchObject([
      {
        id: '1',
        objective: 'run',
        by: 'user:default/a',
        reason: 'found a run',
        before: { state: 'missed' },
      },
    ]);
    expect(sla.changes).toEqual([
      {
        objective: 'run',
        at: '2026-11-09T00:00:00.000Z',
        before: 'deadline: every day 09:00',
        after: 'deadline: every day 06:00',
      },
    ]);
    expect(validatorOf('PipelineSla')(sla)).toEqual({ ok: true, errors: null });
  });

  it.each([
    ['nothing was recorded of it', undefined, 0],
    ['it promises nothing', specWith([]), 0],
    ['nothing was judged of it', spec, 2],
  ])('is empty where %s', async (_, recorded, promises) => {
    const { get, seed } = await start();
    if (recorded) await seed.pipeline('profit', recorded);
    const sla = await get(SLA);
    expect(sla.objectives).toHaveLength(promises);
    expect(sla.checks).toEqual({
      met: 0,
      missed: 0,
      open: 0,
      excluded: 0,
      expected: 0,
      judged: 0,
    });
    expect(sla).not.toHaveProperty('judgedSince');
    expect(sla).not.toHaveProperty('checksBefore');
    expect(validatorOf('PipelineSla')(sla)).toEqual({ ok: true, errors: null });
  });

  it('asks the tables as often for fifty promises as for one', async () => {
    const countFor = async (promises: number) => {
      const { get, knex, seed } = await start();
      const many = specWith(
        Array.from({ length: promises }, (_, index) => ({
          id: `run-${index}`,
          type: 'delivery' as const,
          deadline: 'every day 09:00',
        })),
      );
      const ref = await seed.pipeline('profit', many);
      for (let index = 0; index < promises; index += 1) {
        const id = await seed.rule(ref, {
          rule: rulesIn(many)(`objective:run-${index}`),
        });
        const tally = tallyOf({ met: 1 });
        await seed.scores([{ ruleId: id, ref, state: 'met', tally }]);
      }
      const asked = jest.fn();
      knex.on('query', asked);
      expect((await get(SLA)).checks.met).toBe(promises);
      return asked.mock.calls.length;
    };
    expect(await countFor(50)).toBe(await countFor(1));
  });

  describe('as a file', () => {
    it('has a line for each promise, and no formulas', async () => {
      const { api } = await startJudged({ exclusions: [exclusion] });
      const { status, headers, text } = await api
        .get(SLA)
        .set('Accept', 'text/csv');
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="sla-profit-2026-11.csv"',
        vary: 'Accept',
      });
      const [, ...lines] = text.trim().split('\r\n');
      expect(lines).toEqual([
        'pipeline:default/profit,Title of profit,group:default/data-engineering,,high,run,Runs,delivery,2026-11,100,missed,9,1,0,0,slots,90,100,1,pause from 2026-11-03T00:00:00.000Z to 2026-11-04T00:00:00.000Z by user:default/c: =cmd|calc',
        'pipeline:default/profit,Title of profit,group:default/data-engineering,,high,fresh,,freshness,2026-11,99,pending,172800,0,0,0,seconds,100,100,0,',
      ]);
    });

    it('has a title that a spreadsheet would take for a formula as text', async () => {
      const { api, seed } = await start();
      const odd = specWith([
        { id: 'run', type: 'success', audience: 'investors', title: '=1+1' },
      ]);
      const ref = await seed.pipeline('profit', odd);
      const ruleId = await seed.rule(ref, {
        rule: rulesIn(odd)('objective:run'),
      });
      const tally = tallyOf({ met: 1 });
      await seed.scores([{ ruleId, ref, state: 'met', tally }]);
      const { text } = await api.get(SLA).set('Accept', 'text/csv');
      expect(text).toContain(",run,'=1+1,success,");
    });

    it('has no lines where nothing was recorded', async () => {
      const { api } = await start();
      const { status, text } = await api.get(SLA).set('Accept', 'text/csv');
      expect(status).toBe(200);
      expect(text.trim().split('\r\n')).toHaveLength(1);
    });
  });
});

const NOVEMBER = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z';

describe('slots of a promise', () => {
  const path = (query: string) =>
    `/v1/pipelines/default/profit/slots?objective=run&${query}`;

  it('come page by page', async () => {
    const { get } = await startJudged();
    const first = await get(path(`${NOVEMBER}&limit=2`));
    expect(first.items).toEqual([
      {
        key: '2026-11-18T00:00:00.000Z',
        expectedAt: '2026-11-18T00:00:00.000Z',
        dueAt: '2026-11-18T00:00:00.000Z',
        day: '2026-11-18',
        verdict: {
          state: 'missed',
          reason: 'late',
          evidence: { type: 'none' },
        },
        versionId: '1',
      },
      expect.objectContaining({ day: '2026-11-19' }),
    ]);
    const query = `${NOVEMBER}&limit=2&cursor=${first.nextCursor}`;
    const second = await get(path(query));
    expect(second.items).toMatchObject([{ day: '2026-11-30' }]);
    expect(second).not.toHaveProperty('nextCursor');
    expect(validatorOf('SlotsPage')(first)).toEqual({ ok: true, errors: null });
  });
});

describe('times of a rule', () => {
  const path = (query: string) =>
    `/v1/pipelines/default/profit/intervals?${NOVEMBER}&${query}`;

  it('come page by page, of a promise or of a monitor', async () => {
    const { get, fresh, knex, seed } = await startJudged();
    await knex('state_intervals')
      .where({ rule_id: fresh })
      .update({ to_at: november(9).toISOString() });
    await seed.interval(fresh, LATE, november(9));
    const first = await get(path('objective=fresh&limit=1'));
    expect(first.items).toEqual([
      {
        from: '2026-11-01T00:00:00.000Z',
        to: '2026-11-09T00:00:00.000Z',
        verdict: { state: 'met', evidence: { type: 'none' } },
        versionId: '1',
      },
    ]);
    const second = await get(
      path(`objective=fresh&limit=1&cursor=${first.nextCursor}`),
    );
    expect(second.items).toMatchObject([{ from: '2026-11-09T00:00:00.000Z' }]);
    expect(second.items[0]).not.toHaveProperty('to');
    expect(second).not.toHaveProperty('nextCursor');
    expect(validatorOf('IntervalsPage')(first)).toEqual({
      ok: true,
      errors: null,
    });
    expect(await get(path('monitor=quiet'))).toEqual({ items: [] });
  });
});

describe('what was judged', () => {
  const paths = [
    SLA,
    `/v1/pipelines/default/profit/slots?objective=run&${NOVEMBER}`,
    `/v1/pipelines/default/profit/intervals?objective=fresh&${NOVEMBER}`,
  ];

  it.each(paths)(
    'is hidden with a pipeline that is not seen: %s',
    async path => {
      const { api } = await startJudged({ known: [] });
      expect((await api.get(path)).status).toBe(404);
    },
  );

  it.each(paths)('is refused who may not see figures: %s', async path => {
    const { api } = await startJudged({ denied: ['profit'] });
    expect((await api.get(path)).status).toBe(403);
  });

  it.each([
    ['objective', 'slots?objective=nobody', 'no objective'],
    ['monitor', 'intervals?monitor=run', "no monitor 'run'"],
  ])('has no %s that was never named', async (_, path, message) => {
    const { api } = await startJudged();
    const { status, body } = await api.get(
      `/v1/pipelines/default/profit/${path}&${NOVEMBER}`,
    );
    expect(status).toBe(404);
    expect(body.error.message).toContain(message);
  });

  it.each([
    ['sla?month=2026-13', 'month: must be a month such as 2026-11'],
    ['sla?month=9999-01', 'month: must be in the years 1970 to 2199'],
    ['sla?month=2026-10&month=2026-11', 'month'],
    ['sla?year=2026', 'year'],
    ['slots?objective=run', 'from'],
    [`slots?${NOVEMBER}`, 'objective'],
    [`slots?objective=run&${NOVEMBER}&limit=9999`, 'limit'],
    [
      'slots?objective=run&from=2025-01-01T00:00:00Z&to=2026-12-01T00:00:00Z',
      'to: must be at most 400 days after from',
    ],
    [`slots?objective=run&${NOVEMBER}&cursor=nowhere`, 'cursor'],
    [`slots?objective=run&${NOVEMBER}&cursor=x_y`, 'cursor'],
    [`intervals?${NOVEMBER}`, 'give either objective or monitor'],
    [
      `intervals?objective=run&monitor=quiet&${NOVEMBER}`,
      'give either objective or monitor',
    ],
    [`intervals?objective=run&${NOVEMBER}&cursor=1`, 'cursor'],
  ])('is refused for %s: %s', async (path, message) => {
    const { api } = await start();
    const { status, body } = await api.get(
      `/v1/pipelines/default/profit/${path}`,
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });
});
