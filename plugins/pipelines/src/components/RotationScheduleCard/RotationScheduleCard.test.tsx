import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  shift,
} from '../../__testUtils__';
import { RotationScheduleCard } from './RotationScheduleCard';

const page = (
  weeks: number[],
  nextCursor?: string,
): Awaited<ReturnType<PipelinesApi['getShifts']>> => ({
  rotationRef: 'rotation:default/data-engineering',
  timeZone: 'America/New_York',
  items: weeks.map(shift),
  nextCursor,
});

function renderCard(getShifts: PipelinesApi['getShifts']) {
  return renderOnPage(<RotationScheduleCard />, {
    entity: rotation(),
    pipelinesApi: { getShifts },
  });
}

async function rows() {
  const table = await screen.findByRole('grid', { name: 'Upcoming shifts' });
  return within(table).getAllByRole('row').slice(1);
}

describe('<RotationScheduleCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('lists shifts with person, times and reason, the running one marked', async () => {
    const getShifts = jest.fn(async () => page([0, 1]));
    renderCard(getShifts);
    const [first, second] = await rows();
    expect(
      await within(first).findByRole('link', { name: 'Data Engineer A' }),
    ).toBeVisible();
    expect(within(first).getByText('now')).toBeVisible();
    expect(first).toHaveTextContent('Mon 23 Nov 15:00');
    expect(first).toHaveTextContent('Mon 30 Nov 15:00');
    expect(first).toHaveTextContent('Turn 47 of the rotation');
    expect(within(second).queryByText('now')).not.toBeInTheDocument();
    expect(getShifts).toHaveBeenCalledWith({
      rotationRef: 'rotation:default/data-engineering',
      from: '2026-11-23T15:00:00.000Z',
      to: '2027-11-23T15:00:00.000Z',
      limit: 8,
      cursor: undefined,
    });
    expect(
      screen.queryByRole('button', { name: 'Show later shifts' }),
    ).not.toBeInTheDocument();
  });

  it('adds later shifts on demand, within the same range', async () => {
    const getShifts = jest
      .fn<
        ReturnType<PipelinesApi['getShifts']>,
        Parameters<PipelinesApi['getShifts']>
      >()
      .mockResolvedValueOnce(page([0, 1], 'second'))
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValueOnce(page([2, 3]));
    renderCard(getShifts);
    expect(await rows()).toHaveLength(2);
    const later = () =>
      screen.getByRole('button', { name: 'Show later shifts' });
    await userEvent.click(later());
    expect(
      await screen.findByText('Later shifts could not be fetched.'),
    ).toBeVisible();
    await userEvent.click(later());
    await waitFor(async () => expect(await rows()).toHaveLength(4));
    const [first, , last] = getShifts.mock.calls.map(([request]) => request);
    expect(last).toEqual({ ...first, cursor: 'second' });
  });

  it('keeps a place while loading', async () => {
    renderCard(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading shifts' }),
    ).toBeInTheDocument();
  });

  it('says when there are none', async () => {
    renderCard(async () => page([]));
    expect(
      await screen.findByText('No shifts begin within a year from now.'),
    ).toBeVisible();
  });

  it('says whom to ask when the reader may not see them', async () => {
    renderCard(async () => {
      throw new NotAllowedError();
    });
    expect(
      await screen.findByText('You may not see which shifts there are.'),
    ).toBeVisible();
  });

  it('tries again when the backend is away', async () => {
    const getShifts = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue(page([0]));
    renderCard(getShifts);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await rows()).toHaveLength(1);
  });
});
