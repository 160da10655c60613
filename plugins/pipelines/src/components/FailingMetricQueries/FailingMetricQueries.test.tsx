import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { screen, waitFor } from '@testing-library/react';
import {
  metricQuery,
  PIPELINE,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import { FailingMetricQueries } from './FailingMetricQueries';

function renderQueries(getMetricQueries: PipelinesApi['getMetricQueries']) {
  renderOnPage(
    <>
      <p>figures</p>
      <FailingMetricQueries pipeline={pipeline()} />
    </>,
    { pipelinesApi: { getMetricQueries } },
  );
}

describe('<FailingMetricQueries />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says what fails, since when and why', async () => {
    const getMetricQueries = jest.fn(async () => ({
      items: [
        metricQuery(),
        metricQuery({
          metric: 'queue.depth',
          lastSuccessAt: undefined,
          failures: 1,
          error: undefined,
        }),
        metricQuery({ metric: 'good', state: 'ok', error: undefined }),
        metricQuery({ metric: 'soon', state: 'waiting', error: undefined }),
      ],
    }));
    renderQueries(getMetricQueries);
    await waitFor(() =>
      expect(document.body).toHaveTextContent(
        'kafka.consumer-lag: prometheus has not answered since Mon 23 Nov 14:02.connect ECONNREFUSED (asked 12 times since)',
      ),
    );
    expect(document.body).toHaveTextContent(
      'queue.depth: prometheus has never answered.No reason was told. (asked once since)',
    );
    expect(document.body).not.toHaveTextContent(/good|soon/);
    expect(getMetricQueries).toHaveBeenCalledWith({ pipelineRef: PIPELINE });
  });

  it('is silent when it is not known: the figures say so', async () => {
    const getMetricQueries = jest.fn(async () => {
      throw new Error('Failed to fetch');
    });
    renderQueries(getMetricQueries);
    expect(await screen.findByText('figures')).toBeVisible();
    await waitFor(() => expect(getMetricQueries).toHaveBeenCalled());
    expect(document.body).not.toHaveTextContent('Failed to fetch');
  });
});
