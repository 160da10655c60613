import type { PipelineSla } from '@techflow/backstage-plugin-pipelines-common';
import { StandingVersion } from '../../database/scores/ScoreStore';
import { ObjectiveSpec, Rule, Setting } from '../../evaluation';

/** Words about a promise, which change nothing in how it is judged. */
const WORDS = ['id', 'type', 'title', 'description', 'severity', 'of'];

const OF_RUNS = ['delivery', 'success'];
const OF_DEADLINES = ['delivery', 'resolution', 'review'];
const OF_GOOD_RUNS = ['delivery', 'success', 'freshness'];

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function scheduleWords({ schedules }: Setting): string {
  return schedules
    .map(({ audience, cron, timeZone, grace = '0m' }) =>
      [`${audience} ${cron} ${timeZone}`, `grace ${grace}`].join(', '),
    )
    .join('; ');
}

function calendarWords({ calendar }: Setting): string {
  const holidays = calendar.holidays ?? [];
  return [
    ...(calendar.weekend ?? []),
    ...holidays.map(({ date }) => date),
  ].join(', ');
}

/** What a promise says, field by field, as far as it is judged by it. */
function fieldsOf(spec: ObjectiveSpec, setting: Setting): Map<string, string> {
  const { type } = spec;
  const own = Object.entries(spec).filter(
    ([name, value]) => !WORDS.includes(name) && value !== undefined,
  );
  const fields = new Map(own.map(([name, value]) => [name, words(value)]));
  fields.set('timeZone', setting.timeZone);
  if (OF_RUNS.includes(type)) fields.set('schedules', scheduleWords(setting));
  if (OF_DEADLINES.includes(type)) {
    fields.set('days off', calendarWords(setting));
  }
  if (OF_GOOD_RUNS.includes(type)) {
    const required = setting.requires.flatMap(({ metrics }) => metrics);
    fields.set('required figures', required.join(', '));
  }
  return fields;
}

function differing(
  before: Rule,
  after: Rule,
): { before: string; after: string } | undefined {
  if (before.kind !== 'objective' || after.kind !== 'objective') {
    return undefined;
  }
  const old = fieldsOf(before.spec, before.setting);
  const next = fieldsOf(after.spec, after.setting);
  if (before.spec.type !== after.spec.type) {
    old.set('type', before.spec.type);
    next.set('type', after.spec.type);
  }
  const names = [...new Set([...old.keys(), ...next.keys()])].filter(
    name => old.get(name) !== next.get(name),
  );
  if (names.length === 0) return undefined;
  const said = (fields: ReadonlyMap<string, string>) =>
    names.map(name => `${name}: ${fields.get(name) || 'none'}`).join('; ');
  return { before: said(old), after: said(next) };
}

/**
 * Newer versions of promises that took effect within a month, by time: each with
 * what it says differently, and what was said before.
 *
 * @param versions - of each promise in order
 */
export function changesOf(
  versions: readonly StandingVersion[],
  month: { from: number; to: number },
): PipelineSla['changes'] {
  return versions
    .flatMap((version, index) => {
      const { from, rule, ruleId } = version;
      const before = versions[index - 1];
      if (before?.ruleId !== ruleId) return [];
      if (+from < month.from || +from >= month.to) return [];
      const found = differing(before.rule, rule);
      return found
        ? [{ objective: rule.spec.id, at: from.toISOString(), ...found }]
        : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
