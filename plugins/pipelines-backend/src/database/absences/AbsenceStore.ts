/** Days on which a member cannot be on call. */
export interface Absence {
  readonly id: string;
  /** Full entity reference. */
  readonly rotationRef: string;
  /** Entity ref of who is away. */
  readonly member: string;
  /** First day, `yyyy-MM-dd` in the zone of the rotation. */
  readonly from: string;
  /** Last day, inclusive, `yyyy-MM-dd` in the zone of the rotation. */
  readonly to: string;
  readonly note?: string;
  /** True when it was read from the member's own calendar, and goes with it. */
  readonly fromCalendar?: boolean;
  /** Entity ref of who noted it. */
  readonly createdBy: string;
  readonly createdAt: Date;
  /** When it was taken back. What it decided until then stays. */
  readonly withdrawnAt?: Date;
}

/** An absence as somebody notes it. */
export type NewAbsence = Omit<Absence, 'id' | 'withdrawnAt'>;

/** Who is away when, as noted by people. */
export interface AbsenceStore {
  /** Notes an absence, and gives it an id. */
  add(options: { absence: NewAbsence }): Promise<Absence>;

  get(options: { id: string }): Promise<Absence | undefined>;

  /**
   * Takes an absence back. It remains known: holidays and covers of the past
   * were given to others because of it.
   *
   * @returns false if there is none with this id, or it was taken back before
   */
  withdraw(options: { id: string; at: Date }): Promise<boolean>;

  /**
   * The absences of a rotation by first day, withdrawn ones too.
   *
   * @param options - with `from`, only those that last until that day or longer
   */
  list(options: { rotationRef: string; from?: string }): Promise<Absence[]>;

  /** {@link AbsenceStore.list} of many; each ref has its entry. */
  listMany(options: {
    rotationRefs: readonly string[];
  }): Promise<Map<string, Absence[]>>;
}
