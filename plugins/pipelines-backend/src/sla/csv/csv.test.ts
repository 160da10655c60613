import type { Score } from '@techflow/backstage-plugin-pipelines-common';
import { COLUMNS, PipelineLines, promiseLines } from './promiseLines';
import { toCsv } from './toCsv';

const score: Score = {
  state: 'at-risk',
  unit: 'slots',
  target: 99.9,
  met: 2,
  missed: 1,
  open: 1,
  excluded: 0,
  expected: 4,
  judged: 3,
  score: 66.66666,
  shown: '66.66',
  coverage: 75,
  budget: { type: 'none' },
  exclusionIds: [],
  revision: 2,
};

const lines = (changes: Partial<Score>, others: Partial<PipelineLines> = {}) =>
  promiseLines({
    identity: {
      ref: 'pipeline:default/profit',
      title: 'Profit',
      owner: 'group:default/finance',
      system: 'system:default/money',
      criticality: 'high',
    },
    month: '2026-11',
    objectives: [
      {
        id: 'run',
        type: 'delivery',
        title: 'Daily run',
        score: { ...score, ...changes },
      },
    ],
    exclusions: [],
    ...others,
  });

/** The cell of a column of the only line. */
function cell(name: (typeof COLUMNS)[number], [line]: (string | number)[][]) {
  return line[COLUMNS.indexOf(name)];
}

describe('a line of a file', () => {
  it('has all of a promise', () => {
    expect(lines({})).toEqual([
      [
        'pipeline:default/profit',
        'Profit',
        'group:default/finance',
        'system:default/money',
        'high',
        'run',
        'Daily run',
        'delivery',
        '2026-11',
        99.9,
        'at risk',
        2,
        1,
        1,
        0,
        'slots',
        66.66,
        75,
        2,
        '',
      ],
    ]);
    expect(lines({})[0]).toHaveLength(COLUMNS.length);
  });

  it.each([
    ['met', 'met'],
    ['missed', 'missed'],
    ['at-risk', 'at risk'],
    ['pending', 'pending'],
    ['no-data', 'no data'],
    ['no-baseline', 'no baseline'],
    ['excluded', 'excluded'],
  ] as const)('calls %s "%s"', (state, word) => {
    expect(cell('State', lines({ state }))).toBe(word);
  });

  it('has time in seconds', () => {
    const found = lines({ unit: 'time', met: 90_500, missed: 0 });
    expect(cell('Kept', found)).toBe(90.5);
    expect(cell('Unit', found)).toBe('seconds');
  });

  it('is empty where there is nothing to share', () => {
    const found = lines({ shown: undefined, expected: 0, judged: 0 });
    expect(cell('Score %', found)).toBe('');
    expect(cell('Coverage %', found)).toBe('');
  });

  it('never rounds coverage up', () => {
    const found = lines({ expected: 100_000, judged: 99_999 });
    expect(cell('Coverage %', found)).toBe(99.99);
  });

  it('names the exclusions that touch it, and no others', () => {
    const exclusion = (id: string) => ({
      id,
      pipelineRef: 'pipeline:default/profit',
      type: 'maintenance' as const,
      reason: 'New, "big" disks',
      from: '2026-11-03T00:00:00.000Z',
      to: '2026-11-04T00:00:00.000Z',
      author: 'user:default/c',
      createdAt: '2026-11-01T00:00:00.000Z',
    });
    const found = lines(
      { exclusionIds: ['x'] },
      { exclusions: [exclusion('x'), exclusion('y')] },
    );
    expect(cell('Exclusions', found)).toBe(
      'maintenance from 2026-11-03T00:00:00.000Z to 2026-11-04T00:00:00.000Z by user:default/c: New, "big" disks',
    );
  });
});

describe('a file for a spreadsheet', () => {
  /** What is written for a cell, in the first column. */
  const written = (value: string | number) =>
    toCsv([[value]])
      .split('\r\n')[1]
      .replace(/,*$/, '');

  it('begins with a mark of UTF-8 and the names of the columns', () => {
    expect(toCsv([])).toBe(`\uFEFF${COLUMNS.join(',')}\r\n`);
  });

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    [-1, '-1'],
    [99.9, '99.9'],
    [0, '0'],
  ])('writes %j as %s', (value, expected) => {
    expect(written(value)).toBe(expected);
  });

  it('keeps lines within a cell in it', () => {
    expect(toCsv([['a\nb']])).toContain('"a\nb"');
    expect(toCsv([['\rx']])).toContain(`"'\rx"`);
  });
});
