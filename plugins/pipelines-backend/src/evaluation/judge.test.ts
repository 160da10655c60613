import { at } from './__testUtils__/instants';
import {
  inWords,
  intervalLines,
  judgeAt,
  measured,
  monitor,
  promise,
  slotLines,
} from './__testUtils__/judging';
import { ExclusionFact } from './facts';
import { Arrived, touches } from './touches';
import { readsOf } from './judge';

const NOVEMBER = { from: '2026-11-01 00:00', to: '2026-11-04 00:00' };

describe('exclusions', () => {
  const daily = [
    promise({ id: 'd', type: 'delivery', audience: 'experiments' }),
  ];
  const exclusion = (
    from: string,
    to: string,
    ruleIds?: string[],
  ): ExclusionFact[] => [
    { id: 'x', from: at(from), to: at(to), ...(ruleIds && { ruleIds }) },
  ];

  it.each<[sentence: string, exclusions: ExclusionFact[], expected: string]>([
    [
      'one over the whole time of a slot',
      exclusion('2026-11-02 04:00', '2026-11-02 09:00'),
      'excluded',
    ],
    [
      'one that begins when it is due',
      exclusion('2026-11-02 07:00', '2026-11-02 09:00'),
      'excluded',
    ],
    [
      'one that ends when it is expected',
      exclusion('2026-11-02 04:00', '2026-11-02 05:00'),
      'missed absent',
    ],
    [
      'one that begins after it was due',
      exclusion('2026-11-02 07:01', '2026-11-02 09:00'),
      'missed absent',
    ],
    [
      'one that names the rule',
      exclusion('2026-11-02 04:00', '2026-11-02 09:00', ['d']),
      'excluded',
    ],
    [
      'one that names another rule',
      exclusion('2026-11-02 04:00', '2026-11-02 09:00', ['e']),
      'missed absent',
    ],
  ])('%s', (_, exclusions, expected) => {
    const judgement = judgeAt(
      daily,
      '2026-11-09 00:00',
      { exclusions },
      NOVEMBER,
    );
    expect(slotLines(judgement)[1]).toBe(`2026-11-02 05:00 ${expected}`);
  });

  it('of time is cut out of it, and what was there goes on after it', () => {
    const rule = [
      monitor({ id: 't', type: 'threshold', metric: 'm', mustBeLessThan: 5 }),
    ];
    const judgement = judgeAt(
      rule,
      '2026-11-09 00:00',
      {
        measurements: [measured('m', '2026-11-01 00:00', 9)],
        exclusions: exclusion('2026-11-02 00:00', '2026-11-03 00:00'),
      },
      NOVEMBER,
    );
    expect(intervalLines(judgement)).toEqual([
      '2026-11-01 00:00 missed out-of-limits',
      '2026-11-02 00:00 excluded',
      '2026-11-03 00:00 missed out-of-limits',
    ]);
  });

  it('maintenance excuses no sign-off, unless it names it', () => {
    const rule = [
      promise({ id: 'rev', type: 'review', every: 'month', by: 'accounts' }),
    ];
    const go = (ruleIds?: string[]) =>
      inWords(
        judgeAt(
          rule,
          '2026-11-02 00:00',
          {
            exclusions: exclusion(
              '2026-10-01 00:00',
              '2026-11-03 00:00',
              ruleIds,
            ),
          },
          { from: '2026-11-01 00:00' },
        ).slots[0].verdict,
      );
    expect([go(), go(['rev'])]).toEqual(['missed unsigned', 'excluded']);
  });
});

describe('versions of a rule', () => {
  const at15 = at('2026-11-02 15:00');
  const limit = (mustBeLessThan: number, given: object) =>
    monitor({ id: 't', type: 'threshold', metric: 'm', mustBeLessThan }, given);
  const versions = [
    limit(5, { id: 'v1', from: at('2026-11-01 12:00'), to: at15 }),
    limit(20, { id: 'v2', from: at15 }),
  ];
  const measurements = [measured('m', '2026-11-01 00:00', 9)];

  it('each part of a time is judged by the one that held', () => {
    const judgement = judgeAt(
      versions,
      '2026-11-03 00:00',
      { measurements },
      NOVEMBER,
    );
    expect(intervalLines(judgement)).toEqual([
      '2026-11-01 12:00 missed out-of-limits',
      '2026-11-02 15:00 met',
    ]);
    expect(judgement.intervals.map(({ versionId }) => versionId)).toEqual([
      'v1',
      'v2',
    ]);
  });

  it('one that is still to come is waited for, and says nothing yet', () => {
    const judgement = judgeAt(
      versions,
      '2026-11-02 00:00',
      { measurements },
      NOVEMBER,
    );
    expect([judgement.intervals.length, judgement.nextAt]).toEqual([1, at15]);
  });

  it('a rule that ended expects nothing more', () => {
    const ended = [
      promise(
        { id: 'd', type: 'delivery', audience: 'experiments' },
        { to: at15 },
      ),
    ];
    const judgement = judgeAt(
      ended,
      '2026-11-09 00:00',
      {},
      { from: '2026-11-01 00:00' },
    );
    expect(slotLines(judgement)).toEqual([
      '2026-11-01 05:00 missed absent',
      '2026-11-02 05:00 missed absent',
    ]);
    expect(judgement.nextAt).toBeUndefined();
  });
});

describe('touches', () => {
  const [investors] = readsOf([
    promise({ id: 'd', type: 'delivery', audience: 'investors' }),
  ]);
  const [lag] = readsOf([
    monitor({ id: 't', type: 'threshold', metric: 'lag', mustBe: 0 }),
  ]);

  it.each<
    [sentence: string, reads: typeof lag, arrived: Arrived, expected: boolean]
  >([
    [
      'a run of its audience',
      investors,
      { type: 'run', audience: 'investors' },
      true,
    ],
    ['a run of a job for all', investors, { type: 'run' }, true],
    [
      'a run of another audience',
      investors,
      { type: 'run', audience: 'executives' },
      false,
    ],
    [
      'a measurement it does not read',
      investors,
      { type: 'measurement', metric: 'lag' },
      false,
    ],
    [
      'a measurement it reads',
      lag,
      { type: 'measurement', metric: 'lag' },
      true,
    ],
    ['a run, of a rule about figures', lag, { type: 'run' }, false],
    ['an issue', lag, { type: 'issue' }, false],
    [
      'anything, of a rule that listens to nothing else',
      lag,
      { type: 'heard' },
      false,
    ],
  ])('%s', (_, reads, arrived, expected) => {
    expect(touches(reads, arrived)).toBe(expected);
  });
});
