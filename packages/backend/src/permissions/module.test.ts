import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import permissionModuleDemoPolicy from './index';

async function startedPolicy(guest: {
  userEntityRef?: string;
}): Promise<PermissionPolicy> {
  const setPolicy = jest.fn<void, [PermissionPolicy]>();
  await startTestBackend({
    extensionPoints: [[policyExtensionPoint, { setPolicy }]],
    features: [
      permissionModuleDemoPolicy,
      mockServices.rootConfig.factory({
        data: { auth: { providers: { guest } } },
      }),
    ],
  });
  return setPolicy.mock.calls[0][0];
}

const change = createPermission({
  name: 'pipelines.change',
  attributes: { action: 'update' },
});

function askAs(policy: PermissionPolicy, ref: string): Promise<PolicyDecision> {
  return policy.handle(
    { permission: change },
    {
      credentials: mockCredentials.user(ref),
      info: { userEntityRef: ref, ownershipEntityRefs: [] },
    },
  );
}

describe('permissionModuleDemoPolicy', () => {
  it.each([
    ['the config', { userEntityRef: 'user:acme/visitor' }, 'user:acme/visitor'],
    ['the provider', {}, 'user:development/guest'],
  ])('knows the guest as %s does', async (_, guest, guestRef) => {
    const policy = await startedPolicy(guest);

    await expect(askAs(policy, guestRef)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
    await expect(askAs(policy, 'user:default/guest')).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });
});
