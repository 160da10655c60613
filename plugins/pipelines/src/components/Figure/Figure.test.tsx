import { NotAllowedError } from '@backstage/errors';
import {
  MetricSeries,
  PipelinesApi,
} from '@techflow/backstage-plugin-pipelines-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  day,
  ingestSignals,
  PIPELINE,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  series,
} from '../../__testUtils__';
import { Figure } from './Figure';

const ofDays = async () => ({
  resolution: 'day' as const,
  days: [day(3), day(4)],
});

function renderFigure(
  getMeasurements: PipelinesApi['getMeasurements'],
  options: {
    of?: MetricSeries;
    backend?: ReturnType<typeof ingestSignals>;
  } = {},
) {
  renderOnPage(
    <Figure
      pipelineRef={PIPELINE}
      series={options.of ?? series()}
      range="30d"
    />,
    { pipelinesApi: { getMeasurements }, signals: options.backend?.signals },
  );
}

describe('<Figure />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('has a chart, what it is of, and its newest figure', async () => {
    const getMeasurements = jest.fn(ofDays);
    renderFigure(getMeasurements, {
      of: series({ job: { namespace: 'airflow', name: 'profit_daily' } }),
    });
    expect(
      await screen.findByRole('heading', { name: 'Consumer lag' }),
    ).toBeVisible();
    expect(screen.getByText('1,204 messages')).toBeVisible();
    expect(screen.getByText('topic billing · profit_daily')).toBeVisible();
    expect(
      await screen.findByText(/2 figures from 403 messages to 404 messages/),
    ).toBeInTheDocument();
    expect(getMeasurements).toHaveBeenCalledWith({
      pipelineRef: PIPELINE,
      seriesId: 'series-lag',
      from: '2026-10-24T15:00:00.000Z',
      to: '2026-11-23T15:00:00.000Z',
    });
  });

  it('has a table as the twin of its chart, without asking again', async () => {
    const getMeasurements = jest.fn(ofDays);
    renderFigure(getMeasurements);
    await screen.findByText(/2 figures/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Consumer lag as a table' }),
    );
    expect(
      screen.getByRole('table', { name: 'Consumer lag' }),
    ).toHaveTextContent('Wed 4 Nov404');
    expect(screen.queryByText(/2 figures/)).not.toBeInTheDocument();
    expect(getMeasurements).toHaveBeenCalledTimes(1);
  });

  it('tells a share with its counts', async () => {
    renderFigure(ofDays, {
      of: series({
        title: undefined,
        metric: 'accounts.included',
        dimensions: {},
        latest: {
          at: '2026-11-23T06:00:00Z',
          value: 1_998 / 2_014,
          good: 1_998,
          total: 2_014,
        },
      }),
    });
    expect(
      await screen.findByRole('heading', { name: 'accounts.included' }),
    ).toBeVisible();
    expect(screen.getByText('99.2 %')).toBeVisible();
    expect(screen.getByText('1,998 of 2,014')).toBeVisible();
  });

  it('is renewed when it is measured', async () => {
    const backend = ingestSignals();
    const getMeasurements = jest.fn().mockImplementation(ofDays);
    renderFigure(getMeasurements, { backend });
    await screen.findByText(/2 figures/);
    await backend.call({ seriesIds: ['another'] });
    expect(getMeasurements).toHaveBeenCalledTimes(1);
    getMeasurements.mockResolvedValue({ resolution: 'day', days: [day(3)] });
    await backend.call({ seriesIds: ['series-lag'] });
    expect(await screen.findByText(/1 figures/)).toBeInTheDocument();
  });

  it('says when nothing was measured in this time', async () => {
    renderFigure(async () => ({ resolution: 'point', points: [] }));
    expect(
      await screen.findByText(/Nothing was measured in this time/),
    ).toBeVisible();
  });

  it('says what is missing, and tries again', async () => {
    renderFigure(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockRejectedValue(new NotAllowedError()),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText(
        'You may not see what was measured of Consumer lag.',
      ),
    ).toBeVisible();
  });
});
