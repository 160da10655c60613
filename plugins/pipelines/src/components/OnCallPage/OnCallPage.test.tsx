import { screen } from '@testing-library/react';
import { onCall, renderOnPage, rotation } from '../../__testUtils__';
import { OnCallPage } from './OnCallPage';

describe('<OnCallPage />', () => {
  it('lists every rotation', async () => {
    renderOnPage(<OnCallPage />, {
      entities: [rotation()],
      pipelinesApi: { getOnCallByRefs: async () => ({ items: [onCall()] }) },
    });
    expect(
      await screen.findByRole('link', { name: 'Data Engineering on-call' }),
    ).toBeVisible();
  });
});
