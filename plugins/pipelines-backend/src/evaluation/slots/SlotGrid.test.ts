import fc from 'fast-check';
import { at, DAY, HOUR, NEW_YORK, shown } from '../__testUtils__/instants';
import { PLAIN_CALENDAR } from '../calendar/businessDays';
import { SlotGrid } from './SlotGrid';

const monthly = SlotGrid.ofSchedule({
  audience: 'investors',
  cron: '0 6 1 * *',
  timeZone: NEW_YORK,
  grace: '2h',
});

const weekly = (grace?: string) =>
  SlotGrid.ofDeadline({
    words: 'end of week',
    timeZone: NEW_YORK,
    calendar: PLAIN_CALENDAR,
    grace,
  });

describe('slots of a schedule', () => {
  it('are expected, due and counted at these times', () => {
    const [slot] = monthly.between(
      at('2026-11-15 00:00'),
      at('2026-12-15 00:00'),
    );
    expect(slot).toEqual({
      key: '2026-12-01T11:00:00.000Z',
      audience: 'investors',
      expectedAt: at('2026-12-01 06:00'),
      dueAt: at('2026-12-01 08:00'),
      from: at('2026-12-01 05:59'),
      to: at('2027-01-01 05:59'),
      countsAt: at('2026-12-01 06:00'),
    });
  });

  it.each<[sentence: string, begunAt: string, expected: string]>([
    ['a run in time', '2026-12-01 06:10', '2026-12-01 06:00 -05:00'],
    [
      'a run that fires a little early',
      '2026-12-01 05:59',
      '2026-12-01 06:00 -05:00',
    ],
    ['a run weeks late', '2026-12-24 12:00', '2026-12-01 06:00 -05:00'],
  ])('%s answers the last one before it', (_, begunAt, expected) => {
    const slot = monthly.ofRun({ begunAt: at(begunAt) });
    expect(shown(slot?.expectedAt ?? 0)).toBe(expected);
  });

  it('a run answers the slot that its tool names, whenever it begins', () => {
    const slot = monthly.ofRun({
      begunAt: at('2026-12-24 12:00'),
      nominal: { start: at('2026-10-01 06:00'), end: at('2026-11-01 06:00') },
    });
    expect(shown(slot?.expectedAt ?? 0)).toBe('2026-11-01 06:00 -05:00');
  });
});

describe('what lies before a slot', () => {
  it('a name counts up to one slot early: before that it is a plan', () => {
    const nominal = { start: at('2026-12-01 06:00') };
    const slotOf = (begunAt: string) =>
      shown(
        monthly.ofRun({ begunAt: at(begunAt), nominal })?.expectedAt ?? 0,
      ).slice(0, 16);
    expect(slotOf('2026-11-20 00:00')).toBe('2026-12-01 06:00');
    expect(slotOf('2026-10-20 00:00')).toBe('2026-10-01 06:00');
  });

  it('a grace longer than a week: a run answers what is due first', () => {
    const slow = weekly('20d');
    expect(
      shown(slow.at(at('2026-11-20 00:00'))?.expectedAt ?? 0).slice(0, 16),
    ).toBe('2026-11-02 00:00');
  });
});

describe('slots of a deadline in words', () => {
  it('the end of Sunday counts in the month in which Sunday lies', () => {
    const slot = weekly().after(at('2027-01-29 12:00'));
    expect(shown(slot?.dueAt ?? 0)).toBe('2027-02-01 00:00 -05:00');
    expect(shown(slot?.countsAt ?? 0)).toBe('2027-01-31 23:59 -05:00');
  });

  it.each<[sentence: string, begunAt: string, grace: string, due: string]>([
    ['within the week', '2026-11-04 12:00', '0m', '2026-11-09 00:00 -05:00'],
    [
      'at the deadline itself',
      '2026-11-09 00:00',
      '0m',
      '2026-11-09 00:00 -05:00',
    ],
    ['after it', '2026-11-09 00:01', '0m', '2026-11-16 00:00 -05:00'],
    ['within its grace', '2026-11-09 01:00', '2h', '2026-11-09 02:00 -05:00'],
    ['after its grace', '2026-11-09 02:01', '2h', '2026-11-16 02:00 -05:00'],
  ])('a run %s', (_, begunAt, grace, due) => {
    const slot = weekly(grace).ofRun({ begunAt: at(begunAt) });
    expect(shown(slot?.dueAt ?? 0)).toBe(due);
  });
});

const anyGrid = fc
  .tuple(
    fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    fc.constantFrom('0m', '2h', '30h'),
    fc.constantFrom('0 5 * * *', '30 2 * * 1', '0 */6 * * *', '0 0 31 * *'),
    fc.constantFrom(
      'end of week',
      'every day 02:30',
      '31st day of month',
      'last business day 17:00',
    ),
    fc.boolean(),
  )
  .map(([timeZone, grace, cron, words, isCron]) =>
    isCron
      ? SlotGrid.ofSchedule({ audience: 'x', cron, timeZone, grace })
      : SlotGrid.ofDeadline({
          words,
          timeZone,
          grace,
          calendar: PLAIN_CALENDAR,
        }),
  );

it('in any zone there is never a gap between slots, nor an overlap', () => {
  fc.assert(
    fc.property(
      anyGrid,
      fc.integer({
        min: at('2024-01-01T00:00Z'),
        max: at('2030-01-01T00:00Z'),
      }),
      (grid, from) => {
        const slots = grid.between(from, from + 100 * DAY);
        slots.slice(1).forEach((slot, index) => {
          expect(slot.from).toBe(slots[index].to);
          expect(slot.expectedAt).toBeGreaterThan(slots[index].expectedAt);
        });
        const some = slots[Math.floor(slots.length / 2)];
        expect(grid.at(some.from)).toEqual(some);
        expect(grid.at((some.to ?? 0) - 1)).toEqual(some);
        expect(grid.after(some.expectedAt - 1)).toEqual(some);
        expect(grid.at(from + 3 * HOUR)).toBeDefined();
      },
    ),
  );
});
