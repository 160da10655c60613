import { Run } from '@techflow/backstage-plugin-pipelines-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  run,
  step,
} from '../../__testUtils__';
import { RunDetails } from './RunDetails';

const getRunSteps = jest.fn(async () => ({ items: [step('load')] }));

function renderDetails(changes: Partial<Run> = {}) {
  renderOnPage(
    <RunDetails
      run={run(changes)}
      timeZone="America/New_York"
      now={Date.parse(NOW)}
    />,
    { pipelinesApi: { getRunSteps } },
  );
}

describe('<RunDetails />', () => {
  beforeEach(() => readInBerlin());
  afterEach(() => {
    readAnywhere();
    getRunSteps.mockClear();
  });

  it('has all that the table leaves out where there is little room', async () => {
    renderDetails({ nominal: { start: '2026-11-22T11:00:00.000Z' } });
    const facts = Object.fromEntries(
      (await screen.findAllByRole('term')).map(term => [
        term.textContent,
        term.nextElementSibling?.textContent,
      ]),
    );
    expect(facts).toMatchObject({
      Job: 'profit_dailyairflow',
      Due: 'Mon 23 Nov 14:00',
      'Slot as the tool says': 'Sun 22 Nov 12:00',
      Began: 'Mon 23 Nov 12:00',
      Ended: 'Mon 23 Nov 12:24',
      Duration: '24 min 12 s',
      Rows: '128,400',
      Engine: 'Airflow 2.10.5',
      Sender: 'external:airflow',
      Producer:
        'https://github.com/apache/airflow/tree/providers-openlineage/2.3.0',
      'Last heard': 'Mon 23 Nov 12:24',
    });
    expect(screen.getByRole('link', { name: /^Open the run/ })).toBeVisible();
  });

  it('has the run id, to copy', async () => {
    // The test browser has no clipboard; what is selected is what is copied.
    const copied: string[] = [];
    const execCommand = () => {
      copied.push(document.getSelection()?.toString() ?? '');
      return true;
    };
    Object.assign(document, { execCommand });
    renderDetails({ runId: 'manual__2026-11-23' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Copy the run id' }),
    );
    expect(copied).toEqual(['manual__2026-11-23']);
  });

  it('shows the error in full, and everything that is odd', async () => {
    renderDetails({
      state: 'failed',
      error: 'KeyError: profit\n  at load.py:12',
      conflict: { state: 'complete', at: '2026-11-23T13:02:00.000Z' },
      remarks: ['An event had no time zone; it was read as UTC.'],
    });
    expect((await screen.findByText(/KeyError: profit/)).textContent).toBe(
      'KeyError: profit\n  at load.py:12',
    );
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'It was later reported as complete, Mon 23 Nov 14:02; the first end counts.',
      'An event had no time zone; it was read as UTC.',
    ]);
  });

  it('asks for steps only where there are some', async () => {
    renderDetails({ steps: 0 });
    expect(await screen.findByText('profit_daily')).toBeVisible();
    expect(getRunSteps).not.toHaveBeenCalled();
  });

  it('has the steps', async () => {
    renderDetails({ steps: 1 });
    expect(await screen.findByText('load')).toBeVisible();
    expect(getRunSteps).toHaveBeenCalledWith({ id: 'run-1' });
  });
});
