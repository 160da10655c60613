import {
  DatabaseService,
  isDatabaseConflictError,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { inChunks } from '../inChunks';
import { fromDate, toDate } from '../instant';
import { touchWith } from '../rotationWakeups/wakeupTable';
import { RotationVersion, RotationVersionStore } from './RotationVersionStore';

const TABLE = 'rotation_versions';

type RotationVersionRow = {
  rotation_ref: string;
  number: number;
  effective_from: string;
  plan: string;
  first_shift: number;
  first_member: string;
  spec_hash: string;
  recorded_at: string;
};

function toRow(version: RotationVersion): RotationVersionRow {
  return {
    rotation_ref: version.rotationRef,
    number: version.number,
    effective_from: fromDate(version.effectiveFrom),
    plan: JSON.stringify(version.plan),
    first_shift: version.firstShift,
    first_member: version.firstMember,
    spec_hash: version.specHash,
    recorded_at: fromDate(version.recordedAt),
  };
}

function toVersion(row: RotationVersionRow): RotationVersion {
  return {
    rotationRef: row.rotation_ref,
    number: row.number,
    effectiveFrom: toDate(row.effective_from),
    plan: JSON.parse(row.plan),
    firstShift: row.first_shift,
    firstMember: row.first_member,
    specHash: row.spec_hash,
    recordedAt: toDate(row.recorded_at),
  };
}

/** {@link RotationVersionStore} on SQLite and PostgreSQL. */
export class KnexRotationVersionStore implements RotationVersionStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexRotationVersionStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(options: { rotationRef: string }): Promise<RotationVersion[]> {
    const rows = await this.#knex<RotationVersionRow>(TABLE)
      .where({ rotation_ref: options.rotationRef })
      .orderBy('number')
      .select();
    return rows.map(toVersion);
  }

  async listMany(options: {
    rotationRefs: readonly string[];
  }): Promise<Map<string, RotationVersion[]>> {
    const rows = await inChunks(options.rotationRefs, refs =>
      this.#knex<RotationVersionRow>(TABLE)
        .whereIn('rotation_ref', refs)
        .orderBy(['rotation_ref', 'number'])
        .select(),
    );
    const versions = new Map<string, RotationVersion[]>(
      options.rotationRefs.map(ref => [ref, []]),
    );
    for (const row of rows)
      versions.get(row.rotation_ref)?.push(toVersion(row));
    return versions;
  }

  async append(options: { version: RotationVersion }): Promise<boolean> {
    try {
      const { version } = options;
      await this.#knex.transaction(async trx => {
        await trx<RotationVersionRow>(TABLE).insert(toRow(version));
        await touchWith(trx, version.rotationRef, version.recordedAt);
      });
      return true;
    } catch (error) {
      if (isDatabaseConflictError(error)) return false;
      throw error;
    }
  }
}
