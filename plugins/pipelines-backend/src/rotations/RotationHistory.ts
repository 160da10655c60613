import {
  RotationVersion as RecordedVersion,
  RotationVersionStore,
} from '../database';
import {
  firstVersion,
  nextVersion,
  RotationPlan,
  RotationVersion,
  withVersion,
} from '../oncall';
import { Clock } from './Clock';
import { fromPlanRecord, planHash, toPlanRecord } from './planRecord';

/** All versions of a rotation that were ever recorded, by number. */
export type Recorded = readonly RecordedVersion[];

/** What of the record holds or will hold, in order. */
export function versionsOf(recorded: Recorded): RotationVersion[] {
  return recorded.reduce<RotationVersion[]>((versions, version) => {
    const { effectiveFrom, firstShift, firstMember, plan } = version;
    return withVersion(versions, {
      effectiveFrom,
      firstShift,
      firstMember,
      plan: fromPlanRecord(plan),
    });
  }, []);
}

/**
 * The history of rotations. A plan that differs from the last one recorded
 * becomes the next version; what was recorded never changes.
 */
export class RotationHistory {
  readonly #store: RotationVersionStore;
  readonly #now: Clock;

  constructor(options: { store: RotationVersionStore; now: Clock }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  /** What is recorded of each; each ref has its entry. */
  async read(rotationRefs: readonly string[]): Promise<Map<string, Recorded>> {
    return this.#store.listMany({ rotationRefs });
  }

  /**
   * The history with a plan, which is recorded if it is new.
   *
   * @param options - `recorded` is to be read before the plan is: then a plan
   *   that somebody else has seen and that is newer finds the number taken. A
   *   plan with `effectiveFrom` holds from the first handoff at or after that
   *   instant, any other from the next handoff
   * @returns undefined if somebody else was first: both are to be read again
   * @throws RangeError if the engine cannot use the plan
   */
  async record(options: {
    rotationRef: string;
    plan: RotationPlan;
    effectiveFrom?: Date;
    recorded: Recorded;
  }): Promise<Recorded | undefined> {
    const { rotationRef, plan, effectiveFrom, recorded } = options;
    const specHash = planHash(plan);
    if (recorded.at(-1)?.specHash === specHash) return recorded;
    const now = this.#now();
    const next =
      recorded.length === 0
        ? firstVersion(plan)
        : nextVersion(versionsOf(recorded), plan, { now, effectiveFrom });
    const version: RecordedVersion = {
      rotationRef,
      number: recorded.length,
      effectiveFrom: next.effectiveFrom,
      plan: toPlanRecord(next.plan),
      firstShift: next.firstShift,
      firstMember: next.firstMember,
      specHash,
      recordedAt: now,
    };
    const isFirst = await this.#store.append({ version });
    return isFirst ? [...recorded, version] : undefined;
  }
}
