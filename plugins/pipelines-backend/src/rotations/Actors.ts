import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { rotationChangePermission } from '@techflow/backstage-plugin-pipelines-common';
import { Actor } from './Actor';
import { Clock } from './Clock';
import { KnownRotation } from './KnownRotation';

/** Who may be let in at all: a person, or a tool with a token of its own. */
export type ActorCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** Who takes turns now, or will by a version that is to come. */
export function membersOf({ state }: KnownRotation, now: Date): Set<string> {
  const { versions } = state;
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= now);
  const holding = versions.slice(Math.max(0, begun.length - 1));
  return new Set(holding.flatMap(({ plan }) => plan.members));
}

function ownersOf({ entity }: KnownRotation): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}

/** A subject is free text; what is stored of it is always a reference. */
function serviceRef(subject: string): string {
  const name = subject.replace(/[^a-z0-9._-]+/gi, '-').slice(0, 63);
  return `service:default/${name}`.toLocaleLowerCase('en-US');
}

/** Finds out who acts, and whether he may change anything in a rotation. */
export class Actors {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #now: Clock;

  constructor(options: {
    permissions: PermissionsService;
    userInfo: UserInfoService;
    now: Clock;
  }) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#now = options.now;
  }

  /**
   * Who acts, once the policy and the rotation let him in. What exactly he may do
   * is for the rule of each change.
   *
   * @throws NotAllowedError when the policy says no, or he is neither a member
   *   nor an owner
   */
  async authorize(options: {
    rotation: KnownRotation;
    credentials: ActorCredentials;
  }): Promise<Actor> {
    const { rotation, credentials } = options;
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: rotationChangePermission, resourceRef: rotation.ref }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission policy does not let you change ${rotation.ref}`,
      );
    }
    const { principal } = credentials;
    if (principal.type === 'service') {
      const ref = serviceRef(principal.subject);
      return { ref, isMember: false, actsForOthers: true };
    }
    const ref = principal.userEntityRef;
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    const isMember = membersOf(rotation, this.#now()).has(ref);
    const actsForOthers = ownersOf(rotation).some(owner =>
      ownershipEntityRefs.includes(owner),
    );
    if (!isMember && !actsForOthers) {
      throw new NotAllowedError(
        `Only members of ${rotation.ref} and its owner may change it, and you (${ref}) are neither`,
      );
    }
    return { ref, isMember, actsForOthers };
  }
}
