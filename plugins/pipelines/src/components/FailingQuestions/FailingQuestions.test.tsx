import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  metricQuery,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import { FailingQuestions } from './FailingQuestions';

function renderQuestions(getFailingQueries: PipelinesApi['getFailingQueries']) {
  renderOnPage(<FailingQuestions />, {
    entities: [pipeline()],
    pipelinesApi: { getFailingQueries },
  });
}

describe('<FailingQuestions />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says of which pipeline, what is asked, and why there is no answer', async () => {
    renderQuestions(async () => ({
      items: [
        metricQuery(),
        metricQuery({
          metric: 'queue.depth',
          failures: 1,
          lastSuccessAt: undefined,
          error: undefined,
        }),
      ],
    }));
    await screen.findAllByText('Profit Calculation Pipeline');
    const table = screen.getByRole('grid', { name: 'Questions that fail' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Profit Calculation Pipelinekafka.consumer-lagto prometheussum(kafka_consumergroup_lag)connect ECONNREFUSED12 times in a rowMon 23 Nov 14:02Mon 23 Nov 16:04',
      'Profit Calculation Pipelinequeue.depthto prometheussum(kafka_consumergroup_lag)no reason was toldonceneverMon 23 Nov 16:04',
    ]);
  });

  it('says when none fails', async () => {
    renderQuestions(async () => ({ items: [] }));
    expect(
      await screen.findByText(/No question to a measurement source/),
    ).toBeVisible();
  });

  it('says what is missing, and tries again', async () => {
    renderQuestions(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockResolvedValue({ items: [metricQuery()] }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('kafka.consumer-lag')).toBeVisible();
  });
});
