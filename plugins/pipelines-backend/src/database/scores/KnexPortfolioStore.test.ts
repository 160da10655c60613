import { TestDatabases } from '@backstage/backend-test-utils';
import { poolChecks, State } from '../../evaluation';
import { migrated } from '../__testUtils__/backends';
import { fromDate } from '../instant';
import {
  LATE,
  MET,
  november,
  refOf,
  rulesIn,
  seedingOf,
  specWith,
  tallyOf,
} from './__testUtils__/seedJudged';
import { KnexPortfolioStore } from './KnexPortfolioStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const spec = specWith([
  { id: 'run', type: 'delivery', deadline: 'every day 09:00' },
  { id: 'other', type: 'success', audience: 'investors' },
  { id: 'fresh', type: 'freshness', maxAge: '24h', target: 99 },
  { id: 'sign', type: 'review', every: 'month', by: 'group:finance' },
]);
const rule = rulesIn(spec);
describe.each(databases.eachSupportedId())('the portfolio on %s', engine => {
  async function start() {
    const database = await migrated(databases, engine);
    const knex = await database.getClient();
    const seed = seedingOf(knex);
    const portfolio = await KnexPortfolioStore.create({ database });
    const withRules = async (name: string, month = '2026-11') => {
      const ref = await seed.pipeline(name, spec);
      const run = await seed.rule(ref, { rule: rule('objective:run') });
      const other = await seed.rule(ref, { rule: rule('objective:other') });
      const fresh = await seed.rule(ref, {
        rule: rule('objective:fresh'),
        unit: 'time',
      });
      await seed.scores([
        {
          ruleId: run,
          ref,
          month,
          state: 'missed',
          tally: tallyOf({ met: 3, missed: 1 }),
        },
        {
          ruleId: other,
          ref,
          month,
          state: 'pending',
          tally: tallyOf({ met: 2, open: 1 }),
        },
        {
          ruleId: fresh,
          ref,
          month,
          state: 'pending',
          tally: tallyOf({ unit: 'time', met: 5_000 }),
        },
      ]);
      return { ref, run, other, fresh };
    };
    return { knex, portfolio, seed, withRules };
  }

  // Five slots that were met, and a promise about time that is kept so far.
  const checks = { met: 6, missed: 1, open: 1, excluded: 0, expected: 7 };

  it('knows pipelines, those recorded before it was kept by their spec', async () => {
    const { portfolio, seed } = await start();
    await seed.pipeline('old', { ...spec, system: 'warehouse' });
    await seed.pipeline('new', spec, {
      title: 'New',
      owner: 'group:default/finance',
      system: 'system:default/money',
    });
    expect(await portfolio.pipelines()).toEqual([
      {
        ref: refOf('new'),
        title: 'New',
        owner: 'group:default/finance',
        system: 'system:default/money',
        criticality: 'high',
      },
      {
        ref: refOf('old'),
        owner: 'group:default/data-engineering',
        system: 'system:default/warehouse',
        criticality: 'high',
      },
    ]);
    const refs = [refOf('new'), refOf('nobody')];
    expect([...(await portfolio.specsOf({ refs }))]).toEqual([
      [refOf('new'), spec],
    ]);
  });

  it('adds the checks of each pipeline up', async () => {
    const { portfolio, withRules } = await start();
    const { ref } = await withRules('profit');
    await withRules('growth', '2026-10');
    await withRules('old', '2026-09');
    const sums = await portfolio.sums({ months: ['2026-11', '2026-10'] });
    expect(sums).toHaveLength(2);
    expect(sums).toEqual(
      expect.arrayContaining([
        { pipelineRef: ref, month: '2026-11', ...checks },
        { pipelineRef: refOf('growth'), month: '2026-10', ...checks },
      ]),
    );
    const others = { months: ['2026-11'], refs: [refOf('growth')] };
    expect(await portfolio.sums(others)).toEqual([]);
  });

  const states: State[] = [
    'met',
    'missed',
    'at-risk',
    'pending',
    'no-data',
    'no-baseline',
    'excluded',
  ];
  const amounts = [{}, { met: 5_000 }, { missed: 7 }, { met: 3, missed: 2 }];
  const every = (['slots', 'time', 'events'] as const).flatMap(unit =>
    states.flatMap(state =>
      amounts.map(amount => {
        const more = { unit, open: 2, excluded: 3, expected: 9 };
        return { state, tally: tallyOf({ ...amount, ...more }) };
      }),
    ),
  );

  it('adds up as judging does, whatever unit, state and counts', async () => {
    const { portfolio, seed } = await start();
    for (const [index, { state, tally }] of every.entries()) {
      const ref = await seed.pipeline(`p${index}`, spec);
      const ruleId = index + 1;
      await seed.scores([{ ruleId, ref, state, tally }]);
    }
    const keys = ['met', 'missed', 'open', 'excluded', 'expected'] as const;
    const wanted = every.map(({ state, tally }, index) => {
      const pooled = poolChecks([{ ...tally, state }]);
      const counts = keys.map(key => [key, pooled[key]]);
      return [refOf(`p${index}`), Object.fromEntries(counts)];
    });
    const sums = await portfolio.sums({ months: ['2026-11'] });
    const found = sums.map(({ pipelineRef, month: _, ...sum }) => [
      pipelineRef,
      sum,
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    const all = poolChecks(
      every.map(({ state, tally }) => ({ ...tally, state })),
    );
    expect(await portfolio.total({ month: '2026-11' })).toEqual(
      Object.fromEntries(keys.map(key => [key, all[key]])),
    );
  });

  it.each([
    ['met', 1],
    ['at-risk', 1],
    ['missed', 1],
    ['no-data', 0],
    ['excluded', 0],
    [undefined, 0],
  ] as const)(
    'has as kept a month that goes on in state %s and was counted at its begin: %s',
    async (standing, met) => {
      const { portfolio, seed } = await start();
      const ref = await seed.pipeline('profit', spec);
      const tally = tallyOf({ unit: 'time' });
      const score = { ruleId: 1, ref, state: 'pending' as const, tally };
      await seed.scores([{ ...score, ...(standing && { standing }) }]);
      expect(await portfolio.total({ month: '2026-11' })).toMatchObject({
        met,
        open: 1 - met,
      });
    },
  );

  it('adds all recorded pipelines up, or some of them', async () => {
    const { knex, portfolio, withRules } = await start();
    await withRules('profit');
    await withRules('growth');
    const { ref: gone } = await withRules('gone');
    await knex('pipelines').where({ pipeline_ref: gone }).delete();
    const month = '2026-11';
    expect(await portfolio.total({ month })).toMatchObject({ met: 12 });
    const refs = [refOf('profit')];
    expect(await portfolio.total({ month, refs })).toEqual(checks);
    const many = Array.from({ length: 1_100 }, (_, index) =>
      refOf(`p${index}`),
    );
    const chunks = await portfolio.total({ month, refs: [...many, ...refs] });
    expect(chunks).toEqual(checks);
    expect(await portfolio.total({ month, refs: [] })).toBeUndefined();
    expect(await portfolio.total({ month: '2026-12' })).toBeUndefined();
  });

  it('names reviews that are due and not signed, the latest first', async () => {
    const { knex, portfolio, seed } = await start();
    const ref = await seed.pipeline('profit', spec);
    const sign = await seed.rule(ref, { rule: rule('objective:sign') });
    const run = await seed.rule(ref, { rule: rule('objective:run') });
    const unsigned = (period: string) =>
      ({
        state: 'missed',
        reason: 'unsigned',
        evidence: { type: 'review', period, dueAt: 0 },
      } as const);
    const before = new Date('2026-10-31T23:00:00Z');
    await seed.slots([
      {
        ruleId: sign,
        key: '2026-10',
        expectedAt: before,
        verdict: unsigned('2026-10'),
      },
      {
        ruleId: sign,
        key: '2026-11',
        expectedAt: november(30),
        verdict: unsigned('2026-11'),
      },
      { ruleId: run, expectedAt: november(2), verdict: LATE },
    ]);
    const tally = tallyOf({ missed: 1 });
    await seed.scores(
      [
        { ruleId: sign, month: '2026-10' },
        { ruleId: sign, month: '2026-11' },
        { ruleId: run, month: '2026-11' },
      ].map(score => ({ ...score, ref, state: 'missed' as const, tally })),
    );
    const asked = { months: ['2026-11', '2026-10'], limit: 9 };
    expect(await portfolio.unsigned(asked)).toEqual([
      { pipelineRef: ref, objective: 'sign', period: '2026-11' },
      { pipelineRef: ref, objective: 'sign', period: '2026-10' },
    ]);
    expect(await portfolio.unsigned({ ...asked, limit: 1 })).toHaveLength(1);
    const others = { ...asked, refs: [refOf('growth')] };
    expect(await portfolio.unsigned(others)).toEqual([]);
    await knex('rules')
      .where({ id: sign })
      .update({ ended_at: fromDate(november(9)) });
    expect(await portfolio.unsigned(asked)).toEqual([]);
  });

  it('says how a month ended', async () => {
    const { portfolio, seed } = await start();
    const ref = await seed.pipeline('profit', spec);
    const run = await seed.rule(ref, { rule: rule('objective:run') });
    const fresh = await seed.rule(ref, { rule: rule('objective:fresh') });
    const none = await seed.rule(ref, { rule: rule('objective:other') });
    await seed.slots([
      { ruleId: run, expectedAt: november(1) },
      { ruleId: run, expectedAt: november(2), verdict: LATE },
      { ruleId: run, expectedAt: new Date('2026-12-01T00:00:00Z') },
    ]);
    const ruleIds = [run, fresh, none];
    expect(await portfolio.lastSlotsIn({ ruleIds, month: '2026-11' })).toEqual(
      new Map([[run, LATE]]),
    );
    await seed.interval(fresh, LATE, november(1), november(3));
    await seed.interval(fresh, MET, november(3));
    const standing = async (instant: Date) =>
      (await portfolio.standingBefore({ ruleIds, instant })).get(fresh);
    expect(await standing(november(1))).toBeUndefined();
    expect(await standing(november(3))).toEqual(LATE);
    expect(await standing(november(4))).toEqual(MET);
  });
});
