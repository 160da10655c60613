import { fromDate, toDate } from '../instant';
import { Handoff, HandoffDone } from './HandoffStore';

/** A row of the table `handoffs`. */
export type HandoffRow = {
  rotation_ref: string;
  shift_number: number;
  notes: string;
  checklist: string;
  open_issues: string;
  outgoing_done_by: string | null;
  outgoing_done_at: string | null;
  incoming_done_by: string | null;
  incoming_done_at: string | null;
  minutes: number | null;
  revision: number;
};

function toDone(by: string | null, at: string | null): HandoffDone | undefined {
  return by !== null && at !== null ? { by, at: toDate(at) } : undefined;
}

export function toRow(handoff: Handoff): HandoffRow {
  const { doneByOutgoing, doneByIncoming } = handoff;
  return {
    rotation_ref: handoff.rotationRef,
    shift_number: handoff.shiftNumber,
    notes: handoff.notes,
    checklist: JSON.stringify(handoff.checklist),
    open_issues: JSON.stringify(handoff.openIssues),
    outgoing_done_by: doneByOutgoing?.by ?? null,
    outgoing_done_at: doneByOutgoing ? fromDate(doneByOutgoing.at) : null,
    incoming_done_by: doneByIncoming?.by ?? null,
    incoming_done_at: doneByIncoming ? fromDate(doneByIncoming.at) : null,
    minutes: handoff.minutes ?? null,
    revision: handoff.revision,
  };
}

export function toHandoff(row: HandoffRow): Handoff {
  const doneByOutgoing = toDone(row.outgoing_done_by, row.outgoing_done_at);
  const doneByIncoming = toDone(row.incoming_done_by, row.incoming_done_at);
  return {
    rotationRef: row.rotation_ref,
    shiftNumber: row.shift_number,
    notes: row.notes,
    checklist: JSON.parse(row.checklist),
    openIssues: JSON.parse(row.open_issues),
    ...(doneByOutgoing && { doneByOutgoing }),
    ...(doneByIncoming && { doneByIncoming }),
    ...(row.minutes !== null && { minutes: row.minutes }),
    revision: row.revision,
  };
}
