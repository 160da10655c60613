import { ConflictError, NotFoundError } from '@backstage/errors';
import type { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import {
  ExclusionStore,
  StoredExclusion,
} from '../database/exclusions/ExclusionStore';
import { Clock } from '../rotations/Clock';
import { ParsedExclusion } from './exclusionBody';
import { refuseExclusion } from './refuseExclusion';

/** Active ones of a pipeline whose time may still be judged. */
const MAX_ACTIVE = 1_000;

/** What the service of exclusions needs. */
export interface ExclusionServiceOptions {
  exclusions: ExclusionStore;
  now: Clock;
  /** The earliest instant whose data is kept: what is older stays as it was judged. */
  oldest: (now: Date) => Date;
}

/** Says that times do not count, and takes that back, by the rules for both. */
export class ExclusionService {
  readonly #exclusions: ExclusionStore;
  readonly #now: Clock;
  readonly #oldest: (now: Date) => Date;

  constructor(options: ExclusionServiceOptions) {
    this.#exclusions = options.exclusions;
    this.#now = options.now;
    this.#oldest = options.oldest;
  }

  /**
   * Adds an exclusion. What the same person said before and is active is answered
   * again: a button pressed twice excludes once.
   *
   * @throws InputError, ConflictError
   */
  async add(options: {
    ref: string;
    spec: PipelineSpec;
    author: string;
    asked: ParsedExclusion;
  }): Promise<{ exclusion: StoredExclusion; isNew: boolean }> {
    const { ref, spec, author, asked } = options;
    const now = this.#now();
    const oldest = this.#oldest(now);
    refuseExclusion(asked, { ref, spec, oldest, now });
    const { type, reason, from, to, objectives, monitors } = asked;
    return this.#exclusions.add({
      exclusion: {
        pipelineRef: ref,
        type,
        reason,
        from,
        to,
        ...(objectives && { objectives }),
        ...(monitors && { monitors }),
        author,
        createdAt: now,
      },
      most: MAX_ACTIVE,
      endAfter: oldest,
    });
  }

  /**
   * Takes an exclusion of a pipeline back.
   *
   * @throws NotFoundError; ConflictError if it was taken back before, or is about
   *   a time that cannot be judged again
   */
  async cancel(options: {
    ref: string;
    id: string;
    by: string;
    reason: string;
  }): Promise<StoredExclusion> {
    const { ref, id, by, reason } = options;
    const found = await this.#exclusions.get({ id });
    if (found?.pipelineRef !== ref) {
      throw new NotFoundError(`There is no exclusion ${id} of ${ref}`);
    }
    const at = this.#now();
    if (!found.cancelled && found.from < this.#oldest(at)) {
      throw new ConflictError(
        `Exclusion ${id} begins at ${found.from.toISOString()}; the data of that time is not kept any more, so it cannot be judged again and the exclusion stays`,
      );
    }
    const cancelled = await this.#exclusions.cancel({ id, by, at, reason });
    if (!cancelled) {
      throw new ConflictError(`Exclusion ${id} was taken back before`);
    }
    return cancelled;
  }
}
