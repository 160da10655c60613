import { away } from '../__testUtils__/exampleChanges';
import {
  A,
  B,
  stateOf,
  weekly,
  withHolidays,
} from '../__testUtils__/exampleRotation';
import { absenceWarnings } from './absenceWarnings';
import { proposeSwap } from './proposeSwap';

const now = new Date('2026-12-01T12:00Z');

describe('absenceWarnings', () => {
  it('names each shift that falls into an absence, with the swap', () => {
    const absence = away(A, '2026-12-22', '2026-12-27');
    const state = stateOf(weekly, { absences: [absence] });
    expect(absenceWarnings(state, absence, { now })).toMatchObject([
      {
        number: 48,
        start: new Date('2026-12-22T05:00Z'),
        end: new Date('2026-12-28T05:00Z'),
        proposal: { kind: 'swap', shifts: [48, 49] },
      },
    ]);
  });

  it('proposes no shift twice', () => {
    const absence = away(A, '2026-12-22', '2027-01-19');
    const state = stateOf(weekly, { absences: [absence] });
    expect(
      absenceWarnings(state, absence, { now }).map(({ number, proposal }) => [
        number,
        proposal?.kind === 'swap' && proposal.shifts,
      ]),
    ).toEqual([
      [48, [48, 53]],
      [52, [52, 57]],
    ]);
  });

  it('proposes no swap for a holiday in the shift of another', () => {
    // Known too late for the layer to pass B over: the holidays had begun.
    const late = {
      ...away(B, '2026-12-25'),
      createdAt: new Date('2026-12-24T12:00Z'),
    };
    const state = stateOf(withHolidays, { absences: [late] });
    const [warning] = absenceWarnings(state, late, { now });
    expect([warning.number, warning.proposal]).toEqual([48, undefined]);
  });

  it('has none for days without duty, and none for what is over', () => {
    const state = stateOf(weekly);
    const free = away(B, '2026-12-22', '2026-12-27');
    const over = away(A, '2026-11-24', '2026-11-25');
    expect(absenceWarnings(state, free, { now })).toEqual([]);
    expect(absenceWarnings(state, over, { now })).toEqual([]);
  });

  it.each([
    ['2026-02-30', '2026-03-01', "'2026-02-30' is no date"],
    ['2026-03-02', '2026-03-01', 'before it begins'],
  ])('refuses an absence from %s to %s', (from, to, message) => {
    const absences = [away(A, from, to)];
    expect(() =>
      proposeSwap(stateOf(weekly, { absences }), 48, { now }),
    ).toThrow(message);
  });
});
