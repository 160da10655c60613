import { cover } from '../oncall/__testUtils__/exampleChanges';
import {
  stateOf,
  weekly,
  withAllHandsWeek,
  withHolidays,
} from '../oncall/__testUtils__/exampleRotation';
import { RotationState } from '../oncall';
import { dutyMoments, endOfDuty } from './dutyMoments';

/** The moments of some time, each as a line. */
function moments(state: RotationState, from: string, to: string): string[] {
  return dutyMoments(state, new Date(from), new Date(to)).map(moment => {
    const at = moment.at.toISOString().slice(5, 16).replace('T', ' ');
    return moment.kind === 'handoff'
      ? `${at} handoff ${moment.handoff.from.slice(
          -1,
        )} ${moment.handoff.to.slice(-1)}`
      : `${at} ${moment.kind} ${moment.duty.primary.slice(-1)}`;
  });
}

describe('dutyMoments', () => {
  it('are a day before duty, at its beginning, and at the handoff', () => {
    const state = stateOf(weekly);
    expect(moments(state, '2026-11-01T00:00Z', '2026-11-10T00:00Z')).toEqual([
      '11-01 14:00 tomorrow b',
      '11-02 14:00 starts b',
      '11-02 14:00 handoff a b',
      '11-08 14:00 tomorrow c',
      '11-09 14:00 starts c',
      '11-09 14:00 handoff b c',
    ]);
  });

  it('include the first instant and not the last', () => {
    const state = stateOf(weekly);
    const at = '2026-11-02T14:00Z';
    expect(moments(state, at, '2026-11-02T14:01Z')).toHaveLength(2);
    expect(moments(state, '2026-11-02T13:00Z', at)).toEqual([]);
  });

  it('know duty of hours: a cover, and the return from it', () => {
    const state = stateOf(weekly, { covers: [cover()] });
    expect(moments(state, '2026-03-03T00:00Z', '2026-03-03T20:00Z')).toEqual([
      '03-03 08:00 starts d',
      '03-03 14:00 starts c',
    ]);
  });

  it('hold the meeting of a holiday on the next working day', () => {
    const holidays = [{ date: '2026-11-02', name: 'A holiday' }];
    const plan = {
      ...weekly,
      holidays: { rule: 'none' as const, dates: holidays },
    };
    expect(
      moments(stateOf(plan), '2026-11-02T00:00Z', '2026-11-04T00:00Z'),
    ).toEqual(['11-02 14:00 starts b', '11-03 14:00 handoff a b']);
  });

  it('do not take another reason for a beginning', () => {
    const state = stateOf(withAllHandsWeek);
    const found = moments(state, '2026-11-23T15:00Z', '2026-11-30T00:00Z');
    expect(found).toEqual(['11-29 14:00 tomorrow b']);
  });
});

describe('endOfDuty', () => {
  it('is where somebody else takes over', () => {
    const state = stateOf(withAllHandsWeek);
    const from = new Date('2026-11-22T14:00Z');
    const [{ kind, ...moment }] = dutyMoments(
      state,
      from,
      new Date('2026-11-22T15:00Z'),
    );
    expect(kind).toBe('tomorrow');
    if (!('duty' in moment)) throw new Error('There is no duty');
    expect(endOfDuty(state, moment.duty)).toEqual(
      new Date('2026-11-30T14:00Z'),
    );
  });

  it('is the beginning of a holiday that moves duty', () => {
    const state = stateOf(withHolidays);
    const [moment] = dutyMoments(
      state,
      new Date('2026-11-22T14:00Z'),
      new Date('2026-11-22T15:00Z'),
    );
    if (!('duty' in moment)) throw new Error('There is no duty');
    expect(endOfDuty(state, moment.duty)).toEqual(
      new Date('2026-11-26T05:00Z'),
    );
  });
});
