import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  PipelineEntity,
  PipelinesApi,
} from '@techflow/backstage-plugin-pipelines-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  ingestSignals,
  PIPELINE,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  run,
} from '../../__testUtils__';
import { POLL_MS } from '../../hooks/useNews';
import { RunsCard } from './RunsCard';

function Address() {
  return <p>address {useLocation().search}</p>;
}

function renderCard(
  getRuns: PipelinesApi['getRuns'],
  options: {
    at?: string;
    entity?: PipelineEntity;
    backend?: ReturnType<typeof ingestSignals>;
  } = {},
) {
  const { at, entity = pipeline(), backend } = options;
  return renderOnPage(
    <>
      <RunsCard pipeline={entity} />
      <Address />
    </>,
    { at, pipelinesApi: { getRuns }, signals: backend?.signals },
  );
}

const failed = run({ state: 'failed', slot: undefined });

describe('<RunsCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('has all runs at first, and filters by state in the address', async () => {
    const getRuns = jest.fn(
      async ({ states }: Parameters<PipelinesApi['getRuns']>[0]) => ({
        items: states ? [failed] : [run(), failed],
      }),
    );
    renderCard(getRuns, { at: '/?other=kept' });
    expect(await screen.findByText('on time')).toBeVisible();
    expect(screen.getByRole('radio', { name: 'All' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Failed' }));
    await waitFor(() =>
      expect(screen.queryByText('on time')).not.toBeInTheDocument(),
    );
    expect(await screen.findByText('failed')).toBeVisible();
    expect(screen.getByText('address ?other=kept&state=failed')).toBeVisible();
    expect(getRuns).toHaveBeenLastCalledWith({
      pipelineRef: PIPELINE,
      states: ['failed'],
      limit: 20,
      cursor: undefined,
    });
  });

  it('opens with the filter of the address, and takes no unknown one', async () => {
    const getRuns = jest.fn(async () => ({ items: [] }));
    renderCard(getRuns, { at: '/?state=aborted' });
    expect(
      await screen.findByText(/No run is aborted. Choose "All"/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'All' }));
    expect(await screen.findByText('address')).toBeVisible();
  });

  it('takes an unknown filter for none', async () => {
    const getRuns = jest.fn(async () => ({ items: [run()] }));
    renderCard(getRuns, { at: '/?state=exploded' });
    expect(await screen.findByText('on time')).toBeVisible();
    expect(getRuns).toHaveBeenCalledWith(
      expect.objectContaining({ states: undefined }),
    );
  });

  it('turns pages by cursor, and back', async () => {
    const getRuns = jest.fn(
      async ({ cursor }: Parameters<PipelinesApi['getRuns']>[0]) =>
        cursor ? { items: [failed] } : { items: [run()], nextCursor: 'older' },
    );
    renderCard(getRuns);
    expect(await screen.findByText('on time')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByText('failed')).toBeVisible();
    expect(screen.getByText('Page 2')).toBeVisible();
    expect(getRuns).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'older' }),
    );
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    expect(await screen.findByText('on time')).toBeVisible();
  });

  it('is renewed without a word when something is heard of its jobs', async () => {
    const backend = ingestSignals();
    const getRuns = jest
      .fn()
      .mockResolvedValueOnce({ items: [run({ state: 'running' })] })
      .mockResolvedValue({ items: [run()] });
    renderCard(getRuns, { backend });
    expect(await screen.findByText('running')).toBeVisible();
    await backend.call({ jobIds: ['job-of-others'] });
    expect(getRuns).toHaveBeenCalledTimes(1);
    await backend.call({ jobIds: ['job-profit'] });
    expect(await screen.findByText('complete')).toBeVisible();
    expect(getRuns).toHaveBeenCalledTimes(2);
  });

  it('asks by the clock as well, for what was called out while nobody listened', async () => {
    const clocks = jest.spyOn(window, 'setInterval');
    const getRuns = jest.fn(async () => ({ items: [run()] }));
    renderCard(getRuns, { backend: ingestSignals() });
    expect(await screen.findByText('complete')).toBeVisible();
    await act(async () => {
      clocks.mock.calls.forEach(([tick, ms]) => {
        if (ms === POLL_MS && typeof tick === 'function') tick();
      });
    });
    clocks.mockRestore();
    expect(getRuns).toHaveBeenCalledTimes(2);
  });

  it('is renewed by whatever is heard while it is empty', async () => {
    const backend = ingestSignals();
    const getRuns = jest
      .fn()
      .mockResolvedValueOnce({ items: [] })
      .mockResolvedValue({ items: [run()] });
    renderCard(getRuns, { backend });
    expect(
      await screen.findByText('This pipeline claims no jobs yet.'),
    ).toBeVisible();
    await backend.call({ jobIds: ['job-profit'] });
    expect(await screen.findByText('complete')).toBeVisible();
  });

  it('keeps the runs when the backend falls silent, and says so', async () => {
    const backend = ingestSignals();
    const getRuns = jest
      .fn()
      .mockResolvedValueOnce({ items: [run()] })
      .mockRejectedValue(new Error('Failed to fetch'));
    renderCard(getRuns, { backend });
    expect(await screen.findByText('complete')).toBeVisible();
    await backend.call({ jobIds: ['job-profit'] });
    expect(
      await screen.findByText('The backend does not answer at the moment.'),
    ).toBeVisible();
    expect(screen.getByText('complete')).toBeVisible();
  });

  it.each([
    [new NotAllowedError(), 'You may not see which runs there were.'],
    [new NotFoundError(), 'The backend does not know this pipeline yet.'],
  ])('says what is missing, and tries again: %s', async (error, text) => {
    renderCard(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockRejectedValue(error),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(text)).toBeVisible();
  });
});
