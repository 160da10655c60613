import { screen } from '@testing-library/react';
import { escalationPolicy, renderOnPage } from '../../__testUtils__';
import { EscalationPolicyLevelsCard } from './EscalationPolicyLevelsCard';

describe('<EscalationPolicyLevelsCard />', () => {
  it('shows each level with roles and people', async () => {
    renderOnPage(<EscalationPolicyLevelsCard />, {
      entity: escalationPolicy(),
    });
    expect(await screen.findByText('Whoever is on call')).toBeVisible();
    expect(screen.getByText('Primary owner of the pipeline')).toBeVisible();
    expect(
      await screen.findByText('Business Analytics Team Lead'),
    ).toBeVisible();
    expect(screen.getByText('for critical financial issues')).toBeVisible();
  });
});
