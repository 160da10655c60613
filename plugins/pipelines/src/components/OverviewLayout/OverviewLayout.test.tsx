import { Entity } from '@backstage/catalog-model';
import { screen, waitFor } from '@testing-library/react';
import { pipeline } from '../../__testUtils__';
import { renderApp } from '../../__testUtils__/renderApp';

const patient = { timeout: 10_000 };
jest.setTimeout(30_000);

const PAGE = '/catalog/default/pipeline/profit';

const cardTitles = () =>
  screen.getAllByRole('heading', { level: 3 }).map(node => node.textContent);

describe('<OverviewLayout />', () => {
  it('puts our cards before others, in each column', async () => {
    renderApp({ at: PAGE, entities: [pipeline()] });
    await screen.findByText("A stranger's graph", {}, patient);
    await waitFor(() =>
      expect(cardTitles()).toEqual([
        'On call',
        'SLA',
        'Reads and feeds',
        "A stranger's graph",
        'About',
      ]),
    );
  });

  it('still says what the catalog says of a faulty entity', async () => {
    const faulty = {
      ...pipeline(),
      status: {
        items: [
          {
            type: 'backstage.io/catalog-processing',
            level: 'error',
            message: 'spec.owner must be given',
            error: { name: 'InputError', message: 'spec.owner must be given' },
          },
        ],
      },
    };
    renderApp({ at: PAGE, entities: [faulty] });
    expect(
      await screen.findByText('Error: spec.owner must be given', {}, patient),
    ).toBeVisible();
  });

  it('leaves the pages of other kinds alone', async () => {
    const component: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'profit', namespace: 'default' },
      spec: { type: 'service', owner: 'finance' },
    };
    renderApp({
      at: '/catalog/default/component/profit',
      entities: [component],
    });
    await screen.findByText("A stranger's graph", {}, patient);
    expect(screen.queryByText('On call')).not.toBeInTheDocument();
    // The stock layout has the narrow column first.
    await waitFor(() => expect(cardTitles()[0]).toBe('About'));
  });
});
