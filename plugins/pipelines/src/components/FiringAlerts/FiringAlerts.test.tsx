import { NotAllowedError } from '@backstage/errors';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  alert,
  PIPELINE,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  SCRIPT_ADDRESS,
} from '../../__testUtils__';
import { FiringAlerts } from './FiringAlerts';

function renderAlerts(getAlerts: PipelinesApi['getAlerts']) {
  renderOnPage(
    <>
      <p>the page</p>
      <FiringAlerts pipeline={pipeline()} />
    </>,
    { pipelinesApi: { getAlerts } },
  );
}

describe('<FiringAlerts />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says what fires, how bad it is, since when and where it was made', async () => {
    const getAlerts = jest.fn(async () => ({
      items: [
        alert(),
        alert({
          id: 'alert-2',
          name: 'Quiet',
          severity: undefined,
          summary: undefined,
          link: SCRIPT_ADDRESS,
        }),
      ],
    }));
    renderAlerts(getAlerts);
    expect(await screen.findByText('Alerts firing (2)')).toBeVisible();
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent(
      '✖firingcriticalConsumerLagHighsince Mon 23 Nov 15:30',
    );
    expect(first).toHaveTextContent(
      'Lag is above 10,000 messages for 15 minutes',
    );
    expect(screen.getByRole('link')).toHaveAttribute(
      'href',
      'https://prometheus.example.com/graph?g0.expr=lag',
    );
    expect(second).toHaveTextContent('✖firingQuietsince Mon 23 Nov 15:30');
    expect(getAlerts).toHaveBeenCalledWith({
      pipelineRef: PIPELINE,
      state: 'firing',
    });
  });

  it.each<[string, PipelinesApi['getAlerts']]>([
    ['nothing fires', async () => ({ items: [] })],
    [
      'nothing of the pipeline may be seen',
      async () => {
        throw new NotAllowedError();
      },
    ],
  ])('is absent when %s', async (_case, answer) => {
    const getAlerts = jest.fn(answer);
    renderAlerts(getAlerts);
    expect(await screen.findByText('the page')).toBeVisible();
    await waitFor(() => expect(getAlerts).toHaveBeenCalled());
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });

  it('says when it is not known, and tries again', async () => {
    renderAlerts(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockResolvedValue({ items: [alert()] }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('ConsumerLagHigh')).toBeVisible();
  });
});
