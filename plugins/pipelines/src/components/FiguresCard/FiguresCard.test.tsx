import { NotAllowedError } from '@backstage/errors';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  ingestSignals,
  metricQuery,
  PIPELINE,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  series,
} from '../../__testUtils__';
import { FiguresCard } from './FiguresCard';

function Address() {
  return <p>address {useLocation().search}</p>;
}

function renderCard(
  pipelinesApi: Partial<PipelinesApi>,
  options: { at?: string; backend?: ReturnType<typeof ingestSignals> } = {},
) {
  renderOnPage(
    <>
      <FiguresCard pipeline={pipeline()} />
      <Address />
    </>,
    { at: options.at, pipelinesApi, signals: options.backend?.signals },
  );
}

const twelve = Array.from({ length: 12 }, (_, index) =>
  series({ id: `series-${index}`, title: `Figure ${index}` }),
);

describe('<FiguresCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('looks as far back as the address says', async () => {
    const getMeasurements = jest
      .fn()
      .mockResolvedValue({ resolution: 'point', points: [] });
    renderCard(
      { getMeasurements, getSeries: async () => ({ items: [series()] }) },
      { at: '/?state=failed&figures=90d' },
    );
    await waitFor(() =>
      expect(getMeasurements).toHaveBeenCalledWith(
        expect.objectContaining({ from: '2026-08-25T15:00:00.000Z' }),
      ),
    );
    expect(screen.getByRole('radio', { name: '90 days' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: '1 year' }));
    expect(
      await screen.findByText('address ?state=failed&figures=1y'),
    ).toBeVisible();
    await waitFor(() =>
      expect(getMeasurements).toHaveBeenLastCalledWith(
        expect.objectContaining({ from: '2025-11-23T15:00:00.000Z' }),
      ),
    );
  });

  it('shows twelve at first, and more on demand', async () => {
    const getSeries = jest.fn(
      async ({ cursor }: Parameters<PipelinesApi['getSeries']>[0]) =>
        cursor
          ? { items: [series({ id: 'last', title: 'The thirteenth' })] }
          : { items: twelve, nextCursor: 'more' },
    );
    renderCard({ getSeries });
    expect(await screen.findByText('Figure 11')).toBeVisible();
    expect(screen.queryByText('The thirteenth')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('The thirteenth')).toBeVisible();
    expect(screen.getByText('Figure 0')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
    expect(getSeries).toHaveBeenLastCalledWith({
      pipelineRef: PIPELINE,
      limit: 12,
      cursor: 'more',
    });
  });

  it('says how figures come about when there are none, and notices the first', async () => {
    const backend = ingestSignals();
    const getSeries = jest.fn().mockResolvedValue({ items: [] });
    renderCard({ getSeries }, { backend });
    expect(
      await screen.findByText('No figures were measured yet.'),
    ).toBeVisible();
    getSeries.mockResolvedValue({ items: [series()] });
    await backend.call({ jobIds: ['job-profit'] });
    expect(getSeries).toHaveBeenCalledTimes(1);
    await backend.call({ seriesIds: ['series-lag'] });
    expect(await screen.findByText('Consumer lag')).toBeVisible();
  });

  it('tells the newest of each figure when it is measured', async () => {
    const backend = ingestSignals();
    const getSeries = jest.fn().mockResolvedValue({ items: [series()] });
    renderCard({ getSeries }, { backend });
    expect(await screen.findByText('1,204 messages')).toBeVisible();
    const latest = { at: '2026-11-23T15:00:00.000Z', value: 7 };
    getSeries.mockResolvedValue({ items: [series({ latest })] });
    await backend.call({ seriesIds: ['of-others'] });
    expect(getSeries).toHaveBeenCalledTimes(1);
    await backend.call({ seriesIds: ['series-lag'] });
    expect(await screen.findByText('7 messages')).toBeVisible();
  });

  it('says which questions fail, also when there are no figures', async () => {
    renderCard({
      getMetricQueries: async () => ({ items: [metricQuery()] }),
    });
    expect(await screen.findByText(/has not answered since/)).toBeVisible();
  });

  it('says what is missing, and tries again', async () => {
    renderCard({
      getSeries: jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockRejectedValue(new NotAllowedError()),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('You may not see which figures there are.'),
    ).toBeVisible();
  });
});
