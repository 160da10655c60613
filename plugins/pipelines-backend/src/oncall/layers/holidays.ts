import { CalendarDay, dayOfDate, startOfDay } from '../calendarDay';
import { Absences } from '../changes/absence';
import { HolidayReason } from '../reason';
import { Holiday } from '../rotationPlan';
import { Timeline, VersionSpan } from '../versions/timeline';
import { daysInWords, listInWords } from '../words';
import { DAY_MS } from '../zoneClock';
import { overlay, Piece } from './piece';

type KeptDay = Holiday & { readonly day: CalendarDay };

/** One person's duty on a holiday or on several adjacent ones. */
interface HolidayDuty {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly days: readonly KeptDay[];
  /** Absent if everyone is away. */
  readonly incoming?: string;
  readonly away: readonly string[];
}

/** The holidays of a plan in runs of adjacent days, in order. */
function runsOf(span: VersionSpan): KeptDay[][] {
  const { holidays } = span.version.plan;
  if (holidays?.rule !== 'next-in-sequence') {
    return [];
  }
  const days = [
    ...new Map(
      holidays.dates.map(holiday => [dayOfDate(holiday.date), holiday]),
    ),
  ].sort(([one], [other]) => one - other);
  const runs: KeptDay[][] = [];
  let previous = NaN;
  for (const [day, { date, name }] of days) {
    const kept = { date, name, day };
    if (day === previous + 1) {
      runs[runs.length - 1].push(kept);
    } else {
      runs.push([kept]);
    }
    previous = day;
  }
  return runs;
}

/**
 * The holiday layer: on a major holiday duty moves to the next in sequence who
 * is not away, and adjacent holidays stay with the same person.
 *
 * @remarks
 *
 * Next is counted from the last member whose own shift touches the days. So a
 * handoff on the morning of a holiday takes duty from both who hand over there,
 * and a long holiday does not go to the one who comes on duty in the middle. If
 * nobody is free on all of the days, each day is decided on its own.
 *
 * A decision stands on what was known when the days began: absences entered
 * later, and versions that take effect in the middle, do not change what is
 * past.
 *
 * Source: "Major Holidays: Rotate responsibility to next person in sequence".
 */
export class HolidayLayer {
  readonly #timeline: Timeline;
  readonly #absences: Absences;
  readonly #nameOf: (ref: string) => string;
  readonly #runs = new Map<VersionSpan, KeptDay[][]>();
  readonly #duties = new Map<KeptDay[], HolidayDuty[]>();

  constructor(
    timeline: Timeline,
    absences: Absences,
    nameOf: (ref: string) => string,
  ) {
    this.#timeline = timeline;
    this.#absences = absences;
    this.#nameOf = nameOf;
  }

  /** @param pieces - of one shift of the version */
  apply(pieces: readonly Piece[], span: VersionSpan): Piece[] {
    const start = pieces[0].start;
    const { end } = pieces[pieces.length - 1];
    return this.#dutiesWithin(span, start, end).reduce<Piece[]>(
      (changed, duty) =>
        overlay(changed, duty, piece => ({
          ...piece,
          primary: duty.incoming,
          reasons: [...piece.reasons, this.#reason(duty, piece.holder, span)],
        })),
      [...pieces],
    );
  }

  #dutiesWithin(span: VersionSpan, start: number, end: number): HolidayDuty[] {
    let runs = this.#runs.get(span);
    if (!runs) {
      runs = runsOf(span);
      this.#runs.set(span, runs);
    }
    return runs
      .filter(
        run =>
          // No zone is a day or more from UTC: spares the others a look-up.
          (run[0].day - 1) * DAY_MS < end &&
          (run[run.length - 1].day + 2) * DAY_MS > start,
      )
      .flatMap(run => this.#dutiesOf(run, span));
  }

  #dutiesOf(run: KeptDay[], span: VersionSpan): HolidayDuty[] {
    let duties = this.#duties.get(run);
    if (!duties) {
      const kept = this.#carriedOver(run, span);
      duties = kept ? [kept] : this.#decide(run, span);
      this.#duties.set(run, duties);
    }
    return duties;
  }

  #bounds(days: readonly KeptDay[], span: VersionSpan) {
    const { timeZone } = span.version.plan;
    return {
      start: Math.max(span.start, startOfDay(days[0].day, timeZone)),
      end: startOfDay(days[days.length - 1].day + 1, timeZone),
    };
  }

  /** Who has holiday duty when a version begins in the middle of it keeps it. */
  #carriedOver(run: KeptDay[], span: VersionSpan): HolidayDuty | undefined {
    const bounds = this.#bounds(run, span);
    const before = this.#timeline.spans[this.#timeline.spans.indexOf(span) - 1];
    if (!before || bounds.start > span.start) {
      return undefined;
    }
    const last = this.#dutiesWithin(before, span.start - 1, span.start).find(
      ({ start, end }) => start < span.start && end >= span.start,
    );
    const { members } = span.version.plan;
    return last?.incoming !== undefined && members.includes(last.incoming)
      ? { ...bounds, days: run, incoming: last.incoming, away: last.away }
      : undefined;
  }

  #decide(days: readonly KeptDay[], span: VersionSpan): HolidayDuty[] {
    const { start, end } = this.#bounds(days, span);
    if (!(start < end)) {
      return [];
    }
    const { members } = span.version.plan;
    const planned = span.asPlanned();
    const last = planned.shift(planned.numberAt(end - 1)).primary;
    const place = members.indexOf(last);
    const away: string[] = [];
    for (let step = 1; step <= members.length; step += 1) {
      const incoming = members[(place + step) % members.length];
      const touched = { first: days[0].day, last: days[days.length - 1].day };
      if (!this.#absences.isAway(incoming, touched, start)) {
        return [{ start, end, days, incoming, away }];
      }
      away.push(incoming);
    }
    return days.length > 1
      ? days.flatMap(day => this.#decide([day], span))
      : [{ start, end, days, away }];
  }

  #reason(
    duty: HolidayDuty,
    outgoing: string,
    span: VersionSpan,
  ): HolidayReason {
    const { days, incoming, away } = duty;
    const holidays = days.map(({ date, name }) => ({ date, name }));
    const names = listInWords(away.map(this.#nameOf));
    const areAway = `${names} ${away.length === 1 ? 'is' : 'are'} away`;
    const be = days.length === 1 ? 'is' : 'are';
    const when = `${daysInWords(
      days[0].day,
      days[days.length - 1].day,
    )} ${be} ${listInWords([...new Set(days.map(({ name }) => name))])}`;
    const fact = { type: 'holiday', holidays, outgoing, away } as const;
    if (incoming === undefined) {
      return { ...fact, text: `nobody, because ${when} and ${areAway}` };
    }
    const rule =
      incoming === outgoing
        ? 'nobody else comes before in sequence'
        : `duty moves from ${this.#nameOf(outgoing)} to the next in sequence`;
    const besides =
      away.length > 0 && span.version.plan.members.length > 1
        ? ` (${areAway})`
        : '';
    return {
      ...fact,
      incoming,
      text: `${this.#nameOf(incoming)}, because ${when} and ${rule}${besides}`,
    };
  }
}
