import { Objective } from '@techflow/backstage-plugin-pipelines-common';
import fc from 'fast-check';
import { anyYear, COMPANY, YEAR } from './__testUtils__/anyYear';
import { EventDriver, KnownFacts } from './__testUtils__/EventDriver';
import { at, DAY, NEW_YORK } from './__testUtils__/instants';
import { judge } from './judge';
import { RuleVersion, rulesOf } from './rule';

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
  const { slots, intervals, events } = judge({
    versions: driver.versions,
    window: { from: YEAR.from - 100 * DAY, to: Infinity },
    facts: known.all(),
    now,
  });
  return { slots, intervals, events };
}

function liveYear(seed: number) {
  const known = new KnownFacts(YEAR.from + 3 * DAY);
  const rules = versionsOf().map(each => ({
    ...each,
    driver: new EventDriver(each.first),
  }));
  let checkedAt = YEAR.from;
  let checks = 0;

  const wakeUntil = (instant: number) => {
    for (const { driver } of rules) {
      while (driver.nextAt < instant) driver.wake(known);
    }
  };
  const compare = (now: number) => {
    for (const { id, driver } of rules) {
      const { slots, intervals, events } = driver;
      const expected = fromScratch(driver, known, now);
      expect({ id, now, slots, intervals, events }).toEqual({
        id,
        now,
        ...expected,
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
    wakeUntil(arrivesAt);
    if (arrivesAt - checkedAt > 47 * DAY) {
      checkedAt = arrivesAt;
      compare(arrivesAt - 1);
    }
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
      // A year in which a month begins within an exclusion, and one of any kind.
      { numRuns: 2, examples: [[672592952]], endOnFailure: true },
    );
  }, 120_000);
});
