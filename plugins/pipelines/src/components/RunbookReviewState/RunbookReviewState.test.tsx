import { render, screen } from '@testing-library/react';
import { NOW } from '../../__testUtils__/clock';
import { RunbookReviewState } from './RunbookReviewState';

describe('<RunbookReviewState />', () => {
  it.each([
    ['never', {}, '▲never reviewed'],
    ['lately', { lastReviewed: '2026-11-11' }, '12 days ago'],
    [
      'too long ago',
      { lastReviewed: '2026-11-07', reviewEvery: '1w' },
      '16 days ago ▲overdue by 9 days',
    ],
  ])('of a runbook read %s', (_case, spec, text) => {
    render(
      <p>
        <RunbookReviewState spec={spec} now={Date.parse(NOW)} />
      </p>,
    );
    expect(
      screen.getByText((_, node) => node?.tagName === 'P'),
    ).toHaveTextContent(text);
  });
});
