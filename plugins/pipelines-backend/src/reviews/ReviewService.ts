import {
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type {
  Objective,
  PipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { ReviewStore, StoredReview } from '../database/reviews/ReviewStore';
import { Clock } from '../rotations/Clock';
import { ParsedReview } from './reviewBody';
import { reviewedPeriod, ReviewObjective } from './reviewedPeriod';

/** How often people may say something about one period. */
const MAX_OF_PERIOD = 100;

/** What the service of reviews needs. */
export interface ReviewServiceOptions {
  reviews: ReviewStore;
  userInfo: UserInfoService;
  now: Clock;
  /** The earliest instant whose data is kept: what is older stays as it was judged. */
  oldest: (now: Date) => Date;
}

function isReview(objective: Objective): objective is ReviewObjective {
  return objective.type === 'review';
}

/** @throws InputError if the pipeline has no such review */
function objectiveNamed(
  id: string,
  { spec }: PipelineEntity,
  ref: string,
): { objective: ReviewObjective; timeZone: string } {
  const { objectives = [], timeZone = 'UTC' } = spec.sla ?? {};
  const reviews = objectives.filter(isReview);
  const objective = reviews.find(each => each.id === id);
  if (objective) return { objective, timeZone };
  const allowed =
    reviews.length > 0
      ? `it must be one of ${reviews.map(each => each.id).join(', ')}`
      : 'it has none';
  throw new InputError(
    `objective: ${JSON.stringify(id)} is no review of ${ref}; ${allowed}`,
  );
}

/** Signs periods off, by the rules for it. */
export class ReviewService {
  readonly #reviews: ReviewStore;
  readonly #userInfo: UserInfoService;
  readonly #now: Clock;
  readonly #oldest: (now: Date) => Date;

  constructor(options: ReviewServiceOptions) {
    this.#reviews = options.reviews;
    this.#userInfo = options.userInfo;
    this.#now = options.now;
    this.#oldest = options.oldest;
  }

  /**
   * Stores what a person says about a period. The same, said twice in a row by
   * the same person, is answered again.
   *
   * @throws InputError, NotAllowedError, ConflictError
   */
  async sign(options: {
    ref: string;
    pipeline: PipelineEntity;
    credentials: BackstageCredentials<BackstageUserPrincipal>;
    asked: ParsedReview;
  }): Promise<{ review: StoredReview; isNew: boolean }> {
    const { ref, pipeline, credentials, asked } = options;
    const { isApproved, comment } = asked;
    const { objective, timeZone } = objectiveNamed(
      asked.objective,
      pipeline,
      ref,
    );
    const by = await this.#signer({ ref, pipeline, objective, credentials });
    const now = this.#now();
    const oldest = this.#oldest(now);
    const period = reviewedPeriod(asked.period, {
      objective,
      timeZone,
      now,
      oldest,
    });
    return this.#reviews.add({
      review: {
        pipelineRef: ref,
        objective: objective.id,
        period: period.label,
        isApproved,
        ...(comment !== undefined && { comment }),
        by,
        at: now,
      },
      touchedFrom: new Date(period.from),
      most: MAX_OF_PERIOD,
    });
  }

  /** @throws NotAllowedError unless the promise names him, or a group of his */
  async #signer(options: {
    ref: string;
    pipeline: PipelineEntity;
    objective: ReviewObjective;
    credentials: BackstageCredentials<BackstageUserPrincipal>;
  }): Promise<string> {
    const { ref, pipeline, objective, credentials } = options;
    const { userEntityRef } = credentials.principal;
    const { namespace } = getCompoundEntityRef(pipeline);
    const named = stringifyEntityRef(
      parseEntityRef(objective.by, {
        defaultKind: 'Group',
        defaultNamespace: namespace,
      }),
    );
    if (named === userEntityRef) return userEntityRef;
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    if (ownershipEntityRefs.includes(named)) return userEntityRef;
    const who = named.startsWith('user:') ? named : `members of ${named}`;
    throw new NotAllowedError(
      `Only ${who} may sign review ${objective.id} of ${ref}, and you (${userEntityRef}) are not among them`,
    );
  }
}
