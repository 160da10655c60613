import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { onCall, pipeline, renderOnPage, rotation } from '../../__testUtils__';
import { PipelinesPage } from './PipelinesPage';

describe('<PipelinesPage />', () => {
  it('has the ownership matrix first, the scorecard, who is on call, and what tools send', async () => {
    renderOnPage(
      <Routes>
        <Route path="/pipelines/*" element={<PipelinesPage />} />
      </Routes>,
      {
        at: '/pipelines',
        entities: [pipeline({ rotation: undefined }), rotation()],
        pipelinesApi: { getOnCallByRefs: async () => ({ items: [onCall()] }) },
      },
    );
    expect(
      await screen.findByRole('heading', { name: 'Pipelines' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('grid', { name: 'Ownership matrix' }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Scorecard' }));
    expect(
      await screen.findByText('No pipeline promises anything yet.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'On call' }));
    expect(
      await screen.findByRole('grid', { name: 'Who is on call' }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Setup' }));
    expect(
      await screen.findByText('Jobs that no pipeline claims'),
    ).toBeVisible();
  });
});
