import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentProps } from 'react';
import { RangePicker } from './RangePicker';

function renderPicker(changes: Partial<ComponentProps<typeof RangePicker>>) {
  render(
    <RangePicker
      name="this-year"
      range={{ first: '2026-01-01', last: '2026-12-31' }}
      onNameChange={() => {}}
      onRangeChange={() => {}}
      {...changes}
    />,
  );
}

describe('<RangePicker />', () => {
  it('offers the usual ranges', async () => {
    const onNameChange = jest.fn();
    renderPicker({ onNameChange });
    expect(screen.queryByRole('spinbutton')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Next 90 days' }));
    expect(onNameChange).toHaveBeenCalledWith('next-90');
  });

  it('lets days be chosen freely', async () => {
    const onRangeChange = jest.fn();
    renderPicker({ name: 'custom', onRangeChange });
    const [month] = screen
      .getAllByRole('spinbutton')
      .filter(part => part.dataset.type === 'month');
    await userEvent.click(month);
    await userEvent.keyboard('{ArrowUp}');
    expect(onRangeChange).toHaveBeenCalledWith({
      first: '2026-02-01',
      last: '2026-12-31',
    });
  });
});
