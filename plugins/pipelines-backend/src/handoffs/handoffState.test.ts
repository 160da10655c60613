import { handoffState } from './handoffState';

const NEW_YORK = 'America/New_York';
const meeting = {
  start: new Date('2026-12-07T14:00Z'),
  end: new Date('2026-12-07T14:30Z'),
  isDone: false,
};

describe('handoffState', () => {
  it.each([
    ['the day before', '2026-12-07T04:59Z', 'planned'],
    ['on the day, by the clock of the rotation', '2026-12-07T05:00Z', 'due'],
    ['when the meeting is over, on its day', '2026-12-08T04:59Z', 'due'],
    ['from the next day on', '2026-12-08T05:00Z', 'missing'],
  ])('%s', (_when, now, state) => {
    expect(handoffState(meeting, NEW_YORK, new Date(now))).toBe(state);
  });

  it('is done when both said so, whenever that was', () => {
    const done = { ...meeting, isDone: true };
    expect(handoffState(done, NEW_YORK, new Date('2027-01-01T00:00Z'))).toBe(
      'done',
    );
  });

  it('is due until the end of a meeting that runs past midnight', () => {
    const late = {
      start: new Date('2026-12-08T04:50Z'),
      end: new Date('2026-12-08T05:20Z'),
      isDone: false,
    };
    expect(handoffState(late, NEW_YORK, new Date('2026-12-08T05:19Z'))).toBe(
      'due',
    );
    expect(handoffState(late, NEW_YORK, new Date('2026-12-08T05:20Z'))).toBe(
      'missing',
    );
  });
});
