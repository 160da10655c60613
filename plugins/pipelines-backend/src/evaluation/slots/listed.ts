import { Window } from '../RuleJudge';
import { Slot } from './slot';
import { SlotGrid } from './SlotGrid';

/** Slots of a window that are expected until now, and the first to come. */
export function listedSlots(
  grid: SlotGrid,
  { from, to }: Window,
  now: number,
): Slot[] {
  const until = Math.min(to, now + 1);
  const past = until > from ? grid.between(from, until) : [];
  const next = grid.after(Math.max(now, from - 1));
  return next && next.expectedAt < to ? [...past, next] : past;
}
