import { Run } from '@techflow/backstage-plugin-pipelines-common';
import { durationWords } from '../time';

/** How a run keeps to its slot, in words. */
export type Lateness =
  | { state: 'on-time' | 'late' | 'expected'; words: string }
  /** There is nothing to keep to, or it ended without success. */
  | { state: 'none' };

/**
 * How a run keeps to its slot. What the backend counted is right for a run that
 * has ended; for one that has not, the clock of this page counts on.
 */
export function lateness({ slot, state, endedAt }: Run, now: number): Lateness {
  if (slot?.lateBy === undefined) return { state: 'none' };
  const isOpen = !endedAt && (state === 'running' || state === 'unknown');
  const untilNow = Math.floor((now - Date.parse(slot.dueAt)) / 1000);
  const lateBy = isOpen ? Math.max(slot.lateBy, untilNow) : slot.lateBy;
  if (lateBy > 0) {
    return { state: 'late', words: `late by ${durationWords(lateBy)}` };
  }
  return isOpen
    ? { state: 'expected', words: `due in ${durationWords(-untilNow)}` }
    : { state: 'on-time', words: 'on time' };
}
