import { TestDatabases } from '@backstage/backend-test-utils';
import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { migrated, twoMigrated } from '../database/__testUtils__/backends';
import { profitSpec } from '../__testUtils__/profit';
import { judgedOn } from './__testUtils__/judged';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ZONE = 'America/New_York';

/** A run each day at 06:00 in New York, to be good by 08:00. */
const DAILY: Partial<PipelineSpec> = {
  schedules: [
    { audience: 'investors', cron: '0 6 * * *', timeZone: ZONE, grace: '2h' },
  ],
};

function promising(
  objectives: NonNullable<PipelineSpec['sla']>['objectives'],
  monitors: PipelineSpec['monitors'] = [],
): PipelineSpec {
  return profitSpec({
    ...DAILY,
    sla: { timeZone: ZONE, objectives },
    monitors,
  });
}

const DELIVERY = promising([
  { id: 'on-time', type: 'delivery', audience: 'investors' },
]);

describe.each(databases.eachSupportedId())('judging on %s', engine => {
  const start = async () => judgedOn(await migrated(databases, engine));
  const states = (rows: { state: string }[]) => rows.map(({ state }) => state);

  it('makes a run that never came a miss, though nothing was heard', async () => {
    const { judgeAt, record, scores, slots } = await start();
    await record(DELIVERY, '2026-11-02T12:00:00Z');
    await judgeAt('2026-11-02T12:00:00Z');
    expect(states(await slots())).toEqual(['pending']);

    await judgeAt('2026-11-03T13:00:00.000Z');
    expect(states(await slots())).toEqual(['at-risk', 'pending']);
    await judgeAt('2026-11-03T13:00:00.001Z');
    const [missed] = await slots();
    expect(missed).toMatchObject({
      state: 'missed',
      day: '2026-11-03',
      month: '2026-11',
    });
    expect(JSON.parse(missed.verdict)).toMatchObject({ reason: 'absent' });
    expect(await scores()).toMatchObject([
      { month: '2026-11', met: 0, missed: 1, open: 1, state: 'missed' },
    ]);
  });

  it('judges by the time of the run, however late it is told', async () => {
    const { hearRun, judgeAt, record, slots } = await start();
    await record(DELIVERY, '2026-11-02T12:00:00Z');
    await judgeAt('2026-11-04T15:00:00Z');
    expect(states(await slots())).toEqual(['missed', 'missed', 'pending']);
    await hearRun(
      { eventType: 'START', eventTime: '2026-11-03T11:00:00Z' },
      '2026-11-04T16:00:00Z',
    );
    await hearRun(
      { eventType: 'COMPLETE', eventTime: '2026-11-03T11:30:00Z' },
      '2026-11-04T16:00:00Z',
    );
    await judgeAt('2026-11-04T16:00:01Z');
    expect(states(await slots())).toEqual(['met', 'missed', 'pending']);
  });

  it('looks at nothing that is not due', async () => {
    const { judgeAt, record } = await start();
    await record(DELIVERY, '2026-11-02T12:00:00Z');
    expect(await judgeAt('2026-11-02T12:00:00Z')).toBe(1);
    expect(await judgeAt('2026-11-02T12:00:01Z')).toBe(0);
    expect(await judgeAt('2026-11-03T10:59:59Z')).toBe(0);
  });

  it('keeps time in each state, written when the state changes', async () => {
    const { intervals, judgeAt, measure, record, scores } = await start();
    await record(
      promising([
        { id: 'fresh', type: 'freshness', maxAge: '24h', watermark: 'newest' },
      ]),
      '2026-11-02T12:00:00Z',
    );
    await judgeAt('2026-11-02T12:00:00Z');
    const newest = Date.parse('2026-11-02T12:00:00Z') / 1_000;
    for (const hour of ['13', '14', '15']) {
      await measure('newest', newest, `2026-11-02T${hour}:00:00Z`);
      await judgeAt(`2026-11-02T${hour}:00:01Z`);
    }
    expect(await intervals()).toMatchObject([
      { state: 'no-data', from_at: '2026-11-02T12:00:00.000Z' },
      { state: 'met', from_at: '2026-11-02T13:00:00.000Z', to_at: null },
    ]);
    // Time alone makes it stale, at the millisecond, though judged later.
    await judgeAt('2026-11-03T20:00:00Z');
    expect(await intervals()).toMatchObject([
      { state: 'no-data' },
      { state: 'met', to_at: '2026-11-03T12:00:00.001Z' },
      { state: 'missed', from_at: '2026-11-03T12:00:00.001Z', to_at: null },
    ]);
    expect(await scores()).toMatchObject([{ state: 'missed', unit: 'time' }]);
  });

  it('counts events by the day, and compares exactly with the target', async () => {
    const { judgeAt, knex, measure, record, scores } = await start();
    await record(
      promising([
        { id: 'valid', type: 'ratio', metric: 'valid', target: 99.9 },
      ]),
      '2026-11-02T12:00:00Z',
    );
    await measure('valid', { good: 999, total: 1_000 }, '2026-11-02T13:00:00Z');
    await judgeAt('2026-11-02T13:00:01Z');
    expect(await scores()).toMatchObject([
      { met: 999, missed: 1, state: 'pending' },
    ]);
    await measure('valid', { good: 998, total: 1_000 }, '2026-11-02T14:00:00Z');
    await judgeAt('2026-11-02T14:00:01Z');
    expect(await scores()).toMatchObject([
      { met: 1_997, missed: 3, state: 'at-risk' },
    ]);
    expect(await knex('event_days').select('day', 'good', 'total')).toEqual([
      { day: '2026-11-02', good: 1_997, total: 2_000 },
    ]);
  });

  it('compares two metrics where their dimensions are the same', async () => {
    const { intervals, judgeAt, measure, record } = await start();
    await record(
      promising(
        [],
        [
          {
            id: 'included',
            type: 'reconciliation',
            metric: 'included',
            against: 'active',
            tolerance: 0,
          },
        ],
      ),
      '2026-11-02T12:00:00Z',
    );
    await measure('included', 10, '2026-11-02T13:00:00Z');
    await measure('active', 10, '2026-11-02T13:00:00Z');
    await judgeAt('2026-11-02T14:00:00Z');
    await measure('active', 11, '2026-11-02T15:00:00Z');
    await judgeAt('2026-11-02T16:00:00Z');
    expect(states(await intervals())).toEqual([
      'no-data',
      'met',
      'at-risk',
      'missed',
    ]);
  });

  it('judges each part of a month by the promise that held then', async () => {
    const { judgeAt, knex, record, slots } = await start();
    await record(DELIVERY, '2026-11-02T12:00:00Z');
    await judgeAt('2026-11-03T20:00:00Z');
    await record(
      {
        ...DELIVERY,
        schedules: [
          { audience: 'investors', cron: '0 9 * * *', timeZone: ZONE },
        ],
      },
      '2026-11-03T20:00:00Z',
    );
    await judgeAt('2026-11-04T20:00:00Z');
    expect(
      (await slots()).map(({ expected_at, state, version_id }) => [
        expected_at,
        state,
        version_id,
      ]),
    ).toEqual([
      ['2026-11-03T11:00:00.000Z', 'missed', 1],
      ['2026-11-04T14:00:00.000Z', 'missed', 2],
      ['2026-11-05T14:00:00.000Z', 'pending', 2],
    ]);
    expect(await knex('rule_versions').select('from_at', 'to_at')).toEqual([
      {
        from_at: '2026-11-02T12:00:00.000Z',
        to_at: '2026-11-03T20:00:00.000Z',
      },
      { from_at: '2026-11-03T20:00:00.000Z', to_at: null },
    ]);
  });

  it('makes a revision of what changes in a closed month: when, old and new', async () => {
    const { hearRun, judgeAt, knex, record, scores } = await start();
    await record(DELIVERY, '2026-11-28T12:00:00Z');
    await judgeAt('2026-12-01T12:00:00Z');
    await judgeAt('2026-12-08T12:00:00Z');
    expect(await knex('score_revisions')).toEqual([]);
    await hearRun(
      { eventType: 'START', eventTime: '2026-11-29T11:00:00Z' },
      '2026-12-08T13:00:00Z',
    );
    await hearRun(
      { eventType: 'COMPLETE', eventTime: '2026-11-29T11:30:00Z' },
      '2026-12-08T13:00:00Z',
    );
    await judgeAt('2026-12-08T13:00:01Z');
    const [revision, ...others] = await knex('score_revisions');
    expect(others).toEqual([]);
    expect(revision).toMatchObject({ month: '2026-11', by: null });
    expect(JSON.parse(revision.before)).toMatchObject({ met: 0, missed: 2 });
    expect(JSON.parse(revision.after)).toMatchObject({
      met: 1,
      missed: 1,
      revision: 1,
    });
    expect(await scores()).toMatchObject([
      { month: '2026-11', revision: 1 },
      { month: '2026-12', revision: 0 },
    ]);
  });

  it('takes an excluded time out of both sides of the score', async () => {
    const { judgeAt, record, scores, slots, stores } = await start();
    await record(DELIVERY, '2026-11-02T12:00:00Z');
    await judgeAt('2026-11-04T20:00:00Z');
    await stores.exclusions.add({
      exclusion: {
        pipelineRef: 'pipeline:default/profit',
        type: 'maintenance',
        reason: 'The warehouse moved',
        from: new Date('2026-11-03T10:00:00Z'),
        to: new Date('2026-11-03T18:00:00Z'),
        author: 'user:default/a',
        createdAt: new Date('2026-11-04T20:00:00Z'),
      },
      most: 10,
      endAfter: new Date('2026-11-01T00:00:00Z'),
    });
    await judgeAt('2026-11-04T20:00:01Z');
    expect(states(await slots())).toEqual(['excluded', 'missed', 'pending']);
    expect(await scores()).toMatchObject([{ missed: 1, excluded: 1 }]);
    const [score] = await scores();
    expect(JSON.parse(score.tally).exclusionIds).toHaveLength(1);
  });

  it('keeps slots of promises whose audience has a long name', async () => {
    const { judgeAt, record, slots } = await start();
    const audience = 'experiments-of-the-whole-company';
    await record(
      profitSpec({
        schedules: [{ audience, cron: '0 6 * * *', timeZone: ZONE }],
        jobs: [],
        sla: {
          timeZone: ZONE,
          objectives: [{ id: 'good', type: 'success', target: 95 }],
        },
      }),
      '2026-11-02T12:00:00Z',
    );
    await judgeAt('2026-11-03T12:00:00Z');
    expect(states(await slots())).toEqual(['missed', 'pending']);
  });

  it('puts off what cannot be stored, and judges the others', async () => {
    const { judgeAt, knex, record, slots, stores } = await start();
    await record(DELIVERY, '2026-11-02T12:00:00Z', 'pipeline:default/one');
    await record(DELIVERY, '2026-11-02T12:00:00Z', 'pipeline:default/other');
    // Kept from before the schema knew better.
    await knex('rule_versions')
      .where({ rule_id: 1 })
      .update({ rule: knex.raw("replace(rule, '0 6 * * *', 'never')") });
    const step = await stores.judging.judgeDue({
      now: new Date('2026-11-02T12:00:00Z'),
      limit: 10,
      floor: new Date(0),
    });
    expect(step.failures).toMatchObject([
      { pipelineRef: 'pipeline:default/one', rule: 'objective on-time' },
    ]);
    expect(await slots()).toMatchObject([{ rule_id: 2 }]);
    expect(await judgeAt('2026-11-02T12:00:01Z')).toBe(0);
  });

  it('judges a rule once when two backends work at the same moment', async () => {
    const [one, other] = await twoMigrated(databases, engine);
    const first = await judgedOn(one);
    const second = await judgedOn(other);
    for (let index = 0; index < 20; index += 1) {
      await first.record(
        DELIVERY,
        '2026-11-02T12:00:00Z',
        `pipeline:default/p${index}`,
      );
    }
    const judged = await Promise.all([
      first.judgeAt('2026-11-02T12:00:00Z'),
      second.judgeAt('2026-11-02T12:00:00Z'),
    ]);
    expect(judged[0] + judged[1]).toBe(20);
    expect(await first.slots()).toHaveLength(20);
  });
});
