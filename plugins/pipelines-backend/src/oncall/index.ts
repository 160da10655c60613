export { startOfDate } from './calendarDay';
export type {
  AllHandsPlan,
  Holiday,
  HolidayPlan,
  RotationPlan,
} from './rotationPlan';
export type {
  AllHandsReason,
  CoverReason,
  HolidayReason,
  Reason,
  SequenceReason,
  SwapReason,
} from './reason';
export type { Shift } from './shift';
export { onCall, shiftAt, shifts, whoAt } from './shifts';
export type { OnCall } from './shifts';
export { firstVersion, withVersion } from './versions/rotationVersion';
export type { RotationVersion } from './versions/rotationVersion';
export { nextVersion } from './versions/nextVersion';
export type { RotationState } from './roster';
export type { Gap, ResolvedShift, Segment } from './resolvedShift';
export { onCallResolved, resolve, whoAtResolved } from './resolve';
export type { OnCallResolved, Resolved } from './resolve';
export type { Absence } from './changes/absence';
export type { Cover } from './changes/cover';
export type { AcceptedSwap, LapsedSwap } from './changes/swap';
export { proposeSwap } from './changes/proposeSwap';
export type {
  NoProposal,
  SwapOptions,
  SwapProposal,
} from './changes/proposeSwap';
export { proposeCover } from './changes/proposeCover';
export type {
  CoverOptions,
  CoverProposal,
  NothingToCover,
  UncoveredProposal,
} from './changes/proposeCover';
export { absenceWarnings } from './changes/absenceWarnings';
export type { AbsenceWarning } from './changes/absenceWarnings';
export { statistics } from './statistics';
export type { Balance, MemberLoad, Statistics } from './statistics';
export { handoffs } from './handoffs';
export type { Handoff } from './handoffs';
export { calendarEvents, cancelledEvents } from './feed/calendarEvents';
export type { CalendarEvent, CalendarSubject } from './feed/calendarEvents';
export { renderCalendar } from './feed/renderCalendar';
export type { CalendarFeed } from './feed/renderCalendar';
export { swapProblem } from './changes/checkSwap';
export type { SwapProblem } from './changes/checkSwap';
export { Timeline } from './versions/timeline';
export type { BaseShift } from './versions/timeline';
