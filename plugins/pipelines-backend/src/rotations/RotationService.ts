import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Absence,
  AbsenceStore,
  RotationChangeStore,
  RotationDuty,
} from '../database';
import { RotationState } from '../oncall';
import { Clock } from './Clock';
import { KnownRotation } from './KnownRotation';
import { MemberNames } from './MemberNames';
import { RecordedRotation, RecordedRotations } from './RecordedRotations';
import { Recorded, versionsOf } from './RotationHistory';
import { toDutyCover } from './withChange';

type StateWithoutNames = Omit<RotationState, 'nameOf'>;

const USUAL_MEETING_MINUTES = 30;
const NO_DUTY: RotationDuty = { revision: 0, swaps: [], covers: [] };

function stateOf(
  recorded: Recorded,
  duty: RotationDuty,
  absences: readonly Absence[],
): StateWithoutNames {
  return {
    versions: versionsOf(recorded),
    swaps: duty.swaps,
    covers: duty.covers.map(toDutyCover),
    absences,
  };
}

/** Everybody whom the reasons of a rotation may name. */
function peopleIn({ versions, swaps, covers }: StateWithoutNames): string[] {
  return [
    ...versions.flatMap(({ plan }) => plan.members),
    ...swaps.flatMap(swap => [...swap.members, swap.answeredBy]),
    ...covers.flatMap(cover => [cover.by, cover.createdBy]),
  ];
}

/** What holds at an instant; before the rotation, what its first version says. */
function usualsAt({ versions }: StateWithoutNames, at: Date) {
  const held = versions.filter(({ effectiveFrom }) => effectiveFrom <= at);
  const { plan } = held.at(-1) ?? versions[0];
  const { timeZone, meetingMinutes = USUAL_MEETING_MINUTES } = plan;
  return { timeZone, meetingMinutes };
}

function errorOf(ref: string, found: RecordedRotation | Error | undefined) {
  return found instanceof Error
    ? found
    : new NotFoundError(`There is no Rotation ${ref}`);
}

function isRecorded(
  found: RecordedRotation | Error,
): found is RecordedRotation {
  return !(found instanceof Error);
}

/**
 * Rotations as everything else here sees them: the entity that the reader may
 * see, its recorded versions, and what people changed.
 */
export class RotationService {
  readonly #auth: AuthService;
  readonly #rotations: RecordedRotations;
  readonly #changes: RotationChangeStore;
  readonly #absences: AbsenceStore;
  readonly #names: MemberNames;
  readonly #now: Clock;

  constructor(options: {
    auth: AuthService;
    rotations: RecordedRotations;
    changes: RotationChangeStore;
    absences: AbsenceStore;
    names: MemberNames;
    now: Clock;
  }) {
    this.#auth = options.auth;
    this.#rotations = options.rotations;
    this.#changes = options.changes;
    this.#absences = options.absences;
    this.#names = options.names;
    this.#now = options.now;
  }

  /**
   * A rotation with the rights of a reader.
   *
   * @throws NotAllowedError when the policy says no
   * @throws NotFoundError when there is no such Rotation, or the reader may not see it
   * @throws ConflictError when its spec breaks the rules of this version
   */
  async read(options: {
    ref: string;
    credentials: BackstageCredentials;
  }): Promise<KnownRotation> {
    const [found] = await this.#read([options.ref], options.credentials);
    if (found instanceof Error) throw found;
    return found;
  }

  /**
   * Like {@link RotationService.read} for several, in their order, with
   * undefined where that would throw.
   */
  async readMany(options: {
    refs: readonly string[];
    credentials: BackstageCredentials;
  }): Promise<(KnownRotation | undefined)[]> {
    const found = await this.#read(options.refs, options.credentials);
    return found.map(each => (each instanceof Error ? undefined : each));
  }

  /** {@link RotationService.read} with the plugin's own rights, for tasks. */
  async readAsPlugin(options: { ref: string }): Promise<KnownRotation> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    return this.read({ ref: options.ref, credentials });
  }

  async #read(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<(KnownRotation | Error)[]> {
    const found = await this.#rotations.readMany(refs, credentials);
    const sighted = [...found.values()].filter(isRecorded);
    const usable = sighted.map(({ ref }) => ref);
    const [duties, absences] = await Promise.all([
      this.#changes.listForResolve({ rotationRefs: usable }),
      this.#absences.listMany({ rotationRefs: usable }),
    ]);
    const drafts = sighted.map(({ ref, entity, recorded }) => {
      const duty = duties.get(ref) ?? NO_DUTY;
      const state = stateOf(recorded, duty, absences.get(ref) ?? []);
      const knownSince = recorded[0].recordedAt;
      return { ref, entity, knownSince, revision: duty.revision, state };
    });
    const nameOf = await this.#names.load(
      drafts.flatMap(({ state }) => peopleIn(state)),
    );
    const now = this.#now();
    const known = new Map<string, KnownRotation>(
      drafts.map(({ state, ...draft }) => [
        draft.ref,
        { ...draft, ...usualsAt(state, now), state: { ...state, nameOf } },
      ]),
    );
    return refs.map(ref => known.get(ref) ?? errorOf(ref, found.get(ref)));
  }
}
