export { afterSwap } from './afterSwap';
export { holidayMoves, type HolidayMove } from './holidayMoves';
export { joined } from './joined';
export { shiftsAhead, type WholeShift } from './ownShifts';
export {
  planDay,
  type DayMark,
  type DayPart,
  type PlannedDay,
  type Schedule,
} from './planDay';
export {
  allHandsReason,
  decidingReason,
  holderOf,
  reasonWords,
} from './shiftReasons';
export { shortNames } from './shortNames';
