import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  PermissionAttributes,
} from '@backstage/plugin-permission-common';
import { GuestsOnlyReadPolicy } from './GuestsOnlyReadPolicy';

const { ALLOW, DENY } = AuthorizeResult;
const guestRef = 'user:default/guest';
const policy = new GuestsOnlyReadPolicy({
  auth: mockServices.auth(),
  guestRef,
});

const permissionTo = (action: PermissionAttributes['action']) =>
  createPermission({ name: 'pipelines.test', attributes: { action } });

const userOf = (ref: string) => ({
  credentials: mockCredentials.user(ref),
  info: { userEntityRef: ref, ownershipEntityRefs: [ref] },
});

const guest = userOf(guestRef);
const engineer = userOf('user:default/engineer-a');

describe('GuestsOnlyReadPolicy', () => {
  it.each([
    ['the guest', 'read', guest, ALLOW],
    ['the guest', 'create', guest, DENY],
    ['the guest', 'update', guest, DENY],
    ['the guest', 'delete', guest, DENY],
    // Such as catalog.entity.validate: it may be harmless, we cannot know.
    ['the guest', undefined, guest, DENY],
    ['nobody', 'read', undefined, ALLOW],
    ['nobody', 'update', undefined, DENY],
    ['an engineer', 'read', engineer, ALLOW],
    ['an engineer', 'delete', engineer, ALLOW],
    ['an engineer', undefined, engineer, ALLOW],
    ['guest of another namespace', 'update', userOf('user:x/guest'), ALLOW],
  ] as const)('%s, to %s', async (_, action, user, result) => {
    const query = { permission: permissionTo(action) };

    await expect(policy.handle(query, user)).resolves.toEqual({ result });
  });

  it('takes credentials of no user for a guest', async () => {
    const user = { ...engineer, credentials: mockCredentials.none() };

    await expect(
      policy.handle({ permission: permissionTo('update') }, user),
    ).resolves.toEqual({ result: DENY });
  });
});
