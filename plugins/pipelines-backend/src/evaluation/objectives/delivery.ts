import { ObjectiveOf, Setting } from '../rule';
import { SlotsJudge } from '../RuleJudge';
import {
  judgeRunSlots,
  requiredMetrics,
  runNeeds,
  runsJudgedFrom,
} from '../slots/runSlots';
import { SlotGrid } from '../slots/SlotGrid';

/**
 * Times at which a delivery is expected.
 *
 * @throws RangeError if there is neither a deadline nor a schedule of the audience
 */
function gridOf(spec: ObjectiveOf<'delivery'>, setting: Setting): SlotGrid {
  const { audience, deadline, grace } = spec;
  const { timeZone, calendar } = setting;
  if (deadline) {
    return SlotGrid.ofDeadline({
      words: deadline,
      grace,
      audience,
      timeZone,
      calendar,
    });
  }
  const schedule = setting.schedules.find(each => each.audience === audience);
  if (!schedule) {
    throw new RangeError(`'${spec.id}' has no deadline, nor a schedule`);
  }
  return SlotGrid.ofSchedule(schedule);
}

/** Judges whether a good run is there by each time; the first miss breaks it. */
export function delivery(
  spec: ObjectiveOf<'delivery'>,
  setting: Setting,
): SlotsJudge {
  const { audience } = spec;
  const grid = gridOf(spec, setting);
  const metrics = requiredMetrics(setting, audience);
  return {
    shape: 'slots',
    target: 100,
    reads: { runs: audience ? { audience } : 'all', metrics },
    judgedFrom: runsJudgedFrom(grid, metrics, setting),
    needs: window => runNeeds(grid, window, metrics),
    slots: options => judgeRunSlots({ ...options, grid, audience, setting }),
  };
}
