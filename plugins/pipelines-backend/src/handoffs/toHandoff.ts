import type { Handoff } from '@techflow/backstage-plugin-pipelines-common';
import { Handoff as StoredHandoff } from '../database';
import { Handoff as PlannedHandoff } from '../oncall';
import { defaultChecklist } from './defaultChecklist';
import { handoffState } from './handoffState';

/** A handoff with what was written down about it, if anything was. */
export function toHandoff(options: {
  planned: PlannedHandoff;
  written: StoredHandoff | undefined;
  timeZone: string;
  now: Date;
}): Handoff {
  const { planned, written, timeZone, now } = options;
  const { doneByOutgoing, doneByIncoming, minutes } = written ?? {};
  const { start, end } = planned.meeting;
  const isDone = Boolean(doneByOutgoing && doneByIncoming);
  return {
    shiftNumber: planned.number,
    outgoing: planned.from,
    incoming: planned.to,
    meetingStart: start.toISOString(),
    meetingEnd: end.toISOString(),
    state: handoffState({ start, end, isDone }, timeZone, now),
    notes: written?.notes ?? '',
    checklist: [...(written?.checklist ?? defaultChecklist)],
    ...(doneByOutgoing && {
      doneByOutgoingAt: doneByOutgoing.at.toISOString(),
    }),
    ...(doneByIncoming && {
      doneByIncomingAt: doneByIncoming.at.toISOString(),
    }),
    ...(minutes !== undefined && { minutes }),
    revision: written?.revision ?? 0,
  };
}
