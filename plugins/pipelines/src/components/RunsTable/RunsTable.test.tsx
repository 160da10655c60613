import { Run } from '@techflow/backstage-plugin-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  NOW,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  run,
} from '../../__testUtils__';
import { RunsTable } from './RunsTable';

const schedules = [
  {
    audience: 'experiments',
    cron: '0 6 * * *',
    timeZone: 'America/New_York',
    grace: '2h',
  },
];

function renderRuns(...runs: Run[]) {
  renderOnPage(
    <RunsTable
      pipeline={pipeline({ schedules })}
      runs={runs}
      now={Date.parse(NOW)}
    />,
  );
}

/** What the cells of a line say, by the heading of their column. */
async function line(index = 0): Promise<Record<string, string | null>> {
  const table = await screen.findByRole('table', { name: 'Runs' });
  const [head, ...rows] = within(table).getAllByRole('row');
  const names = within(head)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent ?? '');
  const cells = [...rows[index].children];
  return Object.fromEntries(
    names.map((name, column) => [name, cells[column].textContent]),
  );
}

describe('<RunsTable />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says of a good run how it kept to its slot, and who says so', async () => {
    renderRuns(run());
    expect(await line()).toEqual({
      Details: '',
      State: '✔complete',
      Slot: 'Mon 23 Nov 12:00experiments',
      'Kept to it': 'on time',
      Began: 'Mon 23 Nov 12:00',
      Duration: '24 min 12 s',
      Rows: '128,400',
      'Said by': 'Airflowexternal:airflow',
      Tool: expect.stringContaining('Open'),
    });
  });

  it('tells the slot in the zone of its schedule as well', async () => {
    renderRuns(run());
    const [slot] = await screen.findAllByText('Mon 23 Nov 12:00');
    await userEvent.hover(slot);
    expect(
      await screen.findByText(
        'Mon 23 Nov 06:00 in New York (America/New_York)',
      ),
    ).toBeVisible();
  });

  it.each<[string, Partial<Run>, Record<string, unknown>]>([
    [
      'a late one',
      {
        slot: {
          audience: 'experiments',
          expectedAt: '2026-11-23T11:00:00.000Z',
          dueAt: '2026-11-23T13:00:00.000Z',
          lateBy: 7_800,
        },
      },
      { 'Kept to it': '▲late by 2 h 10 min' },
    ],
    [
      'one that runs: its duration counts',
      {
        state: 'running',
        startedAt: '2026-11-23T14:30:00.000Z',
        endedAt: undefined,
        duration: 1,
        rows: undefined,
      },
      { State: '◐running', Duration: '30 min', Rows: '—' },
    ],
    [
      'a failed one, which kept to nothing',
      {
        state: 'failed',
        slot: {
          audience: 'experiments',
          expectedAt: '2026-11-23T11:00:00.000Z',
          dueAt: '2026-11-23T13:00:00.000Z',
        },
      },
      { State: '✖failed', 'Kept to it': '—' },
    ],
    [
      'a backfill of a slot that the tool says',
      {
        slot: undefined,
        nominal: { start: '2026-10-01T10:00:00.000Z' },
        isBackfill: true,
      },
      {
        Slot: 'Thu 1 Oct 12:00as the tool saysbackfill',
        'Kept to it': '—',
      },
    ],
    [
      'one without a slot, begin or link, of a streaming job',
      {
        state: 'unknown',
        slot: undefined,
        isStreaming: true,
        startedAt: undefined,
        endedAt: undefined,
        duration: undefined,
        link: undefined,
      },
      {
        State: '?unknown',
        Slot: 'no slotstreaming',
        Began: '—',
        Duration: '—',
        Tool: '—',
      },
    ],
  ])('shows %s', async (_case, changes, expected) => {
    renderRuns(run(changes));
    expect(await line()).toMatchObject(expected);
  });

  it('marks a run that was reported twice, and says which end counts', async () => {
    renderRuns(
      run({ conflict: { state: 'failed', at: '2026-11-23T13:02:00.000Z' } }),
    );
    const mark = await screen.findByRole('button', {
      name: 'later reported as failed, Mon 23 Nov 14:02; the first end counts',
    });
    expect(mark).toHaveTextContent('▲ reported twice');
    await userEvent.hover(mark);
    expect(
      await screen.findByText(
        'later reported as failed, Mon 23 Nov 14:02; the first end counts',
      ),
    ).toBeVisible();
  });

  it('names the jobs where the pipeline has several', async () => {
    renderRuns(
      run(),
      run({
        id: 'run-2',
        jobId: 'job-2',
        job: { namespace: 'airflow', name: 'profit_investors' },
      }),
    );
    expect((await line(0)).Slot).toContain('profit_daily');
    expect((await line(1)).Slot).toContain('profit_investors');
  });

  it('opens to the details', async () => {
    renderRuns(run({ state: 'failed', error: 'KeyError: profit' }));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Details of the run of Mon 23 Nov 12:00',
      }),
    );
    expect(screen.getByText('KeyError: profit')).toBeVisible();
  });
});
