import { Verdict } from '@techflow/backstage-plugin-pipelines-common';
import { reviewEvidence } from '../__testUtils__';
import { signablePeriods } from './signablePeriods';

const judged = (
  state: Verdict['state'],
  reason?: Verdict['reason'],
  period = '2026-10',
): Verdict => ({ state, reason, evidence: reviewEvidence({ period }) });

describe('signablePeriods', () => {
  it.each<[string, Verdict | undefined, string, string | undefined, string[]]>([
    [
      'October, which nobody signed in time',
      judged('missed', 'unsigned'),
      '2026-11-23T15:00:00Z',
      undefined,
      ['2026-10'],
    ],
    [
      'October, which was found wrong',
      judged('at-risk', 'failed'),
      '2026-11-05T15:00:00Z',
      '10th business day 17:00',
      ['2026-10'],
    ],
    [
      'nothing once it is signed',
      judged('met'),
      '2026-11-23T15:00:00Z',
      undefined,
      [],
    ],
    [
      'nothing once it is signed late',
      judged('missed', 'late'),
      '2026-11-23T15:00:00Z',
      undefined,
      [],
    ],
    [
      'November on its last day, due at its very end: in New York it is still the 30th',
      judged('met'),
      '2026-12-01T03:00:00Z',
      undefined,
      ['2026-11'],
    ],
    [
      'not November on its last day when there is time after it',
      judged('met'),
      '2026-11-30T15:00:00Z',
      '5th business day 09:00',
      [],
    ],
    [
      'not November on its last day when it is signed',
      judged('met', undefined, '2026-11'),
      '2026-11-30T15:00:00Z',
      undefined,
      [],
    ],
    [
      'nothing in the first month',
      undefined,
      '2026-11-10T15:00:00Z',
      undefined,
      [],
    ],
  ])('%s', (_, current, now, due, expected) => {
    expect(
      signablePeriods({
        every: 'month',
        due,
        timeZone: 'America/New_York',
        current,
        now: Date.parse(now),
      }),
    ).toEqual(expected);
  });
});
