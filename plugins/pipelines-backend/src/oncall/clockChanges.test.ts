import {
  A,
  B,
  C,
  D,
  lineIn,
  stateOf,
  weekly,
} from './__testUtils__/exampleRotation';
import { resolve } from './resolve';
import { RotationPlan } from './rotationPlan';

function midnights(timeZone: string, holiday: string): RotationPlan {
  return {
    members: [A, B, C, D],
    type: 'daily',
    length: 1,
    start: '2026-01-01',
    handoffTime: '00:00',
    timeZone,
    holidays: {
      rule: 'next-in-sequence',
      dates: [{ date: holiday, name: 'Holiday' }],
    },
  };
}

interface Case {
  sentence: string;
  plan: RotationPlan;
  from: string;
  to: string;
  zone?: string;
  expected: string[];
}

describe('duty over a change of clocks', () => {
  it.each<Case>([
    {
      sentence: 'New York, spring: the week has 167 hours, handoff stays 09:00',
      plan: weekly,
      from: '2026-03-02T14:00Z',
      to: '2026-03-16T13:00Z',
      zone: 'UTC',
      expected: ['6 C 03-02 14:00 03-09 13:00', '7 D 03-09 13:00 03-16 13:00'],
    },
    {
      sentence: 'New York, autumn: the week has 169 hours',
      plan: weekly,
      from: '2026-10-26T13:00Z',
      to: '2026-11-09T14:00Z',
      zone: 'UTC',
      expected: [
        '40 A 10-26 13:00 11-02 14:00',
        '41 B 11-02 14:00 11-09 14:00',
      ],
    },
    {
      sentence: 'Havana: the holiday on 8 March begins at 01:00, as the shift',
      plan: midnights('America/Havana', '2026-03-08'),
      from: '2026-03-08T04:59Z',
      to: '2026-03-09T04:01Z',
      expected: [
        '65 B 03-07 00:00 03-08 01:00',
        '66 D 03-08 01:00 03-09 00:00',
        '67 D 03-09 00:00 03-10 00:00',
      ],
    },
    {
      sentence: 'Azores: the holiday on 29 March begins at 01:00',
      plan: midnights('Atlantic/Azores', '2026-03-29'),
      from: '2026-03-29T00:59Z',
      to: '2026-03-30T00:01Z',
      expected: [
        '86 C 03-28 00:00 03-29 01:00',
        '87 A 03-29 01:00 03-30 00:00',
        '88 A 03-30 00:00 03-31 00:00',
      ],
    },
    {
      sentence: 'Santiago: the holiday on 6 September begins at 01:00',
      plan: midnights('America/Santiago', '2026-09-06'),
      from: '2026-09-06T03:59Z',
      to: '2026-09-07T03:01Z',
      expected: [
        '247 D 09-05 00:00 09-06 01:00',
        '248 B 09-06 01:00 09-07 00:00',
        '249 B 09-07 00:00 09-08 00:00',
      ],
    },
    {
      sentence: 'Santiago: the Saturday on which 23:00 comes twice is one day',
      plan: midnights('America/Santiago', '2026-04-04'),
      from: '2026-04-04T02:59Z',
      to: '2026-04-05T04:01Z',
      zone: 'UTC',
      expected: [
        '92 A 04-03 03:00 04-04 03:00',
        '93 C 04-04 03:00 04-05 04:00',
        '94 C 04-05 04:00 04-06 04:00',
      ],
    },
    {
      sentence: 'Lord Howe: half an hour is left out on 4 October',
      plan: midnights('Australia/Lord_Howe', '2026-10-04'),
      from: '2026-10-03T13:29Z',
      to: '2026-10-04T13:01Z',
      zone: 'UTC',
      expected: [
        '275 D 10-02 13:30 10-03 13:30',
        '276 B 10-03 13:30 10-04 13:00',
        '277 B 10-04 13:00 10-05 13:00',
      ],
    },
    {
      sentence: 'Apia: midnights of 2026 are plain',
      plan: midnights('Pacific/Apia', '2026-12-30'),
      from: '2026-12-30T00:00Z',
      to: '2026-12-30T11:00Z',
      expected: ['363 A 12-30 00:00 12-31 00:00'],
    },
    {
      sentence: 'Apia: a holiday on the day that was left out moves nothing',
      plan: {
        ...midnights('Pacific/Apia', '2011-12-30'),
        start: '2011-12-01',
      },
      from: '2011-12-30T09:59Z',
      to: '2011-12-30T10:01Z',
      zone: 'UTC',
      expected: [
        '28 A 12-29 10:00 12-30 10:00',
        '30 C 12-30 10:00 12-31 10:00',
      ],
    },
  ])('$sentence', ({ plan, from, to, zone = plan.timeZone, expected }) => {
    const { shifts } = resolve(stateOf(plan), new Date(from), new Date(to));
    expect(shifts.map(lineIn(zone))).toEqual(expected);
  });
});
