import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  handoff,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  ROTATION,
} from '../../__testUtils__';
import { RotationHandoffsContent } from './RotationHandoffsContent';

function renderContent(getHandoffs: PipelinesApi['getHandoffs']) {
  renderOnPage(<RotationHandoffsContent />, {
    entity: rotation(),
    pipelinesApi: { getHandoffs },
  });
}

describe('<RotationHandoffsContent />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('lists the latest first, and counts those that are missing', async () => {
    const getHandoffs = jest.fn(async () => ({
      items: [
        handoff({
          shiftNumber: 45,
          state: 'missing',
          meetingStart: '2026-11-16T14:00:00.000Z',
        }),
        handoff(),
      ],
    }));
    renderContent(getHandoffs);
    expect(
      await screen.findByText('1 of 2 handoffs are missing.'),
    ).toBeVisible();
    const [first] = within(
      screen.getByRole('list', { name: 'Handoffs' }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent('due');
    expect(getHandoffs).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      from: '2026-08-25T15:00:00.000Z',
      to: '2026-12-07T15:00:00.000Z',
    });
  });

  it('says when there are none', async () => {
    renderContent(async () => ({ items: [] }));
    expect(await screen.findByText(/Duty has not changed hands/)).toBeVisible();
  });

  it('says whom to ask, and tries again', async () => {
    const getHandoffs = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockRejectedValue(new NotAllowedError());
    renderContent(getHandoffs);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('You may not see which handoffs there were.'),
    ).toBeVisible();
  });
});
