import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  escalationPolicy,
  onCall,
  pipeline,
  renderOnPage,
} from '../../__testUtils__';
import { EscalationPath } from './EscalationPath';

describe('<EscalationPath />', () => {
  it('begins with the person on call', async () => {
    renderOnPage(<EscalationPath pipeline={pipeline()} />, {
      entities: [escalationPolicy()],
      pipelinesApi: { getOnCall: async () => onCall() },
    });
    expect(await screen.findByText('Data Engineer A')).toBeVisible();
    expect(await screen.findByText('Finance Team')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Data pipelines' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/escalationpolicy/data-pipelines',
    );
  });

  it('shows the rest of the path when who is on call is not known', async () => {
    renderOnPage(<EscalationPath pipeline={pipeline()} />, {
      entities: [escalationPolicy()],
      pipelinesApi: {
        getOnCall: async () => {
          throw new Error('Failed to fetch');
        },
      },
    });
    expect(await screen.findByText('Finance Team')).toBeVisible();
    expect(screen.getByText('Who is on call is not known now')).toBeVisible();
  });

  it('says that nobody is on call when the pipeline has no rotation', async () => {
    renderOnPage(
      <EscalationPath pipeline={pipeline({ rotation: undefined })} />,
      { entities: [escalationPolicy()] },
    );
    expect(await screen.findByText('Nobody is on call now')).toBeVisible();
  });

  it('says how to name a policy when there is none', async () => {
    renderOnPage(
      <EscalationPath pipeline={pipeline({ escalationPolicy: undefined })} />,
    );
    expect(
      await screen.findByText(
        'Nobody is told next when the first person does not answer.',
      ),
    ).toBeVisible();
  });

  it('says that the policy is missing', async () => {
    renderOnPage(
      <EscalationPath pipeline={pipeline({ rotation: undefined })} />,
    );
    expect(
      await screen.findByText('The escalation policy was not found.'),
    ).toBeVisible();
  });

  it('tries again when the catalog is away', async () => {
    const getEntityByRef = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue(escalationPolicy());
    renderOnPage(
      <EscalationPath pipeline={pipeline({ rotation: undefined })} />,
      {
        catalogApi: catalogApiMock.mock({
          getEntityByRef,
          getEntitiesByRefs: async () => ({ items: [] }),
        }),
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(/Level 2/)).toBeVisible();
  });
});
