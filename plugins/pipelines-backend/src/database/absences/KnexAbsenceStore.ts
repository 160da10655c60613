import { randomUUID } from 'node:crypto';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { inChunks } from '../inChunks';
import { fromDate, toDate, toOptionalDate } from '../instant';
import { touchWith } from '../rotationWakeups/wakeupTable';
import { Absence, AbsenceStore, NewAbsence } from './AbsenceStore';

const TABLE = 'rotation_absences';

type AbsenceRow = {
  id: string;
  rotation_ref: string;
  member: string;
  first_day: string;
  last_day: string;
  note: string | null;
  from_calendar: boolean | number;
  created_by: string;
  created_at: string;
  withdrawn_at: string | null;
};

function toRow(id: string, absence: NewAbsence): AbsenceRow {
  return {
    id,
    rotation_ref: absence.rotationRef,
    member: absence.member,
    first_day: absence.from,
    last_day: absence.to,
    note: absence.note ?? null,
    from_calendar: absence.fromCalendar ?? false,
    created_by: absence.createdBy,
    created_at: fromDate(absence.createdAt),
    withdrawn_at: null,
  };
}

function toAbsence(row: AbsenceRow): Absence {
  const withdrawnAt = toOptionalDate(row.withdrawn_at);
  return {
    id: row.id,
    rotationRef: row.rotation_ref,
    member: row.member,
    from: row.first_day,
    to: row.last_day,
    ...(row.note !== null && { note: row.note }),
    // SQLite has numbers for it.
    ...(Boolean(row.from_calendar) && { fromCalendar: true }),
    createdBy: row.created_by,
    createdAt: toDate(row.created_at),
    ...(withdrawnAt && { withdrawnAt }),
  };
}

/** {@link AbsenceStore} on SQLite and PostgreSQL. */
export class KnexAbsenceStore implements AbsenceStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexAbsenceStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(options: { absence: NewAbsence }): Promise<Absence> {
    const row = toRow(randomUUID(), options.absence);
    await this.#knex.transaction(async trx => {
      await trx<AbsenceRow>(TABLE).insert(row);
      await touchWith(trx, row.rotation_ref, options.absence.createdAt);
    });
    return toAbsence(row);
  }

  async get(options: { id: string }): Promise<Absence | undefined> {
    const row = await this.#knex<AbsenceRow>(TABLE)
      .where({ id: options.id })
      .first();
    return row && toAbsence(row);
  }

  async withdraw(options: { id: string; at: Date }): Promise<boolean> {
    const { id, at } = options;
    return this.#knex.transaction(async trx => {
      const withdrawn = await trx<AbsenceRow>(TABLE)
        .where({ id, withdrawn_at: null })
        .update({ withdrawn_at: fromDate(at) });
      if (withdrawn === 0) return false;
      const row = await trx<AbsenceRow>(TABLE).where({ id }).first();
      if (row) await touchWith(trx, row.rotation_ref, at);
      return true;
    });
  }

  async list(options: {
    rotationRef: string;
    from?: string;
  }): Promise<Absence[]> {
    const { rotationRef, from } = options;
    const query = this.#knex<AbsenceRow>(TABLE)
      .where({ rotation_ref: rotationRef })
      .orderBy(['first_day', 'id']);
    if (from !== undefined) query.andWhere('last_day', '>=', from);
    const rows = await query.select();
    return rows.map(toAbsence);
  }

  async listMany(options: {
    rotationRefs: readonly string[];
  }): Promise<Map<string, Absence[]>> {
    const rows = await inChunks(options.rotationRefs, refs =>
      this.#knex<AbsenceRow>(TABLE)
        .whereIn('rotation_ref', refs)
        .orderBy(['rotation_ref', 'first_day', 'id'])
        .select(),
    );
    const absences = new Map<string, Absence[]>(
      options.rotationRefs.map(ref => [ref, []]),
    );
    for (const row of rows)
      absences.get(row.rotation_ref)?.push(toAbsence(row));
    return absences;
  }
}
