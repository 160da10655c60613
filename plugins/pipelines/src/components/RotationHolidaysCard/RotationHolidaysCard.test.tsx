import { screen } from '@testing-library/react';
import {
  A,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  shiftsPage,
  thanksgivingWeek,
} from '../../__testUtils__';
import { RotationHolidaysCard } from './RotationHolidaysCard';

const day = (date: string, name: string) => ({ date, name });

function renderCard(dates: ReturnType<typeof day>[]) {
  return renderOnPage(<RotationHolidaysCard />, {
    entity: rotation({ holidays: { dates } }),
  });
}

describe('<RotationHolidaysCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('lists the days to come, soonest first, today among them', async () => {
    renderCard([
      day('2027-01-01', "New Year's Day"),
      day('2026-11-22', 'Yesterday'),
      day('2026-11-23', 'Today'),
      day('2026-11-26', 'Thanksgiving'),
    ]);
    const items = await screen.findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Mon 23 Nov Today',
      'Thu 26 Nov Thanksgiving',
      "Fri 1 Jan New Year's Day",
    ]);
  });

  it("goes by the rotation's own date", async () => {
    // Already the 24th in Berlin, still the 23rd in New York.
    readInBerlin('2026-11-24T02:00:00Z');
    renderCard([day('2026-11-23', 'Today there')]);
    expect(await screen.findByText(/Today there/)).toBeVisible();
  });

  it('shows six at most', async () => {
    renderCard(
      Array.from({ length: 9 }, (_, index) =>
        day(`2026-12-0${index + 1}`, `Day ${index + 1}`),
      ),
    );
    expect(await screen.findAllByRole('listitem')).toHaveLength(6);
    expect(screen.getByText('and 3 more')).toBeVisible();
  });

  it('asks for more days when all are past', async () => {
    renderCard([day('2025-12-25', 'Christmas Day')]);
    expect(
      await screen.findByText(/All holidays written down are past/),
    ).toBeVisible();
  });

  it('says how to write some down', async () => {
    renderOnPage(<RotationHolidaysCard />, { entity: rotation() });
    expect(
      await screen.findByText('No holidays are written down.'),
    ).toBeVisible();
  });

  it('says who moves', async () => {
    const getShifts = jest.fn(async () => ({
      ...shiftsPage([]),
      items: thanksgivingWeek(),
    }));
    renderOnPage(<RotationHolidaysCard />, {
      entity: rotation({
        holidays: {
          dates: [
            day('2026-11-26', 'Thanksgiving'),
            day('2028-01-01', 'Far away'),
          ],
        },
      }),
      pipelinesApi: { getShifts },
    });
    expect(await screen.findByText('A → B')).toBeVisible();
    // The API answers for 400 days at most.
    expect(getShifts).toHaveBeenCalledWith(
      expect.objectContaining({
        from: '2026-11-23T05:00:00.000Z',
        to: '2027-12-27T05:00:00.000Z',
      }),
    );
  });

  it('says when everybody else is away', async () => {
    const [, holiday] = thanksgivingWeek();
    renderOnPage(<RotationHolidaysCard />, {
      entity: rotation({
        holidays: { dates: [day('2026-11-26', 'Thanksgiving')] },
      }),
      pipelinesApi: {
        getShifts: async () => ({
          ...shiftsPage([]),
          items: [{ ...holiday, primary: A }],
        }),
      },
    });
    expect(await screen.findByText('A keeps it')).toBeVisible();
  });
});
