import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import authModuleCompanyProvider from './index';

const engineerA = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'engineer-a', namespace: 'default' },
  spec: {},
  relations: [
    { type: 'memberOf', targetRef: 'group:default/data-engineering' },
  ],
};

const people = [
  { ref: 'user:default/engineer-a', title: 'Engineer A', role: 'On call' },
  { ref: 'user:default/leaver', title: 'Leaver', role: 'Not in the catalog' },
];

async function startAuth(config = { people }) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleCompanyProvider,
      catalogServiceMock.factory({ entities: [engineerA] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: { providers: { company: config } },
        },
      }),
    ],
  });
  return (ref?: string) => {
    const refresh = request(server)
      .get('/api/auth/company/refresh')
      // As a browser does that nobody has signed in to yet.
      .set('authorization', mockCredentials.none.header());
    return ref ? refresh.set('x-company-person', ref) : refresh;
  };
}

describe('sign-in as a person of the company', () => {
  it('gives the person the name of the config and the groups of the catalog', async () => {
    const signIn = await startAuth();

    const { status, body } = await signIn('user:default/engineer-a');

    expect(status).toBe(200);
    expect(body.profile).toEqual({ displayName: 'Engineer A' });
    expect(body.backstageIdentity).toMatchObject({
      token: expect.any(String),
      identity: {
        type: 'user',
        userEntityRef: 'user:default/engineer-a',
        ownershipEntityRefs: expect.arrayContaining([
          'user:default/engineer-a',
          'group:default/data-engineering',
        ]),
      },
    });
  });

  it.each([
    ['a stranger', 'user:default/stranger', 401, /'user:default\/stranger'/],
    ['nobody', undefined, 401, /x-company-person is missing/],
    ['somebody the catalog does not know', people[1].ref, 404, /not found/],
  ])('refuses %s', async (_, ref, status, message) => {
    const signIn = await startAuth();

    const response = await signIn(ref);

    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(message);
  });
});

describe('in production', () => {
  const { NODE_ENV } = process.env;
  const setEnvironment = (value?: string) =>
    Object.assign(process.env, { NODE_ENV: value });

  afterEach(() => setEnvironment(NODE_ENV));

  it('the backend does not start, even with nobody to be', async () => {
    setEnvironment('production');

    await expect(startAuth({ people: [] })).rejects.toThrow(
      /lets every visitor be anybody/,
    );
  });
});
