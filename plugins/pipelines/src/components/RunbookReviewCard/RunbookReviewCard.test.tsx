import { screen } from '@testing-library/react';
import { renderOnPage, runbook } from '../../__testUtils__';
import { RunbookReviewCard } from './RunbookReviewCard';

describe('<RunbookReviewCard />', () => {
  it('shows how the runbook of the page stands', async () => {
    renderOnPage(<RunbookReviewCard />, {
      entity: runbook({ lastReviewed: undefined }),
    });
    expect(await screen.findByText('never reviewed')).toBeVisible();
  });
});
