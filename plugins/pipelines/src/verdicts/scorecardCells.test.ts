import {
  NOW,
  readAnywhere,
  readInBerlin,
  reviewEvidence,
  score,
  scorecardItem,
  scorecardObjective,
  LATE,
} from '../__testUtils__';
import { scorecardCells, scorecardColumns } from './scorecardCells';

const running = { isRunning: true, now: Date.parse(NOW) };
const past = { ...running, isRunning: false };

const open = score({ met: 0, missed: 0, open: 1, judged: 0, expected: 0 });

describe('scorecardColumns', () => {
  it('are those kinds that somebody promises, in their order', () => {
    const items = [
      scorecardItem({ objectives: [scorecardObjective({ type: 'review' })] }),
      scorecardItem({ objectives: [scorecardObjective({ type: 'delivery' })] }),
    ];
    expect(scorecardColumns(items).map(({ label }) => label)).toEqual([
      'Delivery',
      'Review',
    ]);
    expect(scorecardColumns([])).toEqual([]);
  });
});

describe('scorecardCells', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  const only = (
    objective: Parameters<typeof scorecardObjective>[0],
    options = running,
  ) => {
    const item = scorecardItem({ objectives: [scorecardObjective(objective)] });
    const type = objective?.type ?? 'delivery';
    const [cell] = scorecardCells(item, type, options);
    return `${cell.state}: ${[cell.word, ...cell.notes].join('; ')}`;
  };

  it.each<[string, Parameters<typeof only>, string]>([
    ['a promise kept', [{}], 'met: met; 30 of 30'],
    [
      'one that is due',
      [{ score: open, current: undefined, dueAt: '2026-11-30T05:00:00Z' }],
      'pending: due 30 Nov 06:00',
    ],
    [
      'one that cannot be kept any more stays missed, though it stands well now',
      [
        {
          score: score({ state: 'missed' }),
          current: { state: 'met', evidence: { type: 'none' } },
        },
      ],
      'missed: missed; 29 of 30',
    ],
    [
      'one that is missed now says by how much',
      [{ score: score(), current: LATE }],
      'missed: missed; 29 of 30; late by 2 h 10 min',
    ],
    [
      'a month that is over says how it ended, not how it stands now',
      [{ score: score({ state: 'met' }), current: LATE }, past],
      'met: met; 29 of 30',
    ],
    [
      'a review that nobody signed',
      [
        {
          type: 'review',
          score: score({ state: 'missed', met: 0, missed: 1 }),
          current: {
            state: 'missed',
            reason: 'unsigned',
            evidence: reviewEvidence(),
          },
        },
      ],
      'missed: missed; not signed; October not signed',
    ],
  ])('of %s', (...row) => {
    const [, given, words] = row;
    expect(only(...given)).toBe(words);
  });

  it('has the worst of several first, each with its name', () => {
    const item = scorecardItem({
      objectives: [
        scorecardObjective({ id: 'daily' }),
        scorecardObjective({
          id: 'monthly',
          title: 'Month end',
          score: score({ state: 'missed' }),
        }),
      ],
    });
    expect(
      scorecardCells(item, 'delivery', running).map(({ title }) => title),
    ).toEqual(['Month end', 'daily']);
    expect(scorecardCells(item, 'review', running)).toEqual([]);
  });
});
