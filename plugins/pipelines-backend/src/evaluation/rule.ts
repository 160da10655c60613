import {
  BusinessCalendar,
  Monitor,
  monitorSchema,
  Objective,
  objectiveSchema,
  PipelineSpec,
} from '@techflow/backstage-plugin-pipelines-common';
import { z } from 'zod';
import { PLAIN_CALENDAR } from './calendar/businessDays';
import { Schedule } from './slots/SlotGrid';

/** A promise with all that its schema fills in. */
export type ObjectiveSpec = z.output<typeof objectiveSchema>;
/** A monitor with all that its schema fills in. */
export type MonitorSpec = z.output<typeof monitorSchema>;

/** The promise of one type. */
export type ObjectiveOf<T extends Objective['type']> = Extract<
  ObjectiveSpec,
  { type: T }
>;
/** The monitor of one type. */
export type MonitorOf<T extends Monitor['type']> = Extract<
  MonitorSpec,
  { type: T }
>;

/** Figures that a run must have to be a good one. */
export interface Requirement {
  readonly metrics: readonly string[];
  /** Of which runs; absent: of all. */
  readonly audience?: string;
}

/** What a rule needs of its pipeline to be judged. */
export interface Setting {
  /** Zone of deadlines and months. */
  readonly timeZone: string;
  readonly calendar: BusinessCalendar;
  readonly schedules: readonly Schedule[];
  readonly requires: readonly Requirement[];
}

/**
 * A promise or a monitor, whole in itself: plain JSON, so that it can be kept
 * beside the verdicts it gave. Ids are unique among those of one kind.
 */
export type Rule =
  | {
      readonly kind: 'objective';
      readonly spec: ObjectiveSpec;
      readonly setting: Setting;
    }
  | {
      readonly kind: 'monitor';
      readonly spec: MonitorSpec;
      readonly setting: Setting;
    };

/** A rule as it was for a time. */
export interface RuleVersion {
  readonly id: string;
  readonly rule: Rule;
  /** Since when it holds: when it was recorded. Epoch milliseconds. */
  readonly from: number;
  /** When the next version, or the end of the rule, took its place. */
  readonly to?: number;
}

/** The rules of a pipeline. Without an SLA, days and months are those of UTC. */
export function rulesOf(spec: PipelineSpec): Rule[] {
  const monitors = (spec.monitors ?? []).map(each => monitorSchema.parse(each));
  const setting: Setting = {
    timeZone: spec.sla?.timeZone ?? 'UTC',
    calendar: { ...PLAIN_CALENDAR, ...spec.sla?.calendar },
    schedules: spec.schedules ?? [],
    requires: monitors.flatMap(monitor =>
      monitor.type === 'required'
        ? [
            {
              metrics: monitor.metrics,
              ...(monitor.audience && { audience: monitor.audience }),
            },
          ]
        : [],
    ),
  };
  const objectives = (spec.sla?.objectives ?? []).map(each =>
    objectiveSchema.parse(each),
  );
  return [
    ...objectives.map<Rule>(each => ({
      kind: 'objective',
      spec: each,
      setting,
    })),
    ...monitors.map<Rule>(each => ({ kind: 'monitor', spec: each, setting })),
  ];
}
