// Pipelines with a history, written by SQL: what judging would have left of a
// month or a year.
import { metadataOf } from './backend.mjs';

const DAY_MS = 86_400_000;
/** So many are in the catalog and recorded from there; the others are copies. */
export const REAL = 20;
const FIRST = 'pipeline:default/p-0';
const ZONE = 'America/New_York';

/** A promise of each kind of counting, and four monitors. */
export const recorded = Array.from({ length: REAL }, (_, index) => ({
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { ...metadataOf(`p-${index}`), title: `Pipeline ${index}` },
  spec: {
    type: 'batch',
    lifecycle: 'production',
    criticality: 'high',
    purpose: 'Calculates profit',
    owner: `team-${index}`,
    system: `system-${index}`,
    sla: {
      timeZone: ZONE,
      objectives: [
        { id: 'daily', type: 'delivery', deadline: 'every day 09:00' },
        { id: 'weekly', type: 'delivery', deadline: 'Friday end of day' },
        { id: 'signed', type: 'review', every: 'month', by: 'finance' },
        { id: 'fresh', type: 'freshness', maxAge: '24h', target: 99 },
        { id: 'up', type: 'availability', target: 99 },
        { id: 'valid', type: 'ratio', metric: 'valid', target: 99.9 },
      ],
    },
    monitors: [
      { id: 'rows', type: 'threshold', metric: 'rows', mustBeGreaterThan: 0 },
      { id: 'lag', type: 'range', metric: 'lag', mustBeBetween: [0, 900] },
      { id: 'drop', type: 'threshold', metric: 'loss', mustBeLessThan: 5 },
      { id: 'heard', type: 'silence', silentFor: '48h' },
    ],
  },
}));

/** Rules that the real ones have together. */
export const RULES = REAL * 10;

const EVIDENCE = {
  slots: {
    type: 'run',
    runId: 'a-run-of-this-pipeline',
    endedAt: 1_790_000_000_000,
    dueAt: 1_790_000_100_000,
    attempts: 1,
    failed: 0,
  },
  time: {
    type: 'age',
    source: 'watermark',
    id: '17/2026-11-01T00:00:00.000Z',
    newest: 1_790_000_000_000,
    maxAgeMs: DAY_MS,
  },
  events: {
    type: 'share',
    id: '18/2026-11-01T00:00:00.000Z',
    good: 9_999,
    total: 10_000,
    target: 99.9,
  },
};
const metOf = unit =>
  JSON.stringify({ state: 'met', evidence: EVIDENCE[unit] });
const missedOf = (unit, reason) =>
  JSON.stringify({ state: 'missed', reason, evidence: EVIDENCE[unit] });
const byUnit = of =>
  `case unit ${Object.keys(EVIDENCE)
    .map(unit => `when '${unit}' then '${of(unit)}'`)
    .join(' ')} end`;

const instant = sql => `to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Copies of the first pipeline with its rules, and nothing due at all. */
async function copyPipelines(knex, count, begin) {
  const [{ known }] = await knex('pipelines').count({ known: '*' });
  const copies = `generate_series(${known}, ${count - 1}) n`;
  await knex.raw(
    `insert into pipelines (pipeline_ref, spec, recorded_at, title, owner_ref,
        system_ref, criticality)
      select 'pipeline:default/p-' || n, spec, recorded_at, 'Pipeline ' || n,
        'group:default/team-' || n % 40, 'system:default/system-' || n % 100,
        criticality
      from pipelines, ${copies} where pipeline_ref = ?`,
    [FIRST],
  );
  await knex.raw(
    `insert into rules (pipeline_ref, kind, name, type, unit, recorded_at)
      select 'pipeline:default/p-' || n, kind, name, type, unit, recorded_at
      from rules, ${copies} where pipeline_ref = ? order by n, id`,
    [FIRST],
  );
  await knex.raw(
    `insert into rule_versions (rule_id, rule, from_at)
      select r.id, v.rule, v.from_at from rules f
        join rule_versions v on v.rule_id = f.id
        join rules r on r.kind = f.kind and r.name = f.name and r.type = f.type
      where f.pipeline_ref = ? and not exists (
        select 1 from rule_versions x where x.rule_id = r.id)
      order by r.id`,
    [FIRST],
  );
  await knex.raw(
    `insert into rule_reads (pipeline_ref, fact, rule_id)
      select r.pipeline_ref, x.fact, r.id from rules f
        join rule_reads x on x.rule_id = f.id
        join rules r on r.kind = f.kind and r.name = f.name and r.type = f.type
      where f.pipeline_ref = ? on conflict do nothing`,
    [FIRST],
  );
  await knex('rule_versions').update({ from_at: begin });
  // Far from now: nothing is due while this is measured.
  await knex.raw(
    `update rules set recorded_at = :begin, judged_at = :begin, since = :begin,
      touched_from = null, score_at = null, open_from = null,
      due_at = '2999-01-01T00:00:00.000Z', "current" = ${byUnit(metOf)},
      next_due_at = case when unit = 'slots' then '2999-01-01T00:00:00.000Z' end,
      next_slot = case when unit = 'slots' then '2999-01-01T00:00:00.000Z' end`,
    { begin },
  );
}

/** A slot every so many days, one in twenty missed. */
async function fillSlots(knex, { name, from, to, step, missed }) {
  const slot = `(d.at at time zone 'UTC')`;
  const isMissed = `(r.id * 7 + extract(epoch from d.at)::bigint / 86400) % 20 = 0`;
  await knex.raw(
    `insert into slot_verdicts (rule_id, key, expected_at, due_at, month, day,
        state, verdict, exclusion_ids, version_id, target)
      select r.id, ${instant(slot)}, ${instant(slot)}, ${instant(slot)},
        to_char(${slot}, 'YYYY-MM'), to_char(${slot}, 'YYYY-MM-DD'),
        case when ${isMissed} then 'missed' else 'met' end,
        case when ${isMissed} then :missed else :met end,
        '[]', r.version_id, 100
      from (select r.id, v.id as version_id from rules r
          join rule_versions v on v.rule_id = r.id
          where r.kind = 'objective' and r.name = :name) r,
        generate_series(:from::timestamptz, :to::timestamptz,
          :step::interval) d(at)
      order by r.id, d.at`,
    {
      name,
      from,
      to,
      step,
      missed: missedOf('slots', missed),
      met: metOf('slots'),
    },
  );
}

/** Ten changes a month of promises about time, two of monitors. */
async function fillIntervals(knex, { from, to, now }) {
  const at = column => `(${column} at time zone 'UTC')`;
  for (const [kind, step] of [
    ['objective', '3 days'],
    ['monitor', '15 days'],
  ]) {
    const isMissed = `extract(epoch from d.at)::bigint / 259200 % 2 = 0`;
    await knex.raw(
      `insert into state_intervals (rule_id, from_at, to_at, state, verdict,
          exclusion_ids, version_id, target)
        select r.id, ${instant(at('d.at'))},
          case when d.at + :step::interval < :now::timestamptz
            then ${instant(at('(d.at + :step::interval)'))} end,
          case when ${isMissed} then 'missed' else 'met' end,
          case when ${isMissed} then :missed else :met end,
          '[]', r.version_id, 99
        from (select r.id, v.id as version_id from rules r
            join rule_versions v on v.rule_id = r.id
            where r.kind = :kind and r.unit <> 'slots') r,
          generate_series(:from::timestamptz, :to::timestamptz,
            :step::interval) d(at)
        order by r.id, d.at`,
      {
        kind,
        step,
        from,
        to,
        now,
        missed: missedOf('time', 'stale'),
        met: metOf('time'),
      },
    );
  }
}

async function fillDays(knex, { from, to }) {
  await knex.raw(
    `insert into event_days (rule_id, day, version_id, target, good, total)
      select r.id, to_char(d.at at time zone 'UTC', 'YYYY-MM-DD'),
        v.id, 99.9, 9999, 10000
      from rules r join rule_versions v on v.rule_id = r.id,
        generate_series(:from::timestamptz, :to::timestamptz, '1 day') d(at)
      where r.unit = 'events' order by r.id, d.at`,
    { from, to },
  );
}

/** What a promise came to in a month, as judging writes it. */
function scoreOf(unit, isMissed) {
  const [met, missed] = {
    slots: isMissed ? [28, 1] : [29, 0],
    time: isMissed ? [28 * DAY_MS, DAY_MS] : [29 * DAY_MS, 0],
    events: isMissed ? [279_000, 1_000] : [280_000, 0],
  }[unit];
  const target = unit === 'slots' ? 100 : 99;
  const expected = unit === 'events' ? 29 * DAY_MS : met + missed;
  const counts = { met, missed, open: 0, excluded: 0, expected };
  const tally = {
    unit,
    parts: [{ target, met, missed }],
    ...counts,
    judged: expected,
    noBaseline: 0,
    exclusionIds: [],
  };
  return { ...counts, target, tally: JSON.stringify(tally) };
}

/** One promise in five missed its target; month by month, as time goes by. */
async function fillScores(knex, { months, now }) {
  const kinds = Object.keys(EVIDENCE).flatMap(unit =>
    ['met', 'missed'].map(state => ({
      unit,
      state,
      ...scoreOf(unit, state === 'missed'),
    })),
  );
  await knex.raw(
    `insert into scores (rule_id, month, pipeline_ref, state, unit, target,
        met, missed, open, excluded, expected, judged, tally, standing,
        counted_at, revision)
      select r.id, m, r.pipeline_ref, k.state, k.unit, k.target, k.met,
        k.missed, 0, 0, k.expected, k.expected, k.tally,
        case when k.unit = 'slots' then null else 'met' end, :now, 0
      from unnest(:months::text[]) m, rules r
        join jsonb_to_recordset(:kinds::jsonb) k(unit text, state text,
          target float, met float, missed float, expected float, tally text)
        on k.unit = r.unit
          and k.state = case when (r.id + r.id / 10) % 5 = 0 then 'missed' else 'met' end
      where r.kind = 'objective' order by m, r.id`,
    { months, kinds: JSON.stringify(kinds), now },
  );
}

const monthsIn = (from, to) => {
  const months = new Set();
  for (let at = +from; at <= +to; at += DAY_MS) {
    months.add(new Date(at).toISOString().slice(0, 'yyyy-MM'.length));
  }
  return [...months];
};

/**
 * Has so many pipelines, with what was judged of the last so many days.
 *
 * @param knex - of the plugin's database, where the real ones are recorded
 */
export async function fill(knex, { count, days }) {
  const now = new Date();
  const begin = new Date(+now - days * DAY_MS);
  const from = begin.toISOString();
  const to = new Date(+now - DAY_MS / 24).toISOString();
  const range = { from, to, now: now.toISOString() };
  for (const table of [
    'scores',
    'slot_verdicts',
    'state_intervals',
    'event_days',
  ]) {
    await knex.raw(`truncate ${table}`);
  }
  await copyPipelines(knex, count, from);
  const slots = [
    ['daily', '1 day', 'late'],
    ['weekly', '7 days', 'absent'],
    ['signed', '1 month', 'unsigned'],
  ];
  for (const [name, step, missed] of slots) {
    await fillSlots(knex, { ...range, name, step, missed });
  }
  await fillIntervals(knex, range);
  await fillDays(knex, range);
  await fillScores(knex, { months: monthsIn(begin, now), now: range.now });
  await knex.raw('vacuum analyze');
}
