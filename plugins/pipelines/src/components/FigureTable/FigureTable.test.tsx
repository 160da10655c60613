import { screen, within } from '@testing-library/react';
import {
  day,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import { FigureFormat, figurePoints } from '../../figures';
import { FigureTable } from './FigureTable';

async function rowsOf(
  measurements: Parameters<typeof figurePoints>[0],
  format: FigureFormat,
) {
  renderOnPage(
    <FigureTable
      label="Lag"
      format={format}
      points={figurePoints(measurements)}
    />,
  );
  const table = await screen.findByRole('table', { name: 'Lag' });
  return within(table)
    .getAllByRole('row')
    .map(row => [...row.children].map(({ textContent }) => textContent));
}

describe('<FigureTable />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('has a line for each day, newest first, the unit said once', async () => {
    expect(
      await rowsOf(
        { resolution: 'day', days: [day(3), day(4)] },
        { kind: 'number', unit: 'messages' },
      ),
    ).toEqual([
      ['Day (UTC)', 'Last, messages', 'Lowest', 'Highest', 'Figures'],
      ['Wed 4 Nov', '404', '100', '900', '24'],
      ['Tue 3 Nov', '403', '100', '900', '24'],
    ]);
  });

  it('has the counts of a share', async () => {
    expect(
      await rowsOf(
        {
          resolution: 'day',
          days: [
            day(3, {
              count: 1,
              last: 0.5,
              min: 0.5,
              max: 0.5,
              good: 1,
              total: 2,
            }),
            {
              day: '2026-11-04',
              count: 1,
              good: 0,
              total: 0,
            },
          ],
        },
        { kind: 'share' },
      ),
    ).toEqual([
      ['Day (UTC)', 'Last', 'Counts', 'Lowest', 'Highest', 'Figures'],
      ['Wed 4 Nov', 'none', '0 of 0', '', '', '1'],
      ['Tue 3 Nov', '50 %', '1 of 2', '50 %', '50 %', '1'],
    ]);
  });

  it('has each figure by its instant, in the zone of the reader', async () => {
    expect(
      await rowsOf(
        {
          resolution: 'point',
          points: [{ at: '2026-11-23T13:02:00Z', value: 7 }],
        },
        { kind: 'number' },
      ),
    ).toEqual([
      ['When', 'Figure'],
      ['Mon 23 Nov 14:02', '7'],
    ]);
  });
});
