import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  exclusion,
  interval,
  LATE,
  objectiveSla,
  pipeline,
  pipelineSla,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  revision,
  score,
  scoreMonth,
  slot,
} from '../../__testUtils__';
import { PipelineSlaContent } from './PipelineSlaContent';

const entity = pipeline({
  schedules: [
    {
      audience: 'investors',
      cron: '0 6 * * *',
      timeZone: 'America/New_York',
      grace: '2h',
    },
  ],
  sla: {
    timeZone: 'America/New_York',
    objectives: [
      {
        id: 'investors',
        type: 'delivery',
        audience: 'investors',
        description: 'Before the board meets',
      },
      { id: 'fresh', type: 'freshness', maxAge: '24h', target: 99 },
    ],
  },
  monitors: [
    { id: 'fresh', type: 'freshness', maxAge: '48h', severity: 'high' },
    { id: 'quiet', type: 'silence', silentFor: '1h' },
  ],
});

const HOUR = 3_600_000;
const sla = pipelineSla({
  objectives: [
    objectiveSla({
      id: 'investors',
      type: 'delivery',
      current: LATE,
      dueAt: '2026-11-24T13:00:00.000Z',
      months: [
        {
          month: '2026-11',
          score: score({
            state: 'missed',
            target: 100,
            exclusionIds: ['exclusion-1'],
          }),
        },
        { month: '2026-10', score: score({ met: 31, missed: 0 }) },
        { month: '2026-09' },
        { month: '2026-08' },
      ],
    }),
    objectiveSla({
      months: [
        {
          month: '2026-11',
          score: score({
            unit: 'time',
            met: 717 * HOUR,
            missed: 3 * HOUR,
            expected: 720 * HOUR,
            judged: 720 * HOUR,
            shown: '99.5',
            target: 99,
            budget: {
              type: 'budget',
              allowed: 7.2 * HOUR,
              used: 3 * HOUR,
              left: 4.2 * HOUR,
            },
          }),
        },
      ],
      burnRate: { day: 2 },
    }),
    objectiveSla({
      id: 'gone',
      title: 'Left the spec',
      endedAt: '2026-11-02T00:00:00.000Z',
    }),
  ],
  exclusions: [exclusion()],
  revisions: [revision({ by: 'user:default/cfo' })],
  changes: [
    {
      objective: 'fresh',
      at: '2026-11-10T05:00:00.000Z',
      before: 'at most 48 hours',
      after: 'at most 24 hours',
    },
  ],
});

const slots = [
  slot(7),
  slot(8, LATE),
  slot(19, {
    state: 'excluded',
    exclusionIds: ['exclusion-1'],
    evidence: { type: 'none' },
  }),
];

function Address() {
  return <output>{useLocation().search}</output>;
}

function renderTab(
  options: {
    at?: string;
    pipelinesApi?: NonNullable<
      Parameters<typeof renderOnPage>[1]
    >['pipelinesApi'];
  } = {},
) {
  const pipelinesApi = {
    getSla: jest.fn().mockResolvedValue(sla),
    getSlots: jest.fn().mockResolvedValue({ items: slots }),
    getIntervals: jest.fn().mockResolvedValue({ items: [interval()] }),
    ...options.pipelinesApi,
  };
  renderOnPage(
    <>
      <PipelineSlaContent />
      <Address />
    </>,
    { entity, pipelinesApi, at: options.at },
  );
  return pipelinesApi;
}

const promises = () => screen.findByRole('table', { name: 'Promises' });
const rowOf = async (name: RegExp) =>
  within(await promises()).getByRole('row', { name });

describe('<PipelineSlaContent />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says of each promise target, state, next deadline, months and budget', async () => {
    renderTab();
    const delivery = await rowOf(/Investors' figures/);
    expect(delivery).toHaveTextContent(
      "Investors' figures are ready at 06:00 every day (New York)",
    );
    expect(delivery).toHaveTextContent("target: every time, 2 hours' grace");
    expect(delivery).toHaveTextContent('✖late by 2 h 10 min');
    expect(delivery).toHaveTextContent('Tue 24 Nov 14:00in 22 h');
    expect(delivery).toHaveTextContent('✖29 of 3031 of 31––');
    expect(delivery).toHaveTextContent('none (100 %)');

    const fresh = await rowOf(/Data freshness/);
    expect(fresh).toHaveTextContent('✔3 h old');
    expect(fresh).toHaveTextContent('99.5 %29 d 21 h of 30 d');
    expect(fresh).toHaveTextContent('4 h 12 min of 7 h 12 min');
    expect(fresh).toHaveTextContent(
      'used twice as fast as it may, in the last day',
    );
    expect(fresh).toHaveTextContent(
      'changed Tue 10 Nov 06:00: at most 48 hours → at most 24 hours',
    );
    expect(await rowOf(/Left the spec/)).toHaveTextContent(
      'no longer promised since Mon 2 Nov 01:00',
    );
  });

  it('says when the month closes, and what was changed in it by whom', async () => {
    renderTab();
    expect(
      await screen.findByText(/^November closes on Sat 5 Dec 06:00/),
    ).toBeVisible();
    const revisions = screen.getByRole('list', {
      name: 'Revisions of November',
    });
    // The name of the person is fetched.
    await within(revisions).findByText('CFO');
    expect(revisions).toHaveTextContent(
      'Mon 9 Nov 11:00, Data freshness: 29 of 30 → 30 of 30. Runs of 12 October came in late, by CFO',
    );
  });

  it('says that a closed month changes by revisions only', async () => {
    renderTab({
      at: '/?month=2026-10',
      pipelinesApi: {
        getSla: async () =>
          pipelineSla({
            month: scoreMonth({
              month: '2026-10',
              closesAt: '2026-11-05T05:00:00.000Z',
              isClosed: true,
            }),
          }),
      },
    });
    expect(
      await screen.findByText(/^October was closed on Thu 5 Nov 06:00/),
    ).toBeVisible();
  });

  it('opens to the slots of a promise; a day says why, and leads to its run', async () => {
    const { getSlots } = renderTab();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Evidence of Delivery/ }),
    );
    expect(getSlots).toHaveBeenCalledWith(
      expect.objectContaining({
        objective: 'investors',
        from: '2026-11-01T04:00:00.000Z',
        to: '2026-12-01T05:00:00.000Z',
      }),
    );
    // What went wrong last is looked at first.
    const missed = await screen.findByRole('button', {
      name: 'Sun 8 Nov: missed',
    });
    expect(missed).toHaveAttribute('aria-pressed', 'true');
    const evidence = screen.getByRole('region', {
      name: 'Evidence of this day',
    });
    expect(evidence).toHaveTextContent(
      'A good run ended Sun 8 Nov 15:10, late by 2 h 10 min',
    );
    expect(
      within(evidence).getByRole('link', { name: 'Show the run' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/pipeline/profit/runs?run=run-late',
    );

    // By keyboard to the next day that has something to show.
    missed.focus();
    await userEvent.keyboard('{ArrowRight}');
    const excluded = screen.getByRole('button', {
      name: 'Thu 19 Nov: excluded',
    });
    expect(excluded).toHaveFocus();
    await within(evidence).findByText('Data Engineer A');
    expect(evidence).toHaveTextContent(
      'maintenance: The warehouse is moved, by Data Engineer A',
    );
    expect(screen.getByText('Before the board meets')).toBeVisible();
    expect(await promises()).toHaveTextContent(
      'not counted: Thu 19 Nov 06:00 – Fri 20 Nov 06:00, The warehouse is moved, by Data Engineer A',
    );
    // Days without a slot are no buttons.
    expect(
      screen.queryByRole('button', { name: /^Mon 9 Nov:/ }),
    ).not.toBeInTheDocument();
  });

  it('has the slots as a table as well', async () => {
    renderTab({ at: '/?promise=investors' });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Delivery to investors, slot by slot, as a table',
      }),
    );
    const twin = screen.getByRole('table', {
      name: 'Delivery to investors, slot by slot',
    });
    const rows = within(twin).getAllByRole('row');
    expect(rows).toHaveLength(4);
    expect(rows[2]).toHaveTextContent(
      'missed: A good run ended Sun 8 Nov 15:10, late by 2 h 10 min',
    );
  });

  it('fetches slots to the last page', async () => {
    const getSlots = jest
      .fn()
      .mockResolvedValueOnce({ items: slots.slice(0, 1), nextCursor: 'more' })
      .mockResolvedValue({ items: slots.slice(1) });
    renderTab({ at: '/?promise=investors', pipelinesApi: { getSlots } });
    expect(
      await screen.findByRole('button', { name: 'Sun 8 Nov: missed' }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Sat 7 Nov: met' }),
    ).toBeVisible();
    expect(getSlots.mock.calls[1][0].cursor).toBe('more');
  });

  it('opens to the times in which a promise about time was missed', async () => {
    renderTab({ at: '/?promise=fresh' });
    const times = await screen.findByRole('region', {
      name: 'When it was missed',
    });
    expect(times).toHaveTextContent(
      'Tue 17 Nov 21:00 – Wed 18 Nov 00:10, 3 h 10 min',
    );
    expect(times).toHaveTextContent(
      'The newest data was of Mon 16 Nov 21:00: 27 h 10 min old, where 24 h are allowed.',
    );
    expect(
      screen.getByRole('button', { name: 'Tue 17 Nov: missed' }),
    ).toBeVisible();
  });

  it('goes to the month before in the address, and fetches it and its file', async () => {
    const getSlaCsv = jest.fn().mockRejectedValue(new Error('disk full'));
    const { getSla } = renderTab({ pipelinesApi: { getSlaCsv } });
    expect(
      await screen.findByRole('button', { name: 'Next month' }),
    ).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous month' }),
    );
    expect(screen.getByText('?month=2026-10')).toBeInTheDocument();
    await waitFor(() =>
      expect(getSla).toHaveBeenLastCalledWith(
        expect.objectContaining({ month: '2026-10' }),
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
    expect(getSlaCsv).toHaveBeenCalledWith({
      pipelineRef: 'pipeline:default/profit',
      month: '2026-10',
    });
    expect(
      await screen.findByText('The file could not be fetched.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'This month' }));
    await waitFor(() =>
      expect(screen.queryByText('?month=2026-10')).not.toBeInTheDocument(),
    );
  });

  it('says that nothing is judged yet, with the promises in words', async () => {
    renderTab({
      pipelinesApi: {
        getSla: async () =>
          pipelineSla({ judgedSince: undefined, objectives: [] }),
      },
    });
    expect(
      await screen.findByText('These promises are not judged yet.'),
    ).toBeVisible();
    expect(await rowOf(/Data freshness/)).toHaveTextContent('not judged yet');
  });

  it('shows how to write promises and monitors when there are none', async () => {
    renderOnPage(<PipelineSlaContent />, { entity: pipeline() });
    expect(
      await screen.findByText('This pipeline promises nothing yet.'),
    ).toBeVisible();
    expect(
      screen.getByText('Nothing warns about this pipeline yet.'),
    ).toBeVisible();
    expect(screen.queryByText('Times that do not count')).toBeNull();
  });
});
