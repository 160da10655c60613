import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import {
  ageEvidence,
  checks,
  LATE,
  objectiveSla,
  pipeline,
  pipelineSla,
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  reviewEvidence,
  score,
  slaSignals,
} from '../../__testUtils__';
import { PipelineSlaCard } from './PipelineSlaCard';

const entity = pipeline({
  schedules: [
    { audience: 'investors', cron: '0 6 1 * *', timeZone: 'America/New_York' },
    { audience: 'daily', cron: '0 6 * * *', timeZone: 'America/New_York' },
  ],
  sla: {
    timeZone: 'America/New_York',
    objectives: [
      { id: 'investors', type: 'delivery', audience: 'investors' },
      { id: 'daily', type: 'delivery', audience: 'daily' },
      { id: 'fresh', type: 'freshness', maxAge: '24h' },
      { id: 'review', type: 'review', every: 'month', by: 'finance' },
    ],
  },
});

const sla = pipelineSla({
  objectives: [
    objectiveSla({
      id: 'investors',
      type: 'delivery',
      current: { state: 'pending', evidence: { type: 'none' } },
      dueAt: '2026-12-01T11:00:00.000Z',
    }),
    objectiveSla({
      id: 'daily',
      type: 'delivery',
      current: LATE,
      months: [{ month: '2026-11', score: score({ state: 'missed' }) }],
      strip: [
        { key: 'a', state: 'met' },
        { key: 'b', state: 'missed' },
        { key: 'c', state: 'met' },
      ],
    }),
    objectiveSla(),
    objectiveSla({
      id: 'review',
      type: 'review',
      current: {
        state: 'missed',
        reason: 'unsigned',
        evidence: reviewEvidence(),
      },
    }),
    objectiveSla({
      id: 'gone',
      title: 'Left the spec',
      endedAt: '2026-11-02T00:00:00.000Z',
    }),
  ],
});

const line = async (name: RegExp) =>
  within(await screen.findByRole('grid', { name: 'Promises' })).getByRole(
    'row',
    { name },
  );

describe('<PipelineSlaCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says the score of the month with its counts, and when the month closes', async () => {
    renderOnPage(<PipelineSlaCard />, {
      entity,
      pipelinesApi: { getSla: async () => sla },
    });
    expect(await screen.findByText('98.3 %')).toBeVisible();
    expect(
      screen.getByText('kept 61 of 62 · measured 62 of 62 (100 %)'),
    ).toBeVisible();
    expect(screen.getByText('SLA in November')).toBeVisible();
    expect(
      screen.getByText('New York time · closes Sat 5 Dec 06:00'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /^Evidence/ })).toHaveAttribute(
      'href',
      '/catalog/default/pipeline/profit/sla',
    );
  });

  it.each([
    [/^Investors' figures/, 'due 1 Dec 12:00', '○'],
    [/^Daily's figures/, 'late by 2 h 10 min', '✖'],
    [/^Data is never older/, '3 h old', '✔'],
    [/reviews every month/, 'October not signed', '✖'],
  ])('says of %s: %s, by shape as well', async (name, fact, shape) => {
    renderOnPage(<PipelineSlaCard />, {
      entity,
      pipelinesApi: { getSla: async () => sla },
    });
    const row = await line(name);
    expect(within(row).getByText(fact)).toBeVisible();
    expect(row).toHaveTextContent(shape);
    expect(screen.queryByText('Left the spec')).not.toBeInTheDocument();
  });

  it('has a strip of the last slots, and the same in words', async () => {
    renderOnPage(<PipelineSlaCard />, {
      entity,
      pipelinesApi: { getSla: async () => sla },
    });
    expect(await screen.findByText('last 3: 2 met, 1 missed')).toBeVisible();
    expect(
      screen.getByRole('img', {
        name: 'Delivery to daily, last 3: 2 met, 1 missed',
      }),
    ).toBeVisible();
    // One strip only: the others have no two slots.
    expect(screen.getAllByRole('img')).toHaveLength(1);
  });

  it('says calmly that nothing is judged yet, and makes up no number', async () => {
    renderOnPage(<PipelineSlaCard />, { entity });
    expect(
      await screen.findByText(/^These promises are not judged yet/),
    ).toBeVisible();
    expect(screen.getAllByText('not judged yet')).toHaveLength(4);
    expect(document.body).not.toHaveTextContent('%');
  });

  it('is judged anew when the backend calls its name', async () => {
    const backend = slaSignals();
    const getSla = jest.fn().mockResolvedValue(sla);
    renderOnPage(<PipelineSlaCard />, {
      entity,
      pipelinesApi: { getSla },
      signals: backend.signals,
    });
    expect(await screen.findByText('98.3 %')).toBeVisible();
    getSla.mockResolvedValue({
      ...sla,
      checks: checks({ met: 62, missed: 0, shown: '100' }),
    });
    await backend.call(['signal-of-another']);
    expect(getSla).toHaveBeenCalledTimes(1);
    await backend.call(['signal-profit']);
    expect(await screen.findByText('100 %')).toBeVisible();
  });

  it('says whom to ask when it may not be seen', async () => {
    renderOnPage(<PipelineSlaCard />, {
      entity,
      pipelinesApi: {
        getSla: async () => {
          throw new NotAllowedError('no');
        },
      },
    });
    expect(
      await screen.findByText('You may not see how the promises are kept.'),
    ).toBeVisible();
    expect(screen.getByText(/pipelines\.pipeline\.read/)).toBeVisible();
  });

  it('says data older than its promise in the same unit', async () => {
    renderOnPage(<PipelineSlaCard />, {
      entity,
      pipelinesApi: {
        getSla: async () =>
          pipelineSla({
            objectives: [
              objectiveSla({
                current: {
                  state: 'missed',
                  reason: 'stale',
                  evidence: ageEvidence({
                    newest: new Date(
                      Date.parse(NOW) - 51 * 3_600_000,
                    ).toISOString(),
                  }),
                },
              }),
            ],
          }),
      },
    });
    expect(await screen.findByText('51 h old')).toBeVisible();
  });

  it('shows how to promise something when nothing is promised', async () => {
    renderOnPage(<PipelineSlaCard />, { entity: pipeline() });
    expect(
      await screen.findByText('This pipeline promises nothing yet.'),
    ).toBeVisible();
    await waitFor(() =>
      expect(document.body).toHaveTextContent('type: freshness'),
    );
    expect(screen.queryByText('not judged yet')).not.toBeInTheDocument();
  });
});
