import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  interval,
  monitorSla,
  pipeline,
  pipelineSla,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  series,
} from '../../__testUtils__';
import { usePromises } from '../../hooks/usePromises';
import { seriesByMetric } from '../../hooks/useSeriesOfMetrics';
import { MonitorsCard } from './MonitorsCard';

const entity = pipeline({
  monitors: [
    { id: 'quiet', type: 'silence', silentFor: '1h' },
    {
      id: 'lag',
      type: 'threshold',
      title: 'Consumer lag',
      metric: 'kafka.consumer-lag',
      mustBeLessThan: 10_000,
      severity: 'high',
    },
  ],
});

const sla = pipelineSla({
  monitors: [
    monitorSla(),
    monitorSla({
      id: 'quiet',
      type: 'silence',
      metrics: [],
      since: undefined,
      current: {
        state: 'met',
        evidence: {
          type: 'heard',
          lastAt: '2026-11-23T14:57:00.000Z',
          silentForMs: 3_600_000,
        },
      },
    }),
  ],
});

const warned = interval({ verdict: sla.monitors[0].current });

function Card(props: { sla?: typeof sla }) {
  const { monitors } = usePromises(entity);
  return <MonitorsCard pipeline={entity} monitors={monitors} sla={props.sla} />;
}

const monitor = (name: string) => screen.findByRole('region', { name });

describe('<MonitorsCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says of each how it stands and since when, what warns first', async () => {
    renderOnPage(<Card sla={sla} />, { entity });
    const lag = await monitor('Consumer lag');
    expect(lag).toHaveTextContent('✖12,040');
    expect(lag).toHaveTextContent('high');
    expect(lag).toHaveTextContent('It was 12,040; it must be below 10,000.');
    expect(lag).toHaveTextContent('so since Mon 23 Nov 14:00');
    expect(await monitor('Silence')).toHaveTextContent('✔heard 3 min ago');
    const titles = screen
      .getAllByRole('region')
      .map(region => region.getAttribute('aria-label'))
      .filter(title => title === 'Consumer lag' || title === 'Silence');
    expect(titles).toEqual(['Consumer lag', 'Silence']);
  });

  it('draws the limit into the chart, says it, and lists when it warned', async () => {
    const getIntervals = jest.fn().mockResolvedValue({ items: [warned] });
    renderOnPage(<Card sla={sla} />, {
      entity,
      pipelinesApi: {
        getIntervals,
        getSeries: async () => ({ items: [series()] }),
        getMeasurements: async () => ({
          resolution: 'point',
          points: [
            { at: '2026-11-22T12:00:00.000Z', value: 4_000 },
            { at: '2026-11-23T12:00:00.000Z', value: 12_040 },
          ],
        }),
      },
    });
    const lag = await monitor('Consumer lag');
    expect(await within(lag).findByText('must be below 10,000')).toBeVisible();
    expect(await within(lag).findByText('below 10,000')).toBeInTheDocument();
    expect(lag).toHaveTextContent(
      'warned Tue 17 Nov 21:00, for 3 h 10 min: 12,040 messages',
    );
    expect(getIntervals).toHaveBeenCalledWith(
      expect.objectContaining({ monitor: 'lag' }),
    );
    await userEvent.click(
      within(lag).getByRole('button', { name: /as a table$/ }),
    );
    expect(within(lag).getByRole('table')).toHaveTextContent('12,040');
  });

  it('says that nothing was measured lately', async () => {
    renderOnPage(<Card sla={sla} />, {
      entity,
      pipelinesApi: { getSeries: async () => ({ items: [series()] }) },
    });
    expect(
      await screen.findByText(/^Nothing was measured lately/),
    ).toBeVisible();
    expect(screen.getAllByText('It did not warn in this time.')).toHaveLength(
      2,
    );
  });

  it('has the sentences before it is known how they stand', async () => {
    renderOnPage(<Card />, { entity });
    expect(await monitor('Silence')).toHaveTextContent(
      'Warns when nothing is heard of the pipeline for 1 hour',
    );
    expect(screen.queryByText('not judged yet')).not.toBeInTheDocument();
  });
});

describe('seriesByMetric', () => {
  it('takes the one without dimensions, else the first', () => {
    const byMetric = seriesByMetric([
      series({ id: 'a', dimensions: { topic: 'a' } }),
      series({ id: 'b', dimensions: {} }),
      series({ id: 'c', metric: 'revenue', dimensions: { region: 'eu' } }),
      series({ id: 'd', metric: 'revenue', dimensions: { region: 'us' } }),
    ]);
    expect(byMetric.get('kafka.consumer-lag')?.id).toBe('b');
    expect(byMetric.get('revenue')?.id).toBe('c');
  });
});
