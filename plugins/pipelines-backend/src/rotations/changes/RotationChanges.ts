import { NotFoundError } from '@backstage/errors';
import {
  RotationChange,
  RotationChangePage,
  RotationChangeStore,
} from '../../database';
import { ChangeAnnouncer } from '../../notifications';
import { resolve, ResolvedShift } from '../../oncall';
import { Actor } from '../Actor';
import { Clock } from '../Clock';
import { KnownRotation } from '../KnownRotation';
import { withChange } from '../withChange';
import { answerFor, ChangeAnswer } from './answerFor';
import { asIfMade } from './asIfMade';
import { refuseOpenConflict } from './refuseOpenConflict';
import { touchedTimes } from './touchedTimes';
import { CoverRequest, wantCover } from './wantCover';
import { WantedChange } from './wanted';
import { SwapRequest, wantSwap } from './wantSwap';
import { warningsOf } from './warningsOf';

/** A change as somebody asks for it. */
export type ChangeRequest =
  | ({ readonly type: 'swap' } & SwapRequest)
  | ({ readonly type: 'cover' } & CoverRequest);

/** What a change would do. */
export interface ChangePreview {
  readonly wanted: WantedChange;
  readonly before: readonly ResolvedShift[];
  readonly after: readonly ResolvedShift[];
  readonly warnings: readonly string[];
}

/** Who acts, and in which rotation. */
interface By {
  readonly rotation: KnownRotation;
  readonly actor: Actor;
}

const OPEN_PAGE = 200;

/** Swaps and covers: who may, what it does, and what stands in the way. */
export class RotationChanges {
  readonly #store: RotationChangeStore;
  readonly #announcer: ChangeAnnouncer;
  readonly #now: Clock;

  constructor(options: {
    store: RotationChangeStore;
    announcer: ChangeAnnouncer;
    now: Clock;
  }) {
    this.#store = options.store;
    this.#announcer = options.announcer;
    this.#now = options.now;
  }

  /**
   * What a change would do; stores nothing.
   *
   * @throws InputError, NotAllowedError and ConflictError as `make` does
   */
  async preview(
    options: By & { request: ChangeRequest },
  ): Promise<ChangePreview> {
    const { rotation } = options;
    const now = this.#now();
    const wanted = await this.#want(options, now);
    const open = await this.#list(rotation.ref, ['proposed', 'accepted']);
    refuseOpenConflict({ change: wanted.change, open, now });
    const { state } = rotation;
    const after = withChange(state, asIfMade(wanted));
    const times = touchedTimes(state, wanted).map(({ from, to }) => {
      // Whole stretches: what a cover splits is shown as it was.
      const { shifts } = resolve(state, from, to);
      const [first = { start: from }] = shifts;
      const { end } = shifts.at(-1) ?? { end: to };
      return {
        from: first.start < from ? first.start : from,
        to: end > to ? end : to,
      };
    });
    const shiftsIn = (each: typeof state) =>
      times.flatMap(({ from, to }) => resolve(each, from, to).shifts);
    return {
      wanted,
      before: shiftsIn(state),
      after: shiftsIn(after),
      warnings: warningsOf({ after, wanted, times, now }),
    };
  }

  /**
   * Proposes a swap, or covers.
   *
   * @throws InputError when the request makes no sense in this rotation
   * @throws NotAllowedError when the actor may not
   * @throws ConflictError when shifts have begun, or nobody is free;
   *   ChangeConflictError when another change is in the way
   */
  async make(
    options: By & { request: ChangeRequest },
  ): Promise<RotationChange> {
    const { rotation } = options;
    const now = this.#now();
    const { change, acceptAtOnce } = await this.#want(options, now);
    // A proposal that is over stands in nobody's way, also when no task has
    // noticed yet.
    await this.#store.expireDue({
      now,
      limit: OPEN_PAGE,
      announce: this.#announcer.expired,
    });
    return this.#store.propose({
      change,
      expectedRevision: rotation.revision,
      acceptAtOnce,
      announce: this.#announcer.announcing(rotation),
    });
  }

  /**
   * Answers a swap, or takes a change back.
   *
   * @throws NotFoundError when the rotation has no such change
   * @throws NotAllowedError when the actor may not
   * @throws ConflictError when its state does not allow that, it is over, or the
   *   shifts have changed hands
   */
  async answer(
    options: By & { id: string; answer: ChangeAnswer },
  ): Promise<RotationChange> {
    const { rotation, actor, id, answer } = options;
    const now = this.#now();
    const change = await this.#store.get({ id });
    if (change?.rotationRef !== rotation.ref) {
      throw new NotFoundError(`There is no change ${id} of ${rotation.ref}`);
    }
    const state = answerFor({ change, answer, actor, rotation, now });
    return this.#store.answer({
      id,
      state,
      by: actor.ref,
      at: now,
      announce: this.#announcer.announcing(rotation),
    });
  }

  /**
   * Changes of a rotation, newest first.
   *
   * @throws InputError if the cursor is none
   */
  async list(options: {
    rotation: KnownRotation;
    states?: readonly RotationChange['state'][];
    limit: number;
    cursor?: string;
  }): Promise<RotationChangePage> {
    const { rotation, ...query } = options;
    return this.#store.list({ rotationRef: rotation.ref, ...query });
  }

  async #want(
    { request, ...by }: By & { request: ChangeRequest },
    now: Date,
  ): Promise<WantedChange> {
    if (request.type === 'cover') return wantCover(request, { ...by, now });
    const { ref } = by.rotation;
    const [open, declined] =
      request.withShift === undefined
        ? await Promise.all([
            this.#list(ref, ['proposed']),
            this.#list(ref, ['declined'], request.shift),
          ])
        : [[], []];
    return wantSwap(request, {
      ...by,
      now,
      taken: open
        .filter(change => change.type === 'swap')
        .filter(({ expiresAt }) => expiresAt > now)
        .flatMap(({ shifts }) => shifts),
      declined: declined
        .filter(change => change.type === 'swap')
        .filter(({ shifts }) => shifts[0] === request.shift)
        .map(({ members }) => members[1]),
    });
  }

  async #list(
    rotationRef: string,
    states: readonly RotationChange['state'][],
    fromShift?: number,
  ): Promise<RotationChange[]> {
    const found: RotationChange[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#store.list({
        rotationRef,
        states,
        limit: OPEN_PAGE,
        ...(fromShift !== undefined && { fromShift }),
        ...(cursor !== undefined && { cursor }),
      });
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  }
}
