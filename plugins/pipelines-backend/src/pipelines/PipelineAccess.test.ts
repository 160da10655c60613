import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { PipelineAccess } from './PipelineAccess';

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;
const CONDITIONAL = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: {},
  },
} as const;

const refs = Array.from(
  { length: 600 },
  (_, index) => `pipeline:default/p${index}`,
);
const numberIn = (ref: string | undefined) => Number(ref?.split('/p')[1]);
const isEven = (ref: string | undefined) => numberIn(ref) % 2 === 0;

type Decision = typeof ALLOW | typeof DENY | typeof CONDITIONAL;

/** A catalog that has the even ones, and a policy that allows the first 400. */
function setUp(catalogDecision: Decision, ownDecision: Decision) {
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(({ permission }) =>
        permission.name === 'catalog.entity.read'
          ? catalogDecision
          : ownDecision,
      ),
    authorize: async requests =>
      requests.map(asked =>
        'resourceRef' in asked && numberIn(asked.resourceRef) < 400
          ? ALLOW
          : DENY,
      ),
  });
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        isEven(ref)
          ? { apiVersion: 'v1', kind: 'Pipeline', metadata: { name: 'p' } }
          : undefined,
      ),
    }),
  });
  const access = new PipelineAccess({ catalog, permissions });
  const read = () =>
    access.visibleOfRecorded({ refs, credentials: mockCredentials.user() });
  return { catalog, permissions, read };
}

describe('which of thousands of pipelines a reader may see', () => {
  it('is all of them where all entities may be seen, and none is asked about', async () => {
    const { catalog, permissions, read } = setUp(ALLOW, ALLOW);
    expect(await read()).toEqual(refs);
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    expect(permissions.authorize).not.toHaveBeenCalled();
  });

  it.each([
    ['entities', DENY, ALLOW],
    ['figures', ALLOW, DENY],
    ['entities, whatever figures depend on', DENY, CONDITIONAL],
    ['figures, whatever entities depend on', CONDITIONAL, DENY],
  ])('is none where no %s may be seen', async (_, catalogDecision, own) => {
    const { catalog, permissions, read } = setUp(catalogDecision, own);
    expect(await read()).toEqual([]);
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    expect(permissions.authorize).not.toHaveBeenCalled();
  });

  it('is what the catalog shows where it depends on the entity', async () => {
    const { catalog, permissions, read } = setUp(CONDITIONAL, ALLOW);
    expect(await read()).toEqual(refs.filter(isEven));
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(3);
    expect(permissions.authorize).not.toHaveBeenCalled();
  });

  it('is what the policy allows of each', async () => {
    const { catalog, permissions, read } = setUp(ALLOW, CONDITIONAL);
    expect(await read()).toEqual(refs.slice(0, 400));
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    const asked = permissions.authorize.mock.calls.map(([all]) => all.length);
    expect(asked).toEqual([250, 250, 100]);
  });

  it('is what both allow', async () => {
    const { read } = setUp(CONDITIONAL, CONDITIONAL);
    expect(await read()).toEqual(refs.slice(0, 400).filter(isEven));
  });
});
