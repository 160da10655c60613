/**
 * A time during which a member is away.
 *
 * @public
 */
export interface Absence {
  /** Unique id. */
  id: string;
  /** Entity reference of the member. */
  member: string;
  /** First day, `yyyy-MM-dd` in the rotation's zone. */
  from: string;
  /** Last day, included. */
  to: string;
  /** In a few words. */
  note?: string;
  /** Shifts of the member that fall into it and that nobody has taken yet. */
  shifts: { number: number; start: string; end: string }[];
}

/**
 * An absence to be noted.
 *
 * @public
 */
export interface NewAbsence {
  /** Entity reference of the member; without it, the one who asks. */
  member?: string;
  /** First day, `yyyy-MM-dd` in the rotation's zone. */
  from: string;
  /** Last day, included. */
  to: string;
  /** In a few words. */
  note?: string;
}

/**
 * What one member carries in a range.
 *
 * @public
 */
export interface MemberLoad {
  /** Entity reference of the member. */
  member: string;
  /** Shifts that are his after swaps. */
  shifts: number;
  /** Saturdays and Sundays on which he has duty. */
  weekendDays: number;
  /** Holidays on which he has duty. */
  holidays: number;
  /** Hours on call. */
  hours: number;
  /** Hours in which he watches during all hands. */
  watchingHours: number;
}

/**
 * Whether the load of a rotation is fair. Lists every member, also those who
 * have nothing.
 *
 * @public
 */
export interface RotationStatistics {
  /** Entity reference of the Rotation. */
  rotationRef: string;
  /** IANA zone in which days are counted. */
  timeZone: string;
  /** ISO 8601 instant in UTC. */
  from: string;
  /** ISO 8601 instant in UTC. */
  to: string;
  /** The whole range. */
  total: MemberLoad[];
  /** The part of it before now. */
  past: MemberLoad[];
  /** The part of it from now on. */
  planned: MemberLoad[];
  /** Hours between the member with most and the one with least. */
  spreadHours: number;
}

/**
 * The meeting at a change of duty.
 *
 * @public
 */
export interface Handoff {
  /** Number of the shift that begins. */
  shiftNumber: number;
  /** Entity reference of who hands over; missing at the first shift. */
  outgoing?: string;
  /** Entity reference of who takes over. */
  incoming: string;
  /** ISO 8601 instant in UTC. */
  meetingStart: string;
  /** ISO 8601 instant in UTC. */
  meetingEnd: string;
  /** planned: ahead; due: now or today; done: both say so; missing: over, and not done. */
  state: 'planned' | 'due' | 'done' | 'missing';
  /** Notes in Markdown. */
  notes: string;
  /** What is gone through. */
  checklist: { text: string; done: boolean }[];
  /** When the one who hands over said it was done; ISO 8601 in UTC. */
  doneByOutgoingAt?: string;
  /** When the one who takes over said it was done; ISO 8601 in UTC. */
  doneByIncomingAt?: string;
  /** How long it took. */
  minutes?: number;
  /** Hand this back when saving, so that nobody's notes are lost. */
  revision: number;
}

/**
 * What is written down about a handoff.
 *
 * @public
 */
export interface HandoffRecord {
  /** Notes in Markdown. */
  notes: string;
  /** What is gone through. */
  checklist: { text: string; done: boolean }[];
  /** How long it took. */
  minutes?: number;
  /** True when the one who saves says it is done. */
  done?: boolean;
  /** Of the record that was read before. */
  revision: number;
}

/**
 * A calendar that a phone subscribes to.
 *
 * @public
 */
export interface CalendarFeed {
  /** Unique id. */
  id: string;
  /** Entity reference of the Rotation. */
  rotationRef: string;
  /** Entity reference of the member whose shifts it has; missing for all. */
  member?: string;
  /** ISO 8601 instant in UTC. */
  createdAt: string;
  /** When a calendar last asked for it; ISO 8601 in UTC. */
  lastReadAt?: string;
}

/**
 * A stretch of somebody's duty, with the rotation it is of.
 *
 * @public
 */
export interface MemberShift {
  /** Entity reference of the Rotation. */
  rotationRef: string;
  /** IANA zone of the rotation's handoffs. */
  timeZone: string;
  /** Number of the shift. */
  number: number;
  /** ISO 8601 instant in UTC. */
  start: string;
  /** ISO 8601 instant in UTC. */
  end: string;
  /** Why, in plain words. */
  reasons: string[];
}
