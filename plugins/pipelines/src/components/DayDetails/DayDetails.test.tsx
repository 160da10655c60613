import { screen } from '@testing-library/react';
import {
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  shift,
  swap,
  thanksgivingWeek,
} from '../../__testUtils__';
import { Schedule } from '../../schedule';
import { DayDetails } from './DayDetails';

function renderDay(date: string, changes: Partial<Schedule> = {}) {
  const schedule = {
    timeZone: 'America/New_York',
    shifts: thanksgivingWeek(),
    gaps: [],
    swaps: [],
    ...changes,
  };
  renderOnPage(
    <DayDetails date={date} schedule={schedule} now={Date.parse(NOW)} />,
  );
  return screen.findByRole('region', { name: 'This day' });
}

describe('<DayDetails />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says who, from when to when, why, and who watches', async () => {
    const day = await renderDay('2026-11-26');
    expect(await screen.findByText('Data Engineer B')).toBeVisible();
    expect(day).toHaveTextContent('Thu 26 Nov in New York');
    expect(day).toHaveTextContent('Thu 26 Nov 06:00 – Fri 27 Nov 06:00');
    expect(day).toHaveTextContent(
      'Turn 47 of the rotation; Data Engineer B, because 26 Nov is Thanksgiving',
    );
    expect(day).toHaveTextContent('watching: Data Engineer A');
  });

  it('says that nobody is available, and who is told', async () => {
    const day = await renderDay('2026-11-26', {
      shifts: [],
      gaps: [
        {
          number: 46,
          start: '2026-11-26T05:00:00.000Z',
          end: '2026-11-27T05:00:00.000Z',
          text: 'Nobody has duty, because all are away.',
        },
      ],
    });
    expect(day).toHaveTextContent('all are away. Level 2 is told instead.');
  });

  it('says that a swap waits', async () => {
    const day = await renderDay('2026-12-09', {
      shifts: [shift(2)],
      swaps: [swap()],
    });
    expect(day).toHaveTextContent('waits for an answer');
  });

  it('says when there is no duty', async () => {
    const day = await renderDay('2020-01-01');
    expect(day).toHaveTextContent('Nobody has duty on this day.');
  });
});
