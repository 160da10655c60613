import { IdentityApi } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInPage } from './SignInPage';

const people = [
  { ref: 'user:default/anna', title: 'Anna', role: 'On call this week' },
  { ref: 'user:default/cfo', title: 'CFO', role: 'Reads the report' },
];

const STORAGE_KEY = 'techflow:sign-in:visitor';

const fetchMock = jest.fn<Promise<Response>, [string, RequestInit]>();

/** What the auth backend answers for a person. */
function session(ref: string): Response {
  return Response.json({
    profile: { displayName: ref },
    backstageIdentity: {
      // A token of no known expiry: good for some minutes.
      token: `x.${btoa('{}')}.x`,
      identity: {
        type: 'user',
        userEntityRef: ref,
        ownershipEntityRefs: [ref],
      },
    },
  });
}

function refusal(status: number, message: string): Response {
  return Response.json(
    { error: { name: 'Error', message }, response: { statusCode: status } },
    { status },
  );
}

function renderSignIn(company = { people }) {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    config: {
      backend: { baseUrl: 'http://localhost:7007' },
      auth: { providers: { company } },
    },
  });
  return { onSignInSuccess };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('SignInPage', () => {
  const { fetch } = window;
  beforeEach(() => {
    localStorage.clear();
    fetchMock.mockReset();
    window.fetch = fetchMock as typeof fetch;
  });
  afterEach(() => {
    window.fetch = fetch;
  });

  it('lists everybody of the company with their role, and the guest', async () => {
    renderSignIn();

    expect(await button(/Anna.*On call this week/)).toBeInTheDocument();
    expect(await button(/CFO.*Reads the report/)).toBeInTheDocument();
    expect(await button('Enter')).toBeInTheDocument();
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('asks nobody who they are where only the guest may sign in', async () => {
    renderSignIn({ people: [] });

    expect(await button('Enter')).toBeInTheDocument();
    expect(screen.queryByText('Who are you today?')).not.toBeInTheDocument();
  });

  it('signs in as the person picked, by keyboard too', async () => {
    fetchMock.mockResolvedValue(session('user:default/anna'));
    const { onSignInSuccess } = renderSignIn();

    (await button(/Anna/)).focus();
    await userEvent.keyboard('{Enter}');

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [url, init] = fetchMock.mock.calls[0];
    expect(url).toMatch(/\/api\/auth\/company\/refresh$/);
    expect(new Headers(init.headers).get('x-company-person')).toBe(
      'user:default/anna',
    );
    const [identity] = onSignInSuccess.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/anna',
    });
  });

  it('signs a guest in through the guest provider', async () => {
    fetchMock.mockResolvedValue(session('user:default/guest'));
    const { onSignInSuccess } = renderSignIn();

    await userEvent.click(await button('Enter'));

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    expect(fetchMock.mock.calls[0][0]).toMatch(/\/api\/auth\/guest\/refresh$/);
  });

  it('remembers the visitor until they sign out', async () => {
    fetchMock.mockImplementation(async () => session('user:default/cfo'));
    localStorage.setItem(STORAGE_KEY, 'user:default/cfo');
    const { onSignInSuccess } = renderSignIn();

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    expect(localStorage.getItem(STORAGE_KEY)).toBe('user:default/cfo');

    await onSignInSuccess.mock.calls[0][0].signOut();
    expect(localStorage.getItem(STORAGE_KEY)).toBeNull();
  });

  it('asks again when the remembered person has left the company', async () => {
    localStorage.setItem(STORAGE_KEY, 'user:default/leaver');
    renderSignIn();

    expect(await button(/Anna/)).toBeInTheDocument();
  });

  it.each([
    ['away', () => Promise.reject(new TypeError('fetch')), /does not answer/],
    [
      'starting',
      async () => refusal(503, 'Service has not started up yet'),
      /still starting/,
    ],
    [
      'without this person',
      async () => refusal(404, 'User not found'),
      /User not found\. The catalog/,
    ],
    ['refusing', async () => refusal(401, 'Nobody is that'), /Nobody is that/],
  ])(
    'says so when the backend is %s, and tries again',
    async (_, fail, text) => {
      fetchMock.mockImplementationOnce(fail);
      fetchMock.mockResolvedValueOnce(session('user:default/anna'));
      const { onSignInSuccess } = renderSignIn();

      await userEvent.click(await button(/Anna/));
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('Could not sign in as Anna');
      expect(alert).toHaveTextContent(text);
      expect(localStorage.getItem(STORAGE_KEY)).toBeNull();

      await userEvent.click(await button('Try again'));
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    },
  );

  it('leads back to the choice after a failure', async () => {
    localStorage.setItem(STORAGE_KEY, 'user:default/anna');
    fetchMock.mockResolvedValue(refusal(401, 'Nobody is that'));
    renderSignIn();

    await userEvent.click(await button('Be somebody else'));

    expect(await button(/CFO/)).toBeInTheDocument();
    expect(localStorage.getItem(STORAGE_KEY)).toBeNull();
  });
});
