import { Needs } from '../facts';
import { ObjectiveOf, Setting } from '../rule';
import { SlotsJudge } from '../RuleJudge';
import {
  judgeRunSlots,
  requiredMetrics,
  runNeeds,
  runsJudgedFrom,
} from '../slots/runSlots';
import { SlotGrid } from '../slots/SlotGrid';

function widest(needs: readonly Needs[]): Needs {
  const from = Math.min(...needs.map(({ runs }) => runs?.from ?? Infinity));
  const metrics = needs.flatMap(each => Object.keys(each.metrics ?? {}));
  return {
    runs: { from },
    metrics: Object.fromEntries(metrics.map(metric => [metric, { from }])),
  };
}

/**
 * Judges whether expected runs come good: each slot is met by the first good run
 * before it is due, however many attempts failed before. So that the share is one
 * of slots; attempts stand in the evidence.
 */
export function success(
  spec: ObjectiveOf<'success'>,
  setting: Setting,
): SlotsJudge {
  const schedules = setting.schedules.filter(
    ({ audience }) => spec.audience === undefined || audience === spec.audience,
  );
  const parts = schedules.map(schedule => {
    const grid = SlotGrid.ofSchedule(schedule);
    const metrics = requiredMetrics(setting, schedule.audience);
    return {
      audience: schedule.audience,
      grid,
      metrics,
      judgedFrom: runsJudgedFrom(grid, metrics, setting),
    };
  });
  return {
    shape: 'slots',
    target: spec.target,
    reads: {
      runs: spec.audience ? { audience: spec.audience } : 'all',
      metrics: [...new Set(parts.flatMap(({ metrics }) => metrics))],
    },
    judgedFrom: touchedFrom =>
      Math.min(touchedFrom, ...parts.map(part => part.judgedFrom(touchedFrom))),
    needs: window =>
      parts.length > 0
        ? widest(
            parts.map(({ grid, metrics }) => runNeeds(grid, window, metrics)),
          )
        : {},
    slots: options =>
      parts
        .flatMap(part =>
          judgeRunSlots({ ...options, ...part, setting }).map(judged => ({
            ...judged,
            // Two audiences may expect runs at the same time.
            slot: {
              ...judged.slot,
              key: `${part.audience}/${judged.slot.key}`,
            },
          })),
        )
        .sort((a, b) => a.slot.expectedAt - b.slot.expectedAt),
  };
}
