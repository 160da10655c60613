import { NotAllowedError } from '@backstage/errors';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  pipeline,
  renderOnPage,
  runbook,
  runbookRow,
} from '../../__testUtils__';
import { PipelineRunbookContent } from './PipelineRunbookContent';

describe('<PipelineRunbookContent />', () => {
  it('shows the runbook that the pipeline names', async () => {
    renderOnPage(<PipelineRunbookContent />, {
      entity: pipeline(),
      entities: [runbook({ body: 'Also see the **ledger**.' })],
    });
    expect(
      await screen.findByRole('region', { name: 'Revenue Mismatch' }),
    ).toBeVisible();
    expect(screen.getByText(/to be reviewed every/)).toBeVisible();
    expect(screen.getByText('ledger')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Profit Pipeline Runbook' }),
    ).toHaveAttribute('href', '/catalog/default/runbook/profit');
  });

  it('opens at the row that the address names', async () => {
    const scrollIntoView = jest.fn();
    Element.prototype.scrollIntoView = scrollIntoView;
    renderOnPage(<PipelineRunbookContent />, {
      entity: pipeline(),
      entities: [
        runbook({
          rows: [runbookRow(), runbookRow({ id: 'second', title: 'Second' })],
        }),
      ],
      at: '/runbook#second',
    });
    expect(await screen.findByRole('region', { name: 'Second' })).toHaveFocus();
    expect(scrollIntoView).toHaveBeenCalledTimes(1);
  });

  it('keeps a place while loading', async () => {
    renderOnPage(<PipelineRunbookContent />, {
      entity: pipeline(),
      catalogApi: catalogApiMock.mock({
        getEntityByRef: () => new Promise(() => {}),
        getEntitiesByRefs: async () => ({ items: [] }),
      }),
    });
    expect(
      await screen.findByRole('status', { name: 'Loading the runbook' }),
    ).toBeInTheDocument();
  });

  it('says how to name a runbook when there is none', async () => {
    renderOnPage(<PipelineRunbookContent />, {
      entity: pipeline({ runbook: undefined }),
    });
    expect(
      await screen.findByText('This pipeline has no runbook.'),
    ).toBeVisible();
  });

  it('says that the runbook is missing', async () => {
    renderOnPage(<PipelineRunbookContent />, { entity: pipeline() });
    expect(await screen.findByText('The runbook was not found.')).toBeVisible();
    expect(screen.getByText(/spec\.runbook/)).toHaveTextContent(
      'The catalog has no runbook:default/profit, or you may not see it.',
    );
  });

  it('says whom to ask when the reader may not see it', async () => {
    renderOnPage(<PipelineRunbookContent />, {
      entity: pipeline(),
      catalogApi: catalogApiMock.mock({
        getEntityByRef: async () => {
          throw new NotAllowedError();
        },
        getEntitiesByRefs: async () => ({ items: [] }),
      }),
    });
    expect(
      await screen.findByText('You may not see what the runbook says.'),
    ).toBeVisible();
  });

  it('tries again when the catalog is away', async () => {
    const getEntityByRef = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue(runbook());
    renderOnPage(<PipelineRunbookContent />, {
      entity: pipeline(),
      catalogApi: catalogApiMock.mock({
        getEntityByRef,
        getEntitiesByRefs: async () => ({ items: [] }),
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Revenue Mismatch' }),
    ).toBeVisible();
  });
});
