import { screen, within } from '@testing-library/react';
import { B, load, renderOnPage } from '../../__testUtils__';
import { FairnessTable } from './FairnessTable';

describe('<FairnessTable />', () => {
  it('has a line and bars for each member, also for who has nothing', async () => {
    renderOnPage(
      <FairnessTable
        label="Load"
        load={[
          load(),
          load({ member: B, shifts: 0, hours: 0, watchingHours: 336 }),
        ]}
      />,
    );
    await screen.findByText('Data Engineer B');
    const [, , second] = within(
      screen.getByRole('grid', { name: 'Load' }),
    ).getAllByRole('row');
    expect(second).toHaveTextContent('Data Engineer B05230336');
    const widths = [
      ...second.querySelectorAll<HTMLElement>('[class*="fill"]'),
    ].map(({ style }) => style.width);
    expect(widths).toEqual(['0%', '50%']);
  });
});
