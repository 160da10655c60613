import { Objective } from '@techflow/backstage-plugin-pipelines-common';
import fc from 'fast-check';
import { anyYear, COMPANY, generator, YEAR } from './__testUtils__/anyYear';
import { EventDriver } from './__testUtils__/EventDriver';
import { at, DAY, NEW_YORK } from './__testUtils__/instants';
import { KnownFacts } from './__testUtils__/KnownFacts';
import { periodsBetween } from './calendar/period';
import { judge } from './judge';
import { Judgement, Unit } from './judgement';
import { RuleVersion, rulesOf } from './rule';
import {
  countedIntervals,
  countedSlots,
  DayCount,
  dayCounts,
} from './scores/counted';
import { tallyOf } from './scores/tally';

const CHANGES_AT = at('2026-07-14 16:00');

function changed(objective: Objective): Objective {
  if (objective.type === 'ratio') return { ...objective, target: 99.95 };
  return objective.type === 'delivery' && objective.deadline
    ? { ...objective, deadline: 'every day 12:00' }
    : objective;
}

/** The same promises with other limits, from July on. */
const CHANGED = rulesOf({
  ...COMPANY,
  sla: {
    timeZone: NEW_YORK,
    objectives: (COMPANY.sla?.objectives ?? []).map(changed),
  },
  monitors: (COMPANY.monitors ?? []).map(each =>
    each.type === 'threshold' ? { ...each, mustBeLessThan: 60 } : each,
  ),
});

function versionsOf(): { id: string; first: RuleVersion; next: RuleVersion }[] {
  return rulesOf(COMPANY).map((rule, index) => ({
    id: `${rule.kind} ${rule.spec.id}`,
    first: { id: 'v1', from: YEAR.from, rule },
    next: { id: 'v2', from: CHANGES_AT, rule: CHANGED[index] },
  }));
}

/** Everything judged at once, by all facts. */
function fromScratch(driver: EventDriver, known: KnownFacts, now: number) {
  const { unit, slots, intervals, events } = judge({
    versions: driver.versions,
    window: { from: YEAR.from - 100 * DAY, to: Infinity },
    facts: known.all(),
    now,
  });
  return { unit, slots, intervals, days: dayCounts(events, NEW_YORK) };
}

const MONTHS = periodsBetween('month', YEAR.from, YEAR.to, NEW_YORK);

type Kept = Pick<Judgement, 'slots' | 'intervals'> & {
  readonly days: readonly DayCount[];
};

/** What the months of a promise come to. */
function talliesOf(kept: Kept, unit: Unit, now: number) {
  return MONTHS.filter(({ from }) => from <= now).map(month =>
    tallyOf({
      unit,
      month,
      now,
      slots: countedSlots(kept.slots, month),
      intervals: countedIntervals(kept.intervals),
      days: kept.days.filter(({ day }) => day.startsWith(month.label)),
    }),
  );
}

/** Each eleventh day nobody is awake to see that time has come. */
function isAsleep(instant: number): boolean {
  return Math.floor(instant / DAY) % 11 === 0;
}

function liveYear(seed: number) {
  const known = new KnownFacts(YEAR.from + 3 * DAY);
  const rules = versionsOf().map(each => ({
    ...each,
    driver: new EventDriver(each.first),
  }));
  let heardAt = YEAR.from;
  let checkedAt = YEAR.from;
  let checks = 0;

  const wakeUntil = (instant: number) => {
    for (const { driver } of rules) {
      while (driver.nextAt < instant) {
        driver.wake(known, Math.max(driver.nextAt, heardAt));
      }
    }
  };
  const random = generator(seed);
  /** Judged again from any instant on, all is as it was. */
  const judgeAgain = (driver: EventDriver, now: number) => {
    const from = YEAR.from + Math.floor(random() * (now - YEAR.from));
    driver.judge(known, now, from);
  };
  const compare = (now: number) => {
    for (const { id, driver } of rules) {
      judgeAgain(driver, now);
      const { slots, intervals, days } = driver;
      const { unit, ...expected } = fromScratch(driver, known, now);
      expect({ id, now, slots, intervals, days }).toEqual({
        id,
        now,
        ...expected,
      });
      expect({ id, tallies: talliesOf(driver, unit, now) }).toEqual({
        id,
        tallies: talliesOf(expected, unit, now),
      });
      checks += 1;
    }
  };

  let hasChanged = false;
  for (const arrival of anyYear(seed)) {
    const { arrivesAt } = arrival;
    if (!hasChanged && arrivesAt >= CHANGES_AT) {
      hasChanged = true;
      wakeUntil(CHANGES_AT);
      rules.forEach(({ driver, next }) => driver.change(next, known));
    }
    if (!isAsleep(arrivesAt)) wakeUntil(arrivesAt);
    if (arrivesAt - checkedAt > 47 * DAY) {
      checkedAt = arrivesAt;
      wakeUntil(arrivesAt);
      compare(arrivesAt - 1);
    }
    heardAt = arrivesAt;
    known.add(arrival);
    rules.forEach(({ driver }) => driver.hear(arrival, known));
  }
  wakeUntil(YEAR.to);
  compare(YEAR.to - 1);
  return { rules, checks };
}

describe('a year of a company, facts late and in any order', () => {
  it('judged event by event is the year judged from scratch, verdict for verdict', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), seed => {
        const { rules, checks } = liveYear(seed);
        // The year is worth judging: all there is happens in it.
        const states = rules.flatMap(({ driver }) =>
          [...driver.slots, ...driver.intervals].map(
            ({ verdict }) => verdict.state,
          ),
        );
        expect(new Set(states).size).toBe(7);
        expect(checks).toBeGreaterThan(100);
      }),
      // A month that begins within an exclusion, a silence over the end of one,
      // and a year of any kind.
      {
        numRuns: 3,
        examples: [[672592952], [1653795297]],
        endOnFailure: true,
      },
    );
  }, 120_000);
});
