import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  shiftsPage,
  swap,
} from '../../__testUtils__';
import { RotationScheduleCard } from './RotationScheduleCard';

function renderCard(pipelinesApi: Partial<PipelinesApi>) {
  return renderOnPage(<RotationScheduleCard />, {
    entity: rotation(),
    pipelinesApi,
  });
}

const day = (name: RegExp) => screen.findByRole('button', { name });

describe('<RotationScheduleCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('shows the month, all pages of it, with open swaps', async () => {
    const getShifts = jest
      .fn<
        ReturnType<PipelinesApi['getShifts']>,
        Parameters<PipelinesApi['getShifts']>
      >()
      .mockResolvedValueOnce(shiftsPage([0], 'second'))
      .mockResolvedValue(shiftsPage([1, 2]));
    const getChanges = jest.fn(async () => ({ items: [swap()] }));
    renderCard({ getShifts, getChanges });
    expect(await screen.findByText(/Turn 47 of the rotation/)).toBeVisible();
    expect(await day(/December 1, 2026/)).toHaveTextContent('Dec 1B');
    const [[first], [second]] = getShifts.mock.calls;
    // The weeks around November in New York: clocks changed on the 1st.
    expect(first).toMatchObject({
      from: '2026-10-26T04:00:00.000Z',
      to: '2026-12-07T05:00:00.000Z',
    });
    expect(second).toEqual({ ...first, cursor: 'second' });
  });

  it('shows the details of the day that is chosen', async () => {
    renderCard({ getShifts: async () => shiftsPage([0, 1]) });
    await screen.findByText(/Turn 47 of the rotation/);
    await userEvent.click(await day(/November 30, 2026/));
    expect(screen.getByText(/Turn 48 of the rotation/)).toBeVisible();
  });

  it('goes to the next month, and back to today', async () => {
    const getShifts = jest.fn(async () => shiftsPage([0, 1, 2, 3]));
    renderCard({ getShifts });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next month' }),
    );
    expect(
      screen.getByRole('heading', { name: 'December 2026', level: 4 }),
    ).toBeVisible();
    expect(getShifts).toHaveBeenCalledTimes(2);
    await userEvent.click(screen.getByRole('button', { name: 'Today' }));
    expect(
      screen.getByRole('heading', { name: 'November 2026', level: 4 }),
    ).toBeVisible();
  });

  it('has a table as its twin', async () => {
    renderCard({ getShifts: async () => shiftsPage([0, 1]) });
    await userEvent.click(await screen.findByRole('radio', { name: 'List' }));
    expect(
      await screen.findByRole('grid', { name: 'Shifts of the month' }),
    ).toBeVisible();
  });

  it('keeps the calendar while loading', async () => {
    renderCard({ getShifts: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('status', { name: 'Loading shifts' }),
    ).toBeInTheDocument();
    expect(await day(/November 23, 2026/)).toBeVisible();
  });

  it('says whom to ask when the reader may not see it', async () => {
    renderCard({
      getShifts: async () => {
        throw new NotAllowedError();
      },
    });
    expect(
      await screen.findByText('You may not see which shifts there are.'),
    ).toBeVisible();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it('tries again when the backend is away', async () => {
    const getShifts = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue(shiftsPage([0]));
    renderCard({ getShifts });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(/Turn 47 of the rotation/)).toBeVisible();
  });
});
