import { NotAllowedError } from '@backstage/errors';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ingestSignals,
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  run,
  step,
} from '../../__testUtils__';
import { RunSteps } from './RunSteps';

function renderSteps(
  getRunSteps: PipelinesApi['getRunSteps'],
  options: { steps?: number; backend?: ReturnType<typeof ingestSignals> } = {},
) {
  const { steps = 3, backend } = options;
  renderOnPage(<RunSteps run={run({ steps })} now={Date.parse(NOW)} />, {
    pipelinesApi: { getRunSteps },
    signals: backend?.signals,
  });
}

describe('<RunSteps />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('shows steps below steps, each with its state, duration and rows', async () => {
    renderSteps(async () => ({
      items: [
        step('submit', { duration: 700 }),
        step('spark', {
          parentId: 'step-submit',
          job: { namespace: 'spark', name: 'insert_into' },
          rows: 120_000,
        }),
      ],
    }));
    const tree = await screen.findByRole('list', { name: 'Steps' });
    const [outer] = within(tree).getAllByRole('listitem');
    expect(outer).toHaveTextContent('✔completesubmit11 min 40 s');
    expect(within(outer).getByRole('listitem')).toHaveTextContent(
      '✔completeinsert_into1 min 1 s120,000 rows',
    );
  });

  it('says why a step failed: its first line, and the rest on demand', async () => {
    const error = `${'x'.repeat(200)}\nsecond line`;
    renderSteps(async () => ({
      items: [step('load', { state: 'failed', error })],
    }));
    const summary = await screen.findByText(`${'x'.repeat(120)}…`);
    expect(summary.closest('details')).not.toHaveAttribute('open');
    await userEvent.click(summary);
    expect(summary.closest('details')).toHaveAttribute('open');
    expect(screen.getByText(/second line/)).toBeVisible();
  });

  it('shows many on demand, and says where the rest is', async () => {
    renderSteps(
      async () => ({
        items: Array.from({ length: 60 }, (_, index) => step(`part-${index}`)),
      }),
      { steps: 812 },
    );
    expect(await screen.findByText('part-49')).toBeVisible();
    expect(screen.queryByText('part-50')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 60 steps' }),
    );
    expect(screen.getByText('part-59')).toBeVisible();
    expect(
      screen.getByText(/These are the first 60 of 812 steps/),
    ).toBeVisible();
  });

  it('is renewed when something is heard of the run or of a step', async () => {
    const backend = ingestSignals();
    const getRunSteps = jest
      .fn()
      .mockResolvedValueOnce({ items: [step('load', { state: 'running' })] })
      .mockResolvedValue({ items: [step('load')] });
    renderSteps(getRunSteps, { backend });
    expect(await screen.findByText('running')).toBeVisible();
    await backend.call({ jobIds: ['job-of-others'] });
    expect(getRunSteps).toHaveBeenCalledTimes(1);
    await backend.call({ jobIds: ['job-load'] });
    expect(await screen.findByText('complete')).toBeVisible();
  });

  it('says what is missing, and tries again', async () => {
    renderSteps(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockRejectedValue(new NotAllowedError()),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('You may not see which steps it has.'),
    ).toBeVisible();
  });
});
