import { render, screen } from '@testing-library/react';
import { NOW, readAnywhere, readInBerlin } from '../../__testUtils__';
import { Instant } from './Instant';

describe('<Instant />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('carries the exact instant for machines', () => {
    render(
      <Instant
        at="2026-11-30T14:00:00.000Z"
        timeZone="America/New_York"
        now={Date.parse(NOW)}
      />,
    );
    const time = screen.getByText('Mon 30 Nov 15:00');
    expect(time).toHaveAttribute('datetime', '2026-11-30T14:00:00.000Z');
  });
});
