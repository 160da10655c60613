import { TestDatabases } from '@backstage/backend-test-utils';
import { Scorecard } from '@techflow/backstage-plugin-pipelines-common';
import { migrated } from '../database/__testUtils__/backends';
import {
  LATE,
  MET,
  november,
  refOf,
  rulesIn,
  specWith,
  tallyOf,
} from '../database/scores/__testUtils__/seedJudged';
import { validatorOf } from '../router/__testUtils__/document';
import { startSla } from './__testUtils__/startSla';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const PATH = '/v1/scorecard';
const spec = specWith([
  { id: 'run', type: 'delivery', deadline: 'every day 09:00', title: 'Runs' },
  { id: 'sign', type: 'review', every: 'month', by: 'group:finance' },
]);
const rule = rulesIn(spec);
const FINANCE = 'group:default/finance';
const PEOPLE = 'group:default/people';

/** Names of pipelines, worst first. */
const namesIn = ({ items }: Scorecard) =>
  items.map(({ pipelineRef }) => pipelineRef.split('/')[1]);

async function start(options: Partial<Parameters<typeof startSla>[0]> = {}) {
  const database = await migrated(databases, 'SQLITE_3');
  const knex = await database.getClient();
  const known = ['best', 'worst', 'none', 'good'];
  const now = () => november(21);
  const started = await startSla({ database, now, known, ...options });
  const { api, seed } = started;
  const get = async (query = ''): Promise<Scorecard> =>
    (await api.get(`${PATH}${query}`)).body;

  /** A pipeline that kept and broke so many slots of a month. */
  const add = async (
    name: string,
    counts: { met: number; missed: number },
    others: { owner?: string; system?: string; month?: string } = {},
  ) => {
    const { month = '2026-11', owner = FINANCE, system } = others;
    const ref = await seed.pipeline(name, spec, {
      title: name,
      owner,
      ...(system && { system }),
    });
    const ruleId = await seed.rule(ref, {
      rule: rule('objective:run'),
      current: MET,
      nextDueAt: november(21, 9),
    });
    const state = counts.missed > 0 ? 'missed' : 'pending';
    const tally = tallyOf(counts);
    await seed.scores([{ ruleId, ref, month, state, tally }]);
    return { ref, ruleId };
  };
  return { ...started, add, get, knex };
}

async function startFour(options: Parameters<typeof start>[0] = {}) {
  const started = await start(options);
  const { add, seed } = started;
  await add('best', { met: 10, missed: 0 }, { owner: PEOPLE });
  await add('worst', { met: 1, missed: 1 }, { system: 'system:default/money' });
  await add('good', { met: 97, missed: 1 });
  await seed.pipeline('none', specWith([]), { owner: FINANCE });
  return started;
}

describe('the scorecard', () => {
  it('has the worst first, those without a score last, and all of them pooled', async () => {
    const { get } = await startFour();
    const scorecard = await get();
    expect(namesIn(scorecard)).toEqual(['worst', 'good', 'best', 'none']);
    expect(scorecard).toMatchObject({
      month: '2026-11',
      pipelines: 4,
      // 108 of 110, not the mean of three shares.
      checks: { met: 108, missed: 2, shown: '98.18' },
      owners: [
        {
          key: FINANCE,
          pipelines: 3,
          checks: { met: 98, missed: 2, score: 98 },
          worst: { pipelineRef: refOf('worst'), checks: { score: 50 } },
        },
        { key: PEOPLE, pipelines: 1, checks: { score: 100 } },
      ],
      systems: [{ key: 'system:default/money', pipelines: 1 }],
      criticalities: [{ key: 'high', pipelines: 4 }],
      unsigned: [],
    });
    expect(scorecard).not.toHaveProperty('nextCursor');
    expect(scorecard).not.toHaveProperty('checksBefore');
    expect(validatorOf('Scorecard')(scorecard)).toEqual({
      ok: true,
      errors: null,
    });
  });

  it('has each promise with what it came to', async () => {
    const { get } = await startFour();
    const { items } = await get();
    expect(items[0]).toMatchObject({
      pipelineRef: refOf('worst'),
      title: 'worst',
      owner: FINANCE,
      system: 'system:default/money',
      criticality: 'high',
      checks: { met: 1, missed: 1 },
      objectives: [
        {
          id: 'run',
          type: 'delivery',
          title: 'Runs',
          current: { state: 'met' },
          dueAt: '2026-11-21T09:00:00.000Z',
          score: { state: 'missed', shown: '50', unit: 'slots' },
        },
      ],
    });
    expect(items[0].objectives).toHaveLength(1);
    expect(items[3]).toMatchObject({ objectives: [], checks: { met: 0 } });
  });

  it('has six months of each pipeline, and the sum of the month before', async () => {
    const { get, add, seed } = await start();
    const { ref, ruleId } = await add('best', { met: 1, missed: 1 });
    const score = { ruleId, ref, state: 'met' as const };
    await seed.scores([
      { ...score, month: '2026-10', tally: tallyOf({ met: 4 }) },
      { ...score, month: '2026-06', tally: tallyOf({ met: 5 }) },
      { ...score, month: '2026-05', tally: tallyOf({ met: 6 }) },
    ]);
    const { checksBefore, items } = await get();
    expect(checksBefore).toMatchObject({ met: 4, score: 100 });
    expect(
      items[0].trend.map(({ month, checks }) => [month, checks?.met]),
    ).toEqual([
      ['2026-11', 1],
      ['2026-10', 4],
      ['2026-09', undefined],
      ['2026-08', undefined],
      ['2026-07', undefined],
      ['2026-06', 5],
    ]);
  });

  it('says of a past month how it ended', async () => {
    const { add, get, seed } = await start();
    const month = '2026-10';
    const { ref, ruleId } = await add('best', { met: 0, missed: 1 }, { month });
    const time = await seed.rule(ref, {
      rule: rule('objective:sign'),
      unit: 'time',
      current: MET,
    });
    const tally = tallyOf({ unit: 'time', missed: 5 });
    await seed.scores([{ ruleId: time, ref, month, state: 'missed', tally }]);
    await seed.slots([
      { ruleId, expectedAt: new Date('2026-10-30T00:00:00Z') },
      {
        ruleId,
        expectedAt: new Date('2026-10-31T00:00:00Z'),
        verdict: LATE,
      },
      { ruleId, expectedAt: november(1) },
    ]);
    await seed.interval(time, LATE, new Date('2026-10-02T00:00:00Z'));
    const { items } = await get(`?month=${month}`);
    expect(items[0].objectives).toHaveLength(2);
    for (const objective of items[0].objectives) {
      expect(objective.current).toMatchObject({
        state: 'missed',
        reason: 'late',
      });
      expect(objective).not.toHaveProperty('dueAt');
    }
  });

  it('has promises that left the spec', async () => {
    const { add, get, knex } = await start();
    const { ruleId } = await add('best', { met: 1, missed: 0 });
    await knex('pipelines').update({ spec: JSON.stringify(specWith([])) });
    await knex('rules')
      .where({ id: ruleId })
      .update({ ended_at: november(9).toISOString() });
    const { items } = await get();
    expect(items[0].objectives).toMatchObject([{ id: 'run', title: 'Runs' }]);
    expect(items[0].objectives[0]).not.toHaveProperty('current');
  });

  it('names reviews that are not signed', async () => {
    const { add, get, seed } = await start();
    const { ref } = await add('best', { met: 1, missed: 0 });
    const ruleId = await seed.rule(ref, { rule: rule('objective:sign') });
    await seed.slots([
      {
        ruleId,
        key: '2026-10',
        expectedAt: new Date('2026-10-31T00:00:00Z'),
        verdict: {
          state: 'missed',
          reason: 'unsigned',
          evidence: { type: 'review', period: '2026-10', dueAt: 0 },
        },
      },
    ]);
    const month = '2026-10';
    const tally = tallyOf({ missed: 1 });
    await seed.scores([{ ruleId, ref, month, state: 'missed', tally }]);
    const unsigned = [
      { pipelineRef: ref, objective: 'sign', period: '2026-10' },
    ];
    expect((await get()).unsigned).toEqual(unsigned);
    expect((await get('?month=2026-10')).unsigned).toEqual(unsigned);
    expect((await get('?month=2026-09')).unsigned).toEqual([]);
  });

  it('comes page by page, with the sums of all', async () => {
    const { get } = await startFour();
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Scorecard = await get(
        `?limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      names.push(...namesIn(page));
      expect(page.pipelines).toBe(4);
      expect(page.checks.met).toBe(108);
      cursor = page.nextCursor;
    } while (cursor);
    expect(names).toEqual(['worst', 'good', 'best', 'none']);
    const beyond = await get('?cursor=-_zzz');
    expect(beyond.items).toEqual([]);
    expect(beyond).not.toHaveProperty('nextCursor');
  });

  it.each([
    ['owner=people', ['best']],
    ['owner=group:default/finance', ['worst', 'good', 'none']],
    ['system=money', ['worst']],
    ['criticality=low', []],
    ['criticality=high&owner=people', ['best']],
    ['month=2026-10', ['best', 'good', 'none', 'worst']],
    ['month=1970-01', ['best', 'good', 'none', 'worst']],
  ])('has those that pass %s: %s', async (query, names) => {
    const { get } = await startFour();
    const scorecard = await get(`?${query}`);
    expect(namesIn(scorecard)).toEqual(names);
    expect(scorecard.pipelines).toBe(names.length);
  });

  it('is empty where nothing is recorded', async () => {
    const { get } = await start();
    expect(await get()).toMatchObject({
      pipelines: 0,
      items: [],
      owners: [],
      checks: { met: 0, expected: 0 },
    });
  });

  describe('to a reader', () => {
    it('of a policy without conditions asks about no pipeline', async () => {
      const { authorize, get } = await startFour();
      await get();
      expect(authorize).not.toHaveBeenCalled();
    });

    it.each(['catalog.entity.read', 'pipelines.pipeline.read'] as const)(
      'who has no %s is empty',
      async permission => {
        const policy = { [permission]: 'DENY' } as const;
        const { get } = await startFour({ policy });
        const scorecard = await get();
        expect(scorecard).toMatchObject({
          pipelines: 0,
          items: [],
          checks: { met: 0 },
        });
      },
    );

    it('has only what his catalog has, also in sums', async () => {
      const { get } = await startFour({
        policy: { 'catalog.entity.read': 'CONDITIONAL' },
        known: ['best', 'good'],
      });
      const scorecard = await get();
      expect(namesIn(scorecard)).toEqual(['good', 'best']);
      expect(scorecard).toMatchObject({
        pipelines: 2,
        checks: { met: 107, missed: 1 },
        systems: [],
      });
    });

    it('has only what the policy lets him see', async () => {
      const { get } = await startFour({
        policy: { 'pipelines.pipeline.read': 'CONDITIONAL' },
        denied: ['worst', 'none'],
      });
      expect(namesIn(await get())).toEqual(['good', 'best']);
    });
  });

  it.each([
    ['month=2026-13', 'month: must be a month such as 2026-11'],
    ['month=2300-01', 'month: must be in the years'],
    ['criticality=huge', 'criticality'],
    ['owner=a/b/c', 'owner: must be an entity reference'],
    ['system=%20', 'system: must be an entity reference'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['cursor=x', 'cursor: must be the nextCursor of the page before'],
    ['team=a', 'team'],
  ])('is refused for %s: %s', async (query, message) => {
    const { api } = await start();
    const { status, body } = await api.get(`${PATH}?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  describe('as a file', () => {
    it('has all promises of all pipelines, whatever the page', async () => {
      const { api } = await startFour();
      const { headers, text } = await api
        .get(`${PATH}?limit=1`)
        .set('Accept', 'text/csv');
      expect(headers['content-disposition']).toBe(
        'attachment; filename="scorecard-2026-11.csv"',
      );
      const [, ...lines] = text.trim().split('\r\n');
      expect(lines.map(line => line.split(',').slice(0, 6))).toEqual(
        ['worst', 'good', 'best'].map(name => [
          refOf(name),
          name,
          name === 'best' ? PEOPLE : FINANCE,
          name === 'worst' ? 'system:default/money' : '',
          'high',
          'run',
        ]),
      );
    });

    it('asks for exclusions where a score names some', async () => {
      const exclusion = {
        id: 'x',
        pipelineRef: refOf('best'),
        type: 'pause' as const,
        reason: 'rest',
        from: '2026-11-03T00:00:00.000Z',
        to: '2026-11-04T00:00:00.000Z',
        author: 'user:default/c',
        createdAt: '2026-11-01T00:00:00.000Z',
      };
      const { add, api, exclusionsTouching, knex } = await start({
        exclusions: [exclusion],
      });
      const { ruleId } = await add('best', { met: 1, missed: 0 });
      await add('good', { met: 1, missed: 0 });
      const tally = tallyOf({ met: 1, exclusionIds: ['x'] });
      await knex('scores')
        .where({ rule_id: ruleId })
        .update({ tally: JSON.stringify(tally) });
      const { text } = await api.get(PATH).set('Accept', 'text/csv');
      expect(text).toContain('by user:default/c: rest');
      expect(exclusionsTouching).toHaveBeenCalledTimes(1);
      expect(exclusionsTouching).toHaveBeenCalledWith({
        pipelineRef: refOf('best'),
        from: november(1),
        to: new Date('2026-12-01T00:00:00Z'),
      });
    });
  });
});
