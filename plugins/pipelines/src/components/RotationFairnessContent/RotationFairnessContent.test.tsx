import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  ROTATION,
  statistics,
} from '../../__testUtils__';
import { RotationFairnessContent } from './RotationFairnessContent';

function renderContent(getStatistics: PipelinesApi['getStatistics']) {
  renderOnPage(<RotationFairnessContent />, {
    entity: rotation(),
    pipelinesApi: { getStatistics },
  });
}

describe('<RotationFairnessContent />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('shows this year, by the days of the rotation', async () => {
    const getStatistics = jest.fn(async () => statistics());
    renderContent(getStatistics);
    expect(
      await screen.findByText(
        '18 hours lie between the member with most and the one with least.',
      ),
    ).toBeVisible();
    expect(screen.getByText('4,362')).toBeVisible();
    expect(getStatistics).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      from: '2026-01-01T05:00:00.000Z',
      to: '2027-01-01T05:00:00.000Z',
    });
  });

  it('shows another range, and what of it is planned', async () => {
    const getStatistics = jest.fn(async () => statistics());
    renderContent(getStatistics);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Next 90 days' }),
    );
    expect(getStatistics).toHaveBeenLastCalledWith({
      rotationRef: ROTATION,
      from: '2026-11-23T05:00:00.000Z',
      to: '2027-02-21T05:00:00.000Z',
    });
    await userEvent.click(screen.getByRole('radio', { name: 'Planned' }));
    expect(await screen.findByText('3', { selector: 'span' })).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Custom' }));
    expect(
      screen.getByRole('group', { name: /First and last day/ }),
    ).toBeVisible();
  });

  it.each([
    [0, 'Everyone carries the same number of hours.'],
    [1.2, '1 hour lies between the member with most and the one with least.'],
  ])('says a spread of %d hours in words', async (spreadHours, words) => {
    renderContent(async () => statistics({ spreadHours }));
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says when there are no members', async () => {
    renderContent(async () => statistics({ total: [] }));
    expect(
      await screen.findByText('The rotation has no members in this range.'),
    ).toBeVisible();
  });

  it('says whom to ask, and tries again', async () => {
    const getStatistics = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockRejectedValue(new NotAllowedError());
    renderContent(getStatistics);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('You may not see who carries how much.'),
    ).toBeVisible();
  });
});
