import { screen } from '@testing-library/react';
import {
  day,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import { figurePoints } from '../../figures';
import { FigureHint } from './FigureHint';

describe('<FigureHint />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says of a day the last figure, and from where to where they went', async () => {
    const [point] = figurePoints({ resolution: 'day', days: [day(3)] });
    renderOnPage(
      <FigureHint point={point} format={{ kind: 'number', unit: 'rows' }} />,
    );
    expect(await screen.findByText('Tue 3 Nov (UTC)')).toBeVisible();
    expect(screen.getByText('403 rows')).toBeVisible();
    expect(screen.getByText('100 rows to 900 rows, 24 figures')).toBeVisible();
  });

  it('says of a figure its instant', async () => {
    const [point] = figurePoints({
      resolution: 'point',
      points: [{ at: '2026-11-23T13:02:00Z', value: 7 }],
    });
    renderOnPage(<FigureHint point={point} format={{ kind: 'number' }} />);
    expect(await screen.findByText('Mon 23 Nov 14:02')).toBeVisible();
    expect(screen.getByText('7')).toBeVisible();
  });

  it('says nothing of a gap', async () => {
    renderOnPage(
      <>
        <p>a chart</p>
        <FigureHint
          point={{ at: 0, value: null, band: null }}
          format={{ kind: 'number' }}
        />
      </>,
    );
    expect(await screen.findByText('a chart')).toBeVisible();
    expect(screen.queryByText('none')).not.toBeInTheDocument();
  });
});
