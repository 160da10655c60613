import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MonthNav } from './MonthNav';

describe('<MonthNav />', () => {
  it('goes to the months around, and back to today', async () => {
    const onChange = jest.fn();
    render(
      <MonthNav date="2026-12-31" today="2026-11-23" onChange={onChange} />,
    );
    expect(screen.getByText('December 2026')).toBeVisible();
    for (const name of ['Previous month', 'Next month', 'Today']) {
      await userEvent.click(screen.getByRole('button', { name }));
    }
    expect(onChange.mock.calls).toEqual([
      ['2026-11-30'],
      ['2027-01-31'],
      ['2026-11-23'],
    ]);
  });
});
