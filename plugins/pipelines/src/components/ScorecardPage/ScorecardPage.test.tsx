import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  checks,
  noChecks,
  PIPELINE,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  score,
  scorecard,
  scorecardItem,
  scorecardObjective,
} from '../../__testUtils__';
import { ScorecardPage } from './ScorecardPage';

const GROWTH = 'pipeline:default/growth';

const card = scorecard({
  checksBefore: checks({ score: 97.6 }),
  pipelines: 2,
  unsigned: [{ pipelineRef: PIPELINE, objective: 'review', period: '2026-10' }],
  owners: [
    {
      key: 'group:default/finance',
      pipelines: 2,
      checks: checks(),
      worst: { pipelineRef: GROWTH, checks: checks({ shown: '96' }) },
    },
  ],
  criticalities: [{ key: 'high', pipelines: 1, checks: noChecks() }],
  items: [
    scorecardItem({
      trend: [
        { month: '2026-11', checks: checks() },
        { month: '2026-10', checks: checks({ missed: 0, shown: '100' }) },
        { month: '2026-09' },
      ],
      objectives: [
        scorecardObjective({
          id: 'daily',
          score: score({ state: 'missed', met: 29, missed: 1 }),
        }),
        scorecardObjective({
          id: 'fix',
          type: 'resolution',
          score: score({ met: 5, missed: 0 }),
        }),
      ],
    }),
    scorecardItem({ pipelineRef: GROWTH, checks: noChecks(), objectives: [] }),
  ],
});

function Address() {
  return <output>{useLocation().search}</output>;
}

function renderPage(
  options: { at?: string; getScorecard?: jest.Mock; csv?: jest.Mock } = {},
) {
  const getScorecard =
    options.getScorecard ?? jest.fn().mockResolvedValue(card);
  renderOnPage(
    <>
      <ScorecardPage />
      <Address />
    </>,
    {
      at: options.at,
      pipelinesApi: {
        getScorecard,
        ...(options.csv && { getScorecardCsv: options.csv }),
      },
    },
  );
  return { getScorecard };
}

const matrix = () => screen.findByRole('grid', { name: 'Scorecard' });
const tile = (name: RegExp | string) => screen.findByRole('region', { name });

describe('<ScorecardPage />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says in a few figures how it went, each with its counts', async () => {
    renderPage();
    expect(await tile('Promises kept, November')).toHaveTextContent(
      '98.3 %kept 61 of 62 · ▲ 0.8 points more than in October',
    );
    expect(await tile('Measured')).toHaveTextContent('100 %62 of 62');
    expect(await tile('Issues mended in time')).toHaveTextContent('5 of 5');
    const unsigned = await tile('Waiting for a signature');
    expect(unsigned).toHaveTextContent('1');
    expect(
      within(unsigned).getByRole('link', { name: /October$/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/pipeline/profit/sla?month=2026-11&promise=review',
    );
  });

  it('makes up no number where nothing was judged', async () => {
    renderPage({
      getScorecard: jest.fn().mockResolvedValue(
        scorecard({
          checks: noChecks(),
          items: [scorecardItem({ checks: noChecks(), objectives: [] })],
        }),
      ),
    });
    expect(await tile('Promises kept, November')).toHaveTextContent(
      '–none judged',
    );
    expect(await tile('Measured')).toHaveTextContent('–nothing to measure');
    expect(document.body).not.toHaveTextContent('%');
    expect(screen.queryByText('Issues mended in time')).toBeNull();
  });

  it('has pipelines by kinds of promises; a cell leads to its evidence', async () => {
    renderPage();
    const table = await matrix();
    const headings = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(headings).toEqual([
      'Pipeline',
      'Delivery',
      'Resolution',
      'Score',
      'Six months',
    ]);
    const [, profit, growth] = within(table).getAllByRole('row');
    expect(profit).toHaveTextContent('✖missed29 of 30');
    expect(profit).toHaveTextContent('98.3 %kept 61 of 62');
    expect(
      within(profit).getByRole('link', { name: /missed ?29 of 30$/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/pipeline/profit/sla?month=2026-11&promise=daily',
    );
    expect(
      within(profit).getByRole('img', {
        name: /^Sep: not promised yet; Oct: 100\s%, kept 61 of 61 \(met\); Nov: 98.3\s%, kept 61 of 62 \(missed\)$/,
      }),
    ).toBeVisible();
    expect(profit).toHaveTextContent('1 of 2 without a miss');
    expect(within(growth).getAllByText('not promised')).toHaveLength(2);
    expect(growth).toHaveTextContent('–none judged');
  });

  it('reads its filters from the address, and leaves out what it does not know', async () => {
    const { getScorecard } = renderPage({
      at: '/?month=2026-10&owner=group:default/finance&criticality=high&system=',
    });
    await matrix();
    expect(getScorecard).toHaveBeenCalledWith(
      expect.objectContaining({
        month: '2026-10',
        owner: 'group:default/finance',
        criticality: 'high',
      }),
    );
    expect(
      screen.getByRole('button', { name: /^Finance Team Owner$/ }),
    ).toBeVisible();
  });

  it.each(['?month=2026-13', '?month=soon', '?criticality=enormous'])(
    'asks for everything at %s',
    async at => {
      const { getScorecard } = renderPage({ at: `/${at}` });
      await matrix();
      const { month, criticality } = getScorecard.mock.calls[0][0];
      expect(month).toBeUndefined();
      expect(criticality).toBeUndefined();
    },
  );

  it('writes month and level into the address', async () => {
    const { getScorecard } = renderPage();
    await matrix();
    expect(screen.getByRole('button', { name: 'Next month' })).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous month' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^Every level/ }),
    );
    await userEvent.click(screen.getByRole('option', { name: 'high' }));
    expect(
      screen.getByText('?month=2026-10&criticality=high'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(getScorecard).toHaveBeenLastCalledWith(
        expect.objectContaining({ month: '2026-10', criticality: 'high' }),
      ),
    );
  });

  it('puts pipelines together by owner, system and level', async () => {
    renderPage();
    const owners = await screen.findByRole('grid', { name: 'By owner' });
    const [, finance] = within(owners).getAllByRole('row');
    expect(finance).toHaveTextContent('2');
    expect(finance).toHaveTextContent('98.3 %kept 61 of 62');
    expect(
      within(finance).getByRole('link', { name: /growth/i }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'By system' }));
    expect(screen.getByText('No pipeline here names a system.')).toBeVisible();
    await userEvent.click(
      screen.getByRole('radio', { name: 'By critical level' }),
    );
    expect(
      within(screen.getByRole('grid', { name: 'By critical level' })).getByRole(
        'row',
        { name: /high/ },
      ),
    ).toHaveTextContent('–none judged');
    expect(screen.getByText('?by=criticality')).toBeInTheDocument();
  });

  it('turns pages, and then counts no issues: they are those of a page', async () => {
    const getScorecard = jest
      .fn()
      .mockImplementation(async ({ cursor }) =>
        cursor ? card : { ...card, nextCursor: 'second' },
      );
    renderPage({ getScorecard });
    await matrix();
    expect(screen.queryByText('Issues mended in time')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: /^next(?! month)/i }),
    );
    await waitFor(() =>
      expect(getScorecard).toHaveBeenLastCalledWith(
        expect.objectContaining({ cursor: 'second' }),
      ),
    );
    expect(await screen.findByText('Page 2')).toBeVisible();
  });

  it('lets the same be saved as a file', async () => {
    const csv = jest.fn().mockRejectedValue(new Error('disk full'));
    renderPage({ at: '/?criticality=high', csv });
    await userEvent.click(await screen.findByRole('button', { name: 'CSV' }));
    expect(csv).toHaveBeenCalledWith(
      expect.objectContaining({ month: '2026-11', criticality: 'high' }),
    );
    expect(
      await screen.findByText('The file could not be fetched.'),
    ).toBeVisible();
  });

  it.each([
    ['/', 'No pipeline promises anything yet.'],
    ['/?criticality=low', /^No pipeline passes these filters/],
  ])('says at %s what to do when there is nothing', async (at, text) => {
    renderPage({
      at,
      getScorecard: jest
        .fn()
        .mockResolvedValue(
          scorecard({ items: [], pipelines: 0, checks: noChecks() }),
        ),
    });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('says whom to ask when it may not be seen', async () => {
    renderPage({
      getScorecard: jest.fn().mockRejectedValue(new NotAllowedError('no')),
    });
    expect(
      await screen.findByText('You may not see how promises are kept.'),
    ).toBeVisible();
  });
});
