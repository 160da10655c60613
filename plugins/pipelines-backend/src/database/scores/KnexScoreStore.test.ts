import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../__testUtils__/backends';
import { fromDate } from '../instant';
import {
  LATE,
  MET,
  november,
  rulesIn,
  seedingOf,
  specWith,
  tallyOf,
} from './__testUtils__/seedJudged';
import { KnexScoreStore } from './KnexScoreStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const spec = specWith(
  [
    { id: 'run', type: 'delivery', deadline: 'every day 09:00' },
    { id: 'fresh', type: 'freshness', maxAge: '24h', target: 99 },
    { id: 'valid', type: 'ratio', metric: 'valid', target: 99.9 },
  ],
  { monitors: [{ id: 'quiet', type: 'silence', silentFor: '2h' }] },
);
const rule = rulesIn(spec);

describe.each(databases.eachSupportedId())('what was judged on %s', engine => {
  async function start() {
    const database = await migrated(databases, engine);
    const knex = await database.getClient();
    const seed = seedingOf(knex);
    const ref = await seed.pipeline('profit', spec);
    const run = await seed.rule(ref, {
      rule: rule('objective:run'),
      current: LATE,
      since: november(3),
      nextDueAt: november(5),
    });
    const fresh = await seed.rule(ref, {
      rule: rule('objective:fresh'),
      unit: 'time',
    });
    const store = await KnexScoreStore.create({ database });
    return { fresh, knex, ref, run, seed, store };
  }

  it('has rules with how they stand, and since when they are judged', async () => {
    const { fresh, ref, run, seed, store } = await start();
    await seed.version(run, rule('objective:run'), { from: november(2) });
    await seed.pipeline('growth', spec);
    const [first, second] = await store.rulesOf({
      pipelineRefs: [ref, 'pipeline:default/nobody'],
    });
    expect(first).toEqual({
      id: run,
      pipelineRef: ref,
      kind: 'objective',
      name: 'run',
      type: 'delivery',
      unit: 'slots',
      current: LATE,
      since: november(3),
      nextDueAt: november(5),
      nextSlot: fromDate(november(5)),
      begunAt: november(1),
    });
    expect(second).toEqual({
      id: fresh,
      pipelineRef: ref,
      kind: 'objective',
      name: 'fresh',
      type: 'freshness',
      unit: 'time',
      begunAt: november(1),
    });
  });

  it('finds the rule that holds before one of the name that ended', async () => {
    const { ref, run, seed, store } = await start();
    const asked = { pipelineRef: ref, kind: 'objective', name: 'run' } as const;
    const ended = {
      rule: {
        ...rule('objective:fresh'),
        spec: { ...rule('objective:fresh').spec, id: 'run' },
      },
      endedAt: november(1),
    };
    await seed.rule(ref, ended as Parameters<typeof seed.rule>[1]);
    expect(await store.findRule(asked)).toEqual({ id: run });
    expect(await store.findRule({ ...asked, kind: 'monitor' })).toBeUndefined();
    expect(await store.findRule({ ...asked, name: 'RUN' })).toBeUndefined();
  });

  it('has the versions that held since an instant, and the last of what ended', async () => {
    const { fresh, knex, ref, run, seed, store } = await start();
    await knex('rule_versions').delete();
    const said = rule('objective:run');
    await seed.version(run, said, { from: november(1), to: november(3) });
    await seed.version(run, said, { from: november(3), to: november(6) });
    await seed.version(run, said, { from: november(6) });
    const old = rule('objective:fresh');
    await seed.version(fresh, old, { from: november(1), to: november(2) });
    await seed.version(fresh, old, { from: november(2), to: november(4) });
    await knex('rules')
      .where({ id: fresh })
      .update({ ended_at: fromDate(november(4)) });
    const found = await store.versionsOf({
      pipelineRef: ref,
      since: november(5),
    });
    expect(
      found.map(({ ruleId, from }) => [ruleId, from.getUTCDate()]),
    ).toEqual([
      [run, 3],
      [run, 6],
      [fresh, 2],
    ]);
    expect(found[0].rule).toEqual(said);
    const last = await store.lastVersionsOf({ ruleIds: [run, fresh] });
    expect(last.map(({ from }) => from.getUTCDate()).sort()).toEqual([2, 6]);
  });

  it('has scores of the months asked for', async () => {
    const { fresh, ref, run, seed, store } = await start();
    const slots = tallyOf({ met: 3, missed: 1 });
    const time = tallyOf({ unit: 'time', met: 5_000, target: 99 });
    await seed.scores([
      { ruleId: run, ref, state: 'missed', tally: slots, revision: 2 },
      { ruleId: run, ref, month: '2026-10', state: 'met', tally: slots },
      {
        ruleId: fresh,
        ref,
        state: 'pending',
        tally: time,
        target: 99,
        standing: 'met',
      },
    ]);
    const found = await store.scoresOf({
      pipelineRefs: [ref],
      months: ['2026-11', '2026-09'],
    });
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        {
          ruleId: run,
          pipelineRef: ref,
          month: '2026-11',
          target: 100,
          tally: slots,
          countedAt: november(20),
          revision: 2,
        },
        {
          ruleId: fresh,
          pipelineRef: ref,
          month: '2026-11',
          target: 99,
          tally: time,
          standing: 'met',
          countedAt: november(20),
          revision: 0,
        },
      ]),
    );
  });

  it('has the last slots expected until now of each promise', async () => {
    const { ref, run, seed, store } = await start();
    const other = await seed.rule(ref, {
      rule: {
        ...rule('objective:run'),
        kind: 'objective',
        spec: {
          id: 'few',
          type: 'success',
          severity: 'high',
          target: 100,
        },
      },
    });
    await seed.slots([
      ...[1, 2, 3, 4, 5].map(day => ({
        ruleId: run,
        expectedAt: november(day),
        verdict: day === 4 ? LATE : MET,
      })),
      { ruleId: other, expectedAt: november(2) },
    ]);
    const found = await store.lastSlotsOf({
      pipelineRef: ref,
      now: november(4),
      limit: 3,
    });
    expect(found).toEqual([
      { ruleId: run, key: fromDate(november(2)), state: 'met' },
      { ruleId: run, key: fromDate(november(3)), state: 'met' },
      { ruleId: run, key: fromDate(november(4)), state: 'missed' },
      { ruleId: other, key: fromDate(november(2)), state: 'met' },
    ]);
  });

  it('has times that last, or end after an instant', async () => {
    const { fresh, ref, seed, store } = await start();
    await seed.interval(fresh, MET, november(1), november(3));
    await seed.interval(fresh, LATE, november(3), november(4));
    await seed.interval(fresh, MET, november(4));
    expect(
      await store.timesOf({ pipelineRef: ref, since: november(3) }),
    ).toEqual([
      { ruleId: fresh, from: november(3), to: november(4), state: 'missed' },
      { ruleId: fresh, from: november(4), state: 'met' },
    ]);
  });

  it('has what was counted since a day', async () => {
    const { knex, ref, seed, store } = await start();
    const valid = await seed.rule(ref, {
      rule: rule('objective:valid'),
      unit: 'events',
    });
    await knex('event_days').insert(
      ['2026-11-01', '2026-11-02'].map(day => ({
        rule_id: valid,
        day,
        version_id: 1,
        target: 99.9,
        good: 999,
        total: 1_000,
      })),
    );
    expect(
      await store.eventsOf({ pipelineRef: ref, sinceDay: '2026-11-02' }),
    ).toEqual([{ ruleId: valid, day: '2026-11-02', good: 999, total: 1_000 }]);
  });

  it('has the revisions of a month, newest first', async () => {
    const { knex, ref, run, store } = await start();
    const row = {
      rule_id: run,
      pipeline_ref: ref,
      objective: 'run',
      month: '2026-10',
      at: fromDate(november(8)),
      reason: 'late data',
      before: '{"a":1}',
      after: '{"a":2}',
    };
    await knex('score_revisions').insert([
      row,
      { ...row, by: 'user:default/a', at: fromDate(november(9)) },
      { ...row, month: '2026-09' },
    ]);
    const found = await store.revisionsOf({
      pipelineRef: ref,
      month: '2026-10',
      limit: 9,
    });
    expect(found.map(({ at, by }) => [at, by])).toEqual([
      [november(9), 'user:default/a'],
      [november(8), undefined],
    ]);
    expect(found[0]).toMatchObject({ before: '{"a":1}', after: '{"a":2}' });
  });

  it('lists slots page by page, though some are expected at once', async () => {
    const { run, seed, store } = await start();
    await seed.slots([
      { ruleId: run, key: 'b', expectedAt: november(2) },
      { ruleId: run, key: 'a', expectedAt: november(2) },
      { ruleId: run, key: 'c', expectedAt: november(3), verdict: LATE },
      { ruleId: run, key: 'd', expectedAt: november(4) },
    ]);
    const asked = {
      ruleId: run,
      from: november(2),
      to: november(4),
      limit: 2,
    };
    const first = await store.listSlots(asked);
    expect(first.map(({ key }) => key)).toEqual(['a', 'b']);
    const second = await store.listSlots({ ...asked, after: first[1] });
    expect(second).toEqual([
      {
        key: 'c',
        expectedAt: november(3),
        dueAt: november(3),
        day: '2026-11-03',
        verdict: LATE,
        versionId: 1,
      },
    ]);
  });

  it('lists times that overlap a range, page by page', async () => {
    const { fresh, seed, store } = await start();
    await seed.interval(fresh, MET, november(1), november(3));
    await seed.interval(fresh, LATE, november(3), november(4));
    await seed.interval(fresh, MET, november(4));
    const asked = {
      ruleId: fresh,
      from: november(2),
      to: november(9),
      limit: 2,
    };
    const first = await store.listIntervals(asked);
    expect(first.map(({ from }) => from.getUTCDate())).toEqual([1, 3]);
    const second = await store.listIntervals({
      ...asked,
      after: first[1].from,
    });
    expect(second).toEqual([{ from: november(4), verdict: MET, versionId: 1 }]);
    const before = { ...asked, from: november(3), to: november(4) };
    expect(await store.listIntervals(before)).toHaveLength(1);
  });
});
