import { absenceWarnings, resolve, RotationState } from '../../oncall';
import { Time } from './touchedTimes';
import { WantedChange } from './wanted';

/** Widest distance between a zone's day and the day in UTC. */
const ZONE_MS = 86_400_000;

function takersOf({ change }: WantedChange): readonly string[] {
  return change.type === 'swap' ? change.members : [change.by];
}

function mayTouch(times: readonly Time[], days: { from: string; to: string }) {
  const first = Date.parse(`${days.from}T00:00:00Z`) - ZONE_MS;
  const last = Date.parse(`${days.to}T24:00:00Z`) + ZONE_MS;
  return times.some(({ from, to }) => +from < last && +to > first);
}

function absences(
  after: RotationState,
  wanted: WantedChange,
  times: readonly Time[],
  now: Date,
): string[] {
  const takers = takersOf(wanted);
  return after.absences
    .filter(
      absence =>
        takers.includes(absence.member) &&
        absence.withdrawnAt === undefined &&
        mayTouch(times, absence),
    )
    .flatMap(absence =>
      absenceWarnings(after, absence, { now })
        .filter(({ start, end }) =>
          times.some(({ from, to }) => start < to && end > from),
        )
        .map(
          ({ number }) =>
            `${after.nameOf(absence.member)} is away from ${absence.from} to ${
              absence.to
            }, and would have duty then in shift ${number}`,
        ),
    );
}

/** What one should know before a change is made: absences, holidays, gaps. */
export function warningsOf(options: {
  after: RotationState;
  wanted: WantedChange;
  times: readonly Time[];
  now: Date;
}): string[] {
  const { after, wanted, times, now } = options;
  const resolved = times.map(({ from, to }) => resolve(after, from, to));
  const holidays = resolved
    .flatMap(({ shifts }) => shifts)
    .flatMap(({ reasons }) => reasons)
    .flatMap(reason => (reason.type === 'holiday' ? reason.text : []));
  const gaps = resolved.flatMap(each => each.gaps).map(({ text }) => text);
  return [
    ...new Set([...absences(after, wanted, times, now), ...holidays, ...gaps]),
  ];
}
