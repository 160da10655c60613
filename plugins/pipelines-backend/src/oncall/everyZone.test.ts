import { IANAZone } from 'luxon';
import { RotationPlan } from './rotationPlan';
import { Shift } from './shift';
import { shifts, whoAt } from './shifts';

const FROM = new Date('2020-01-01T00:00:00Z');
const TO = new Date('2036-01-01T00:00:00Z');
const DAY = 86_400_000;
const MINUTE = 60_000;
const START = '2019-12-28';

const text = (shift?: Shift) =>
  shift && `${shift.number} ${shift.start.toISOString()}`;

/** Whether the clock shows the wall time at the instant, or jumps over it there. */
function reaches(instant: number, wall: number, zone: IANAZone): boolean {
  const shown = (at: number) => at + zone.offset(at) * MINUTE;
  return shown(instant) >= wall && shown(instant - MINUTE) < wall;
}

/** What is wrong with midnight handoffs in a zone; nothing, one hopes. */
function faultsIn(timeZone: string, type: RotationPlan['type']): string[] {
  const plan: RotationPlan = {
    members: ['user:default/a', 'user:default/b', 'user:default/c'],
    type,
    length: 1,
    start: START,
    handoffTime: '00:00',
    timeZone,
  };
  const days = type === 'weekly' ? 7 : 1;
  const zone = IANAZone.create(timeZone);
  const found = shifts(plan, FROM, TO);
  const faults: string[] = [];
  found.forEach((shift, index) => {
    const start = shift.start.getTime();
    const end = shift.end.getTime();
    const next = found[index + 1];
    if (end <= start) {
      faults.push(`${timeZone}: ${text(shift)} does not end after its start`);
    }
    if (next && (next.number !== shift.number + 1 || +next.start !== end)) {
      faults.push(`${timeZone}: ${text(next)} does not follow ${text(shift)}`);
    }
    // Every shift over a clock change, and a sample of the others.
    if (end - start !== days * DAY || index % 97 === 0) {
      const wall = Date.parse(START) + shift.number * days * DAY;
      if (!reaches(start, wall, zone)) {
        faults.push(`${timeZone}: ${text(shift)} is not at midnight`);
      }
      for (const at of [start, end - 1]) {
        const who = whoAt(plan, new Date(at));
        if (text(who) !== text(shift) || who?.primary !== shift.primary) {
          faults.push(
            `${timeZone}: at ${new Date(at).toISOString()} ${text(
              who,
            )}, not ${text(shift)}`,
          );
        }
      }
    }
  });
  const expected = (TO.getTime() - FROM.getTime()) / DAY / days;
  if (Math.abs(found.length - expected) > 2) {
    faults.push(`${timeZone}: ${found.length} shifts, not ${expected}`);
  }
  return faults;
}

describe('in every zone this runtime knows, 2020 to 2035', () => {
  const zones = Intl.supportedValuesOf('timeZone');

  it('knows the zones of the world', () => {
    expect(zones.length).toBeGreaterThan(400);
  });

  it.each(['weekly', 'daily'] as const)(
    '%s shifts begin at midnight, follow one another and agree with whoAt',
    type => {
      expect(zones.flatMap(zone => faultsIn(zone, type))).toEqual([]);
    },
    120_000,
  );
});
