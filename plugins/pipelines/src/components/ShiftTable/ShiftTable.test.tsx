import { screen, within } from '@testing-library/react';
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
import { ShiftTable } from './ShiftTable';

function renderTable(changes: Partial<Schedule>) {
  const schedule = {
    timeZone: 'America/New_York',
    shifts: [],
    gaps: [],
    swaps: [],
    ...changes,
  };
  renderOnPage(<ShiftTable schedule={schedule} now={Date.parse(NOW)} />);
}

describe('<ShiftTable />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('has a line for each stretch and gap, in the order of time', async () => {
    renderTable({
      shifts: [...thanksgivingWeek(), shift(2)],
      gaps: [
        {
          number: 47,
          start: shift(1).start,
          end: shift(1).end,
          text: 'all are away',
        },
      ],
      swaps: [swap()],
    });
    await screen.findAllByText('Data Engineer A');
    const table = screen.getByRole('grid', { name: 'Shifts of the month' });
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent);
    expect(rows[0]).toContain('now');
    expect(rows[1]).toContain('Data Engineer B, because 26 Nov');
    expect(rows[1]).toContain('everyone watches 24–30 Nov');
    expect(rows[3]).toContain('nobodyMon 30 Nov 15:00');
    expect(rows[4]).toContain('a swap waits for an answer');
  });

  it('says when there are none', async () => {
    renderTable({});
    expect(await screen.findByText('No shifts in this month.')).toBeVisible();
  });
});
