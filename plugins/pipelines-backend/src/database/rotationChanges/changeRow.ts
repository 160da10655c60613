import { fromDate, toDate, toOptionalDate } from '../instant';
import { CoverState, RotationChange, SwapState } from './rotationChange';

/** What rows of both types have. */
type CommonColumns = {
  id: string;
  rotation_ref: string;
  shift_a: number;
  shift_b: number;
  member_a: string;
  member_b: string;
  requested_by: string;
  requested_at: string;
  answered_by: string | null;
  answered_at: string | null;
  reason: string | null;
  /** Revision of the rotation that the change made when it was accepted. */
  took_effect: number | null;
  /** Revision that it made when it was cancelled after that. */
  lost_effect: number | null;
};

type SwapRow = CommonColumns & {
  type: 'swap';
  state: SwapState;
  starts_at: null;
  ends_at: null;
  expires_at: string;
};

type CoverRow = CommonColumns & {
  type: 'cover';
  state: CoverState;
  starts_at: string;
  ends_at: string;
  expires_at: null;
};

/** A row of the table `rotation_changes`. */
export type ChangeRow = SwapRow | CoverRow;

/** How a change affected the duty; see {@link ChangeRow}. */
export type Effect = Pick<ChangeRow, 'took_effect' | 'lost_effect'>;

export function toRow(change: RotationChange, effect: Effect): ChangeRow {
  const common = {
    id: change.id,
    rotation_ref: change.rotationRef,
    requested_by: change.requestedBy,
    requested_at: fromDate(change.requestedAt),
    answered_by: change.answeredBy ?? null,
    answered_at: change.answeredAt ? fromDate(change.answeredAt) : null,
    reason: change.reason ?? null,
    ...effect,
  };
  if (change.type === 'swap') {
    return {
      ...common,
      type: 'swap',
      state: change.state,
      shift_a: change.shifts[0],
      shift_b: change.shifts[1],
      member_a: change.members[0],
      member_b: change.members[1],
      starts_at: null,
      ends_at: null,
      expires_at: fromDate(change.expiresAt),
    };
  }
  return {
    ...common,
    type: 'cover',
    state: change.state,
    shift_a: change.firstShift,
    shift_b: change.lastShift,
    member_a: change.covered,
    member_b: change.by,
    starts_at: fromDate(change.from),
    ends_at: fromDate(change.to),
    expires_at: null,
  };
}

export function toChange(row: ChangeRow): RotationChange {
  const answeredAt = toOptionalDate(row.answered_at);
  const requested = {
    id: row.id,
    rotationRef: row.rotation_ref,
    requestedBy: row.requested_by,
    requestedAt: toDate(row.requested_at),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.answered_by !== null && { answeredBy: row.answered_by }),
    ...(answeredAt && { answeredAt }),
  };
  if (row.type === 'swap') {
    return {
      ...requested,
      type: 'swap',
      state: row.state,
      shifts: [row.shift_a, row.shift_b],
      members: [row.member_a, row.member_b],
      expiresAt: toDate(row.expires_at),
    };
  }
  return {
    ...requested,
    type: 'cover',
    state: row.state,
    from: toDate(row.starts_at),
    to: toDate(row.ends_at),
    by: row.member_b,
    covered: row.member_a,
    firstShift: row.shift_a,
    lastShift: row.shift_b,
  };
}
