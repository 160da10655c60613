import { screen } from '@testing-library/react';
import {
  readAnywhere,
  readInBerlin,
  renderOnPage,
  runbook,
} from '../../__testUtils__';
import { RunbookReviewLine } from './RunbookReviewLine';

describe('<RunbookReviewLine />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says when, how long ago, and how often', async () => {
    renderOnPage(<RunbookReviewLine runbook={runbook()} />);
    expect(await screen.findByText(/Last reviewed/)).toHaveTextContent(
      'Last reviewed Tue 10 Nov, 13 days ago · to be reviewed every 90 days',
    );
  });

  it('says when it never was', async () => {
    renderOnPage(
      <RunbookReviewLine
        runbook={runbook({ lastReviewed: undefined, reviewEvery: '1w' })}
      />,
    );
    expect(await screen.findByText('never reviewed')).toBeVisible();
    expect(screen.getByText(/to be reviewed every/)).toHaveTextContent(
      'to be reviewed every 1 week',
    );
  });
});
