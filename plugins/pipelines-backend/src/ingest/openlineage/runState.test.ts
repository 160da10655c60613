import { RunState } from '@techflow/backstage-plugin-pipelines-common';
import { runEvent } from '../__testUtils__/lineageEvents';
import { factsIn } from '../__testUtils__/prepared';
import { mergeFacts, RunFacts } from './runFacts';
import { begunAt, conflictOf, endOf, stateOf } from './runState';

/** What events of a type and a time say together, such as `START 11:00:00`. */
function heard(...events: string[]): RunFacts {
  return events
    .map(text => {
      const [eventType, time] = text.split(' ');
      return factsIn({
        ...runEvent({ eventTime: `2026-11-01T${time}Z` }),
        eventType: eventType === '-' ? undefined : eventType,
      });
    })
    .reduce(mergeFacts);
}

const at = (time: string) => `2026-11-01T${time}Z`;

const CASES: [string, RunState, string[]][] = [
  ['runs once it began', 'running', ['START 11:00:00']],
  ['runs if that is all we hear', 'running', ['RUNNING 11:00:00']],
  [
    'is unknown while nothing says begin or end',
    'unknown',
    ['OTHER 11:00:00', '- 11:01:00'],
  ],
  ['is complete', 'complete', ['START 11:00:00', 'COMPLETE 11:30:00']],
  ['failed', 'failed', ['START 11:00:00', 'FAIL 11:30:00']],
  ['was aborted', 'aborted', ['START 11:00:00', 'ABORT 11:30:00']],
  ['is complete without a begin', 'complete', ['COMPLETE 11:30:00']],
  [
    'stays complete when it is heard to run later',
    'complete',
    ['COMPLETE 11:30:00', 'RUNNING 11:40:00', 'START 11:50:00'],
  ],
  [
    'is not changed by an event of another type, or of none',
    'complete',
    ['COMPLETE 11:30:00', 'OTHER 11:40:00', '- 11:50:00'],
  ],
  [
    'has the first end by the time of the events, not by their arrival',
    'failed',
    ['COMPLETE 11:40:00', 'FAIL 11:30:00'],
  ],
  [
    'failed rather than ended well in the same millisecond',
    'failed',
    ['COMPLETE 11:30:00', 'FAIL 11:30:00'],
  ],
  [
    'failed rather than was aborted in the same millisecond',
    'failed',
    ['ABORT 11:30:00', 'FAIL 11:30:00'],
  ],
  [
    'was aborted rather than ended well in the same millisecond',
    'aborted',
    ['COMPLETE 11:30:00', 'ABORT 11:30:00'],
  ],
];

describe('a run', () => {
  it.each(CASES)('%s', (_, state, events) => {
    expect(stateOf(heard(...events))).toBe(state);
    expect(stateOf(heard(...[...events].reverse()))).toBe(state);
  });

  it('ends when its first end is said', () => {
    const facts = heard('COMPLETE 11:40:00', 'COMPLETE 11:30:00');
    expect(endOf(facts)).toEqual({
      state: 'complete',
      at: at('11:30:00.000'),
    });
    expect(endOf(heard('START 11:00:00'))).toBeUndefined();
  });

  it.each([
    ['none while it runs', undefined, ['START 11:00:00']],
    [
      'none when the same end is said again',
      undefined,
      ['FAIL 11:30:00', 'FAIL 11:40:00'],
    ],
    [
      'the later end that says otherwise',
      { state: 'failed', at: at('11:40:00.000') },
      ['COMPLETE 11:30:00', 'FAIL 11:40:00'],
    ],
    [
      'the second of three ends',
      { state: 'aborted', at: at('11:35:00.000') },
      ['COMPLETE 11:30:00', 'FAIL 11:40:00', 'ABORT 11:35:00'],
    ],
    [
      'also in the same millisecond',
      { state: 'complete', at: at('11:30:00.000') },
      ['COMPLETE 11:30:00', 'FAIL 11:30:00'],
    ],
  ])('has as its conflict %s', (_, conflict, events) => {
    expect(conflictOf(heard(...events))).toEqual(conflict);
  });

  it.each([
    ['START', ['OTHER 10:59:00', 'START 11:00:00'], '11:00:00.000'],
    [
      'what was heard first, without a START',
      ['COMPLETE 11:30:00', 'OTHER 11:20:00'],
      '11:20:00.000',
    ],
  ])('began with %s', (_, events, time) => {
    expect(begunAt(heard(...events))).toBe(at(time));
  });
});
