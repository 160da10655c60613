import { dateOfDay, dayAt, lastDayOfMonth, startOfDay } from '../calendarDay';
import { AllHandsReason } from '../reason';
import { AllHandsPlan, RotationPlan } from '../rotationPlan';
import { daysInWords } from '../words';
import { overlay, Piece } from './piece';

/** The last week of a month. */
const USUAL_DAYS = 7;

interface Period {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly reason: AllHandsReason;
}

/** The periods of one kind that touch a span of time. */
function periodsWithin(
  { name, days = USUAL_DAYS }: AllHandsPlan,
  timeZone: string,
  span: { readonly start: number; readonly end: number },
): Period[] {
  const periods: Period[] = [];
  let last = lastDayOfMonth(dayAt(span.start, timeZone));
  for (;;) {
    const first = last - days + 1;
    const start = startOfDay(first, timeZone);
    if (!(start < span.end)) {
      return periods;
    }
    const [from, to] = [dateOfDay(first), dateOfDay(last)];
    const text = `everyone watches ${daysInWords(first, last)}: ${name}`;
    periods.push({
      start,
      end: startOfDay(last + 1, timeZone),
      reason: { type: 'all-hands', name, from, to, text },
    });
    last = lastDayOfMonth(last + 1);
  }
}

/**
 * The all-hands overlay: in the last days of each month, by the calendar of the
 * rotation's zone, the primary stays primary and all other members watch.
 *
 * Source: "Last Week of Month: All DE team members monitor pipelines closely".
 *
 * @param pieces - of one shift
 * @param plan - of that shift's version
 */
export function withAllHands(
  pieces: readonly Piece[],
  plan: RotationPlan,
): Piece[] {
  const { allHands = [], members, timeZone } = plan;
  const span = { start: pieces[0].start, end: pieces[pieces.length - 1].end };
  return allHands
    .flatMap(kind => periodsWithin(kind, timeZone, span))
    .reduce<Piece[]>(
      (changed, period) =>
        overlay(changed, period, piece => ({
          ...piece,
          watching: members.filter(member => member !== piece.primary),
          reasons: [...piece.reasons, period.reason],
        })),
      [...pieces],
    );
}
