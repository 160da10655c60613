import {
  Monitor,
  Objective,
  PipelineSpec,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  FactFigure,
  Facts,
  MeasurementFact,
  NO_FACTS,
  RunFact,
} from '../facts';
import { judge } from '../judge';
import { Judgement } from '../judgement';
import { RuleVersion, rulesOf } from '../rule';
import { countedIntervals, countedSlots, dayCounts } from '../scores/counted';
import { Tally, tallyOf } from '../scores/tally';
import { at, NEW_YORK, shown } from './instants';

/** The customer's Profit pipeline, as far as judging goes. */
export const PROFIT: PipelineSpec = {
  type: 'batch',
  lifecycle: 'production',
  owner: 'finance',
  criticality: 'high',
  purpose: 'Calculate profit',
  schedules: [
    {
      audience: 'investors',
      cron: '0 6 1 * *',
      timeZone: NEW_YORK,
      grace: '2h',
    },
    {
      audience: 'experiments',
      cron: '0 5 * * *',
      timeZone: NEW_YORK,
      grace: '2h',
    },
  ],
};

/** Since when rules of tests hold, where they say nothing else. */
export const FROM = at('2026-01-01 00:00');

type Given = Partial<Omit<RuleVersion, 'rule'>> & {
  /** Of the pipeline's spec. */
  with?: Partial<PipelineSpec>;
  calendar?: NonNullable<PipelineSpec['sla']>['calendar'];
};

function version(spec: PipelineSpec, id: string, given: Given): RuleVersion {
  const rule = rulesOf({ ...spec, ...given.with }).find(
    each => each.spec.id === id,
  );
  if (!rule) throw new RangeError(`There is no rule ${id}`);
  return {
    id: given.id ?? 'v1',
    from: given.from ?? FROM,
    ...(given.to !== undefined && { to: given.to }),
    rule,
  };
}

/** A version of a promise of Profit. */
export function promise(objective: Objective, given: Given = {}): RuleVersion {
  const { calendar } = given;
  const sla = {
    timeZone: NEW_YORK,
    ...(calendar && { calendar }),
    objectives: [objective],
  };
  return version({ ...PROFIT, sla }, objective.id, given);
}

/** A version of a monitor of Profit. */
export function monitor(spec: Monitor, given: Given = {}): RuleVersion {
  const sla: PipelineSpec['sla'] = {
    timeZone: NEW_YORK,
    objectives: [{ id: 'up', type: 'availability' }],
  };
  return version({ ...PROFIT, sla, monitors: [spec] }, spec.id, given);
}

/** A run, by New York's clocks; heard of when it ended. */
export function run(
  begun: string,
  changes: Partial<Omit<RunFact, 'begunAt' | 'endedAt'>> & {
    ended?: string;
  } = {},
): RunFact {
  const { ended, ...rest } = changes;
  const endedAt = ended === undefined ? undefined : at(ended);
  return {
    id: `run ${begun}`,
    audience: 'investors',
    state: ended === undefined ? 'running' : 'complete',
    begunAt: at(begun),
    ...(endedAt !== undefined && { endedAt }),
    receivedAt: endedAt ?? at(begun),
    isBackfill: false,
    ...rest,
  };
}

/** A measurement, by New York's clocks; heard of at once. */
export function measured(
  metric: string,
  when: string,
  figure: FactFigure,
  changes: Partial<MeasurementFact> = {},
): MeasurementFact {
  return {
    id: `${metric} ${when}`,
    metric,
    series: '',
    at: at(when),
    receivedAt: at(when),
    figure,
    ...changes,
  };
}

export function facts(known: Partial<Facts>): Facts {
  return { ...NO_FACTS, ...known };
}

/** Judges all that is known at an instant, by New York's clocks. */
export function judgeAt(
  versions: readonly RuleVersion[],
  now: string,
  known: Partial<Facts>,
  window: { from?: string; to?: string } = {},
): Judgement {
  return judge({
    versions,
    window: {
      from: window.from ? at(window.from) : FROM,
      to: window.to ? at(window.to) : Infinity,
    },
    facts: facts(known),
    now: at(now),
  });
}

/** What was judged of a month, counted as it is when it was stored. */
export function monthTally(
  { unit, slots, intervals, events }: Judgement,
  month: { from: number; to: number },
  now: number,
): Tally {
  const of = events.filter(
    ({ at: when }) => when >= month.from && when < month.to,
  );
  return tallyOf({
    unit,
    month,
    now,
    slots: countedSlots(slots, month),
    intervals: countedIntervals(intervals),
    days: dayCounts(of, NEW_YORK),
  });
}

/** `missed late`, `met`: the state and why. */
export function inWords(
  verdict: Judgement['current'] | undefined,
): string | undefined {
  if (!verdict) return undefined;
  return 'reason' in verdict
    ? `${verdict.state} ${verdict.reason}`
    : verdict.state;
}

/** `2026-11-01 06:00 met`, one line for each slot by when it is expected. */
export function slotLines({ slots }: Judgement): string[] {
  return slots.map(
    ({ slot, verdict }) =>
      `${shown(slot.expectedAt).slice(0, 16)} ${inWords(verdict)}`,
  );
}

/** `2026-11-01 06:00 met`, one line for each interval by its begin. */
export function intervalLines({ intervals }: Judgement): string[] {
  return intervals.map(
    ({ from, verdict }) => `${shown(from).slice(0, 16)} ${inWords(verdict)}`,
  );
}

/** What a monitor says at noon of 3 November, of what was measured at 05:00. */
export function says(spec: Monitor, figure: FactFigure): string | undefined {
  const metric = 'metric' in spec && spec.metric ? spec.metric : 'm';
  const measurements = [measured(metric, '2026-11-03 05:00', figure)];
  const { current } = judgeAt([monitor(spec)], '2026-11-03 12:00', {
    measurements,
  });
  return inWords(current);
}
