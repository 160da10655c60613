import { tallyOf } from '../../database/scores/__testUtils__/seedJudged';
import { State } from '../verdict';
import { grownTally } from './grownTally';

const HOUR = 3_600_000;

describe('a tally some time later', () => {
  const time = tallyOf({
    unit: 'time',
    target: 99,
    met: 10 * HOUR,
    missed: HOUR,
  });
  const grow = (standing: State, ms = HOUR, target = 99) =>
    grownTally(time, { standing, ms, target });

  it.each<[State, object]>([
    ['met', { met: 11 * HOUR, expected: 12 * HOUR, judged: 12 * HOUR }],
    ['at-risk', { met: 11 * HOUR, expected: 12 * HOUR, judged: 12 * HOUR }],
    ['missed', { missed: 2 * HOUR, expected: 12 * HOUR, judged: 12 * HOUR }],
    ['no-data', { expected: 12 * HOUR }],
    ['no-baseline', { expected: 12 * HOUR, noBaseline: HOUR }],
    ['excluded', { excluded: HOUR }],
    ['pending', {}],
  ])('of time in state %s has that time more', (standing, changes) => {
    const { parts: _, ...grown } = grow(standing);
    const { parts: __, ...before } = time;
    expect(grown).toEqual({ ...before, ...changes });
  });

  it('counts it under the target that holds, which comes last', () => {
    expect(grow('missed').parts).toEqual([
      { target: 99, met: 10 * HOUR, missed: 2 * HOUR },
    ]);
    const changed = grow('met', HOUR, 95);
    expect(changed.parts).toEqual([
      { target: 99, met: 10 * HOUR, missed: HOUR },
      { target: 95, met: HOUR, missed: 0 },
    ]);
    const back = grownTally(changed, { standing: 'met', ms: 1, target: 99 });
    expect(back.parts.map(({ target }) => target)).toEqual([95, 99]);
  });

  it('of events has more time judged, and no more events', () => {
    const events = tallyOf({
      unit: 'events',
      met: 999,
      missed: 1,
      expected: HOUR,
      judged: HOUR,
    });
    const given = { standing: 'met', ms: HOUR, target: 100 } as const;
    expect(grownTally(events, given)).toEqual({
      ...events,
      expected: 2 * HOUR,
      judged: 2 * HOUR,
    });
  });

  it('is what it was, of slots and of no time', () => {
    const slots = tallyOf({ met: 1 });
    const given = { standing: 'met', ms: HOUR, target: 100 } as const;
    expect(grownTally(slots, given)).toBe(slots);
    expect(grow('missed', 0)).toBe(time);
    expect(grow('missed', -HOUR)).toBe(time);
  });
});
