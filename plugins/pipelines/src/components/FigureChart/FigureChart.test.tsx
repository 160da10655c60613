import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  day,
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import {
  FigureFormat,
  FigurePoint,
  figurePoints,
  figureRange,
} from '../../figures';
import { FigureChart } from './FigureChart';

const counts = (date: number, good: number) =>
  day(date, {
    last: good / 2_014,
    min: good / 2_014,
    max: good / 2_014,
    good,
    total: 2_014,
    count: 1,
  });

async function renderChart(
  points: FigurePoint[],
  format: FigureFormat = { kind: 'number', unit: 'messages' },
) {
  renderOnPage(
    <FigureChart
      label="Lag"
      format={format}
      points={points}
      range={figureRange('30d', Date.parse(NOW))}
      height={140}
    />,
  );
  const title = await screen.findByText('Lag');
  return title.closest('svg');
}

const paths = (chart: SVGSVGElement | null) =>
  [...(chart?.querySelectorAll('.recharts-line-curve') ?? [])].map(
    path => path.getAttribute('d') ?? '',
  );

describe('<FigureChart />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('tells those who do not see it what it shows', async () => {
    const chart = await renderChart(
      figurePoints({ resolution: 'day', days: [day(3), day(4), day(5)] }),
    );
    expect(chart?.querySelector('desc')).toHaveTextContent(
      '3 figures from 403 messages to 405 messages, the last 405 messages.',
    );
    expect(chart).toHaveAttribute('tabindex', '0');
  });

  it('breaks its line at a missing day', async () => {
    const chart = await renderChart(
      figurePoints({
        resolution: 'day',
        days: [day(3), day(4), day(6), day(7)],
      }),
    );
    const [path] = paths(chart);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(chart?.querySelectorAll('circle')).toHaveLength(4);
  });

  it('has a band from the lowest to the highest of a day', async () => {
    const chart = await renderChart(
      figurePoints({ resolution: 'day', days: [day(3), day(4)] }),
    );
    expect(chart?.querySelector('.recharts-area-area')).toHaveAttribute('d');
  });

  it('goes from figure to figure by keyboard, and tells each with its counts', async () => {
    const chart = await renderChart(
      figurePoints({
        resolution: 'day',
        days: [counts(3, 2_014), counts(4, 1_998)],
      }),
      { kind: 'share' },
    );
    await userEvent.tab();
    expect(chart).toHaveFocus();
    await waitFor(() =>
      expect(document.body).toHaveTextContent('Tue 3 Nov (UTC)100 %'),
    );
    fireEvent.keyDown(chart ?? document.body, { key: 'ArrowRight' });
    await waitFor(() =>
      expect(document.body).toHaveTextContent(
        'Wed 4 Nov (UTC)99.2 %1,998 of 2,014',
      ),
    );
  });

  it('stands still', async () => {
    const chart = await renderChart(
      figurePoints({ resolution: 'day', days: [day(3), day(4)] }),
    );
    // A line that draws itself hides its end behind dashes.
    expect(chart?.querySelector('.recharts-line-curve')).not.toHaveAttribute(
      'stroke-dasharray',
    );
  });

  it('draws nothing of nothing', async () => {
    const chart = await renderChart(
      figurePoints({
        resolution: 'point',
        points: [{ at: '2026-11-23T06:00:00Z', good: 0, total: 0 }],
      }),
      { kind: 'share' },
    );
    expect(chart?.querySelector('desc')).toHaveTextContent('No figures.');
    expect(chart?.querySelectorAll('circle')).toHaveLength(0);
  });
});
