import { screen, within } from '@testing-library/react';
import {
  escalationPolicy,
  onCall,
  pipeline,
  renderOnPage,
} from '../../__testUtils__';
import { PipelineOwnershipContent } from './PipelineOwnershipContent';

describe('<PipelineOwnershipContent />', () => {
  it('shows all pipelines, this one marked, and its escalation path', async () => {
    const other = pipeline(
      {},
      { metadata: { name: 'growth', namespace: 'default' } },
    );
    renderOnPage(<PipelineOwnershipContent />, {
      entity: pipeline(),
      entities: [pipeline(), other, escalationPolicy()],
      pipelinesApi: {
        getOnCall: async () => onCall(),
        getOnCallByRefs: async () => ({ items: [onCall()] }),
      },
    });
    const self = await screen.findByRole('row', { name: /this page/ });
    expect(
      await within(self).findByRole('link', {
        name: 'Profit Calculation Pipeline',
      }),
    ).toBeVisible();
    expect(screen.getAllByText('this page')).toHaveLength(1);
    expect(
      await screen.findByText('Who is told when something breaks here'),
    ).toBeVisible();
    expect(await screen.findByText(/Level 3/)).toBeVisible();
  });
});
