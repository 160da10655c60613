import { deadlineTimes } from '../calendar/deadlineTimes';
import {
  Period,
  periodAt,
  periodBefore,
  periodsBetween,
} from '../calendar/period';
import { Facts, ReviewFact } from '../facts';
import { ObjectiveOf, Setting } from '../rule';
import { SlotsJudge, SlotVerdict, Window } from '../RuleJudge';
import { Slot } from '../slots/slot';
import { Evidence } from '../verdict';

/** How long before it is due an unsigned review is a risk. */
const REMINDER_MS = 3 * 86_400_000;

/** Periods that end within a window until now, and the first to end. */
function periodsOf(
  unit: Period['unit'],
  { from, to }: Window,
  now: number,
  timeZone: string,
): Period[] {
  const until = Math.max(Math.min(to, now + 1), from);
  const first = periodBefore(periodAt(unit, from, timeZone), timeZone);
  const last = periodAt(unit, until, timeZone);
  return periodsBetween(unit, first.from, last.to, timeZone).filter(
    period => period.to >= from && period.to < to,
  );
}

function evidenceOf(
  { key, dueAt }: Slot,
  said: ReviewFact | undefined,
): Evidence {
  return {
    type: 'review',
    period: key,
    dueAt,
    ...(said && { reviewId: said.id, signedAt: said.at }),
  };
}

function judgePeriod(
  slot: Slot,
  reviews: readonly ReviewFact[],
  now: number,
): SlotVerdict {
  const { dueAt } = slot;
  const inTime = reviews.filter(({ at }) => at <= dueAt);
  const last = inTime[inTime.length - 1];
  if (last?.isApproved) {
    return {
      slot,
      verdict: { state: 'met', evidence: evidenceOf(slot, last) },
    };
  }
  if (now > dueAt) {
    const late = reviews.find(({ at, isApproved }) => isApproved && at > dueAt);
    const evidence = evidenceOf(slot, late ?? last);
    const reason = late ? 'late' : 'unsigned';
    return { slot, verdict: { state: 'missed', reason, evidence } };
  }
  const evidence = evidenceOf(slot, last);
  const riskyAt = dueAt - REMINDER_MS;
  if (last || now >= riskyAt) {
    const reason = last ? 'failed' : 'due-soon';
    return {
      slot,
      verdict: { state: 'at-risk', reason, evidence },
      nextAt: dueAt + 1,
    };
  }
  return { slot, verdict: { state: 'pending', evidence }, nextAt: riskyAt };
}

/**
 * Judges whether each period was signed off in time. What was said last before
 * it was due counts; a sign-off after that is late. The rule that holds when a
 * period ends is that of the period.
 */
export function review(
  spec: ObjectiveOf<'review'>,
  setting: Setting,
): SlotsJudge {
  const { timeZone, calendar } = setting;
  const { due, every } = spec;
  const times = due && deadlineTimes({ words: due, timeZone, calendar });
  const slotOf = ({ label, from, to }: Period): Slot => ({
    key: label,
    expectedAt: to,
    // The first such time from the end of the period on.
    dueAt: (times && times.after(to - 1)) || to,
    from,
    to,
    countsAt: to - 1,
  });
  const reviewsOf = (facts: Facts, period: string) =>
    facts.reviews
      .filter(each => each.ruleId === spec.id && each.period === period)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    shape: 'slots',
    target: 100,
    isExcludedByNameOnly: true,
    reads: { reviews: true },
    // Periods end long before they are due.
    judgedFrom: touchedFrom =>
      times
        ? (times.atOrBefore(touchedFrom - 1) ?? touchedFrom - 1) + 1
        : touchedFrom,
    needs: window => ({
      reviews: { from: periodAt(every, window.from - 1, timeZone).from },
    }),
    slots: ({ window, facts, now }) =>
      periodsOf(every, window, now, timeZone)
        .map(slotOf)
        .map(slot => judgePeriod(slot, reviewsOf(facts, slot.key), now)),
  };
}
