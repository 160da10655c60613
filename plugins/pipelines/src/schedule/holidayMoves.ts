import { Shift } from '@techflow/backstage-plugin-pipelines-common';

/** Duty that a holiday moves from one member to another. */
export interface HolidayMove {
  from: string;
  to: string;
}

/** Who moves on which holiday, by date (`yyyy-MM-dd` in the rotation's zone). */
export function holidayMoves(
  shifts: readonly Shift[],
): Map<string, HolidayMove> {
  const moves = new Map<string, HolidayMove>();
  for (const { reasons, primary } of shifts) {
    for (const reason of reasons) {
      if (reason.type !== 'holiday') continue;
      for (const { date } of reason.holidays) {
        if (!moves.has(date)) {
          moves.set(date, { from: reason.outgoing, to: primary });
        }
      }
    }
  }
  return moves;
}
