import { VerdictState } from '@techflow/backstage-plugin-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { readAnywhere, readInBerlin, renderOnPage } from '../../__testUtils__';
import { HeatMonth } from './HeatMonth';

const DAYS = new Map<string, { states: VerdictState[] }>([
  ['2026-11-02', { states: ['met'] }],
  ['2026-11-03', { states: ['met', 'missed', 'met', 'excluded'] }],
  ['2026-11-10', { states: ['pending'] }],
]);

function Month() {
  const [date, setDate] = useState('2026-11-02');
  return (
    <HeatMonth
      label="Daily run"
      month="2026-11"
      days={DAYS}
      date={date}
      onDateChange={setDate}
      nothing="not expected"
    />
  );
}

const day = (name: RegExp) => screen.findByRole('button', { name });

describe('<HeatMonth />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says each day in words, and the worst of several by its shape', async () => {
    renderOnPage(<Month />);
    expect(await day(/^Mon 2 Nov: met$/)).toHaveTextContent(/^2$/);
    expect(
      await day(/^Tue 3 Nov: 2 met, 1 missed, 1 excluded$/),
    ).toHaveTextContent('3✖');
    expect(await day(/^Tue 10 Nov: pending$/)).toHaveTextContent('10○');
    expect(screen.getAllByRole('button')).toHaveLength(3);
    const month = screen.getByRole('group', {
      name: 'Daily run, November 2026',
    });
    // The other days are there, but nothing to press.
    expect(within(month).getByText('30')).toBeVisible();
  });

  it('has a key of the shapes that occur', async () => {
    renderOnPage(<Month />);
    const key = (await screen.findAllByRole('listitem')).map(
      ({ textContent }) => textContent,
    );
    expect(key).toEqual([
      '✔met',
      '✖missed',
      '◇excluded',
      '○pending',
      'not expected',
    ]);
  });

  it('is one stop for Tab, and the arrow keys go from day to day', async () => {
    renderOnPage(<Month />);
    const first = await day(/^Mon 2 Nov/);
    first.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(await day(/^Tue 3 Nov/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    const last = await day(/^Tue 10 Nov/);
    expect(last).toHaveFocus();
    expect(last).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{ArrowDown}');
    expect(last).toHaveFocus();
    expect(first).toHaveAttribute('tabindex', '-1');
    expect(last).toHaveAttribute('tabindex', '0');
  });
});
