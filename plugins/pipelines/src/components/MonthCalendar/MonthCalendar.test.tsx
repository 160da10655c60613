import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { shift, thanksgivingWeek } from '../../__testUtils__';
import { MonthCalendar } from './MonthCalendar';

const schedule = {
  timeZone: 'America/New_York',
  shifts: [...thanksgivingWeek(), shift(1)],
  gaps: [],
  swaps: [],
};

function Example() {
  const [date, setDate] = useState('2026-11-26');
  return (
    <>
      <MonthCalendar
        date={date}
        onDateChange={setDate}
        today="2026-11-23"
        schedule={schedule}
        nameOf={ref => ref.slice(-1).toUpperCase()}
      />
      <output>{date}</output>
    </>
  );
}

describe('<MonthCalendar />', () => {
  it('is a grid of weeks from Monday on, each day with who has duty', () => {
    render(<Example />);
    const grid = screen.getByRole('grid');
    const weekdays = within(grid)
      .getAllByRole('columnheader', { hidden: true })
      .map(({ textContent }) => textContent);
    expect(weekdays).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    const day = screen.getByRole('button', { name: /November 26, 2026/ });
    expect(day).toHaveTextContent('26B★ Thanksgiving◎ all watch');
  });

  it('goes from day to day by arrow keys, and to the next month by Page Down', async () => {
    render(<Example />);
    await userEvent.click(
      screen.getByRole('button', { name: /November 26, 2026/ }),
    );
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('status')).toHaveTextContent('2026-11-27');
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('status')).toHaveTextContent('2026-12-04');
    await userEvent.keyboard('{PageDown}');
    expect(screen.getByRole('status')).toHaveTextContent('2027-01-04');
  });
});
