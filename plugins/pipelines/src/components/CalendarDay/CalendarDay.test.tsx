import { render, screen } from '@testing-library/react';
import { A, B } from '../../__testUtils__';
import { CalendarDay } from './CalendarDay';

const names = new Map([
  [A, 'A'],
  [B, 'B'],
]);

describe('<CalendarDay />', () => {
  it('has a part for each person, and a shape and a word for each mark', () => {
    const { container } = render(
      <CalendarDay
        day={{
          date: '2026-11-26',
          parts: [
            { primary: A, share: 0.25, shifts: [] },
            { primary: B, share: 0.5, shifts: [] },
            { share: 0.25, shifts: [] },
          ],
          marks: [
            { type: 'holiday', text: 'Thanksgiving' },
            { type: 'all-hands', text: 'all watch' },
            { type: 'swap-asked', text: 'swap asked' },
          ],
          isSwapAsked: true,
        }}
        label="26"
        isToday
        nameOf={ref => names.get(ref) ?? ref}
      />,
    );
    expect(container).toHaveTextContent(
      '26ABnobody★ Thanksgiving◎ all watch? swap asked',
    );
    expect(screen.getByText('B').style.flexGrow).toBe('0.5');
  });
});
