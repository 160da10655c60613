import { screen } from '@testing-library/react';
import {
  NOW,
  onCall,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  shift,
} from '../../__testUtils__';
import { OnDuty } from './OnDuty';

describe('<OnDuty />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('gives every reason, in the order in which they were applied', async () => {
    const current = {
      ...shift(0),
      reasons: [
        { type: 'sequence' as const, text: 'weekly rotation' },
        { type: 'sequence' as const, text: 'first of two weeks' },
      ],
    };
    renderOnPage(<OnDuty onCall={onCall({ current })} now={Date.parse(NOW)} />);
    expect(
      await screen.findByText(/weekly rotation; first of two weeks/),
    ).toBeVisible();
  });
});
