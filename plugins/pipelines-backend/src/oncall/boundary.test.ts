import { IANAZone } from 'luxon';
import { firstInstantOf, WallTime } from './boundary';

function wallTime(text: string): WallTime {
  const [year, month, day, hour, minute] = text.split(/[- :]/).map(Number);
  return { year, month, day, hour, minute };
}

describe('firstInstantOf', () => {
  it.each([
    {
      sentence: 'an ordinary morning is what the clock shows',
      zone: 'America/New_York',
      wall: '2026-01-05 09:00',
      instant: '2026-01-05T14:00:00.000Z',
    },
    {
      sentence: 'an ordinary morning in a zone of a quarter hour',
      zone: 'Asia/Kathmandu',
      wall: '2026-01-05 09:00',
      instant: '2026-01-05T03:15:00.000Z',
    },
    {
      sentence: 'the farthest east there is',
      zone: 'Pacific/Kiritimati',
      wall: '2026-01-05 00:00',
      instant: '2026-01-04T10:00:00.000Z',
    },
    {
      sentence: 'the farthest west there is',
      zone: 'Etc/GMT+12',
      wall: '2026-01-05 23:59',
      instant: '2026-01-06T11:59:00.000Z',
    },
    {
      sentence: 'a day that runs past the end of its month is in the next',
      zone: 'Europe/Berlin',
      wall: '2026-01-32 09:00',
      instant: '2026-02-01T08:00:00.000Z',
    },
    {
      sentence: 'the last minute before a spring gap is not touched by it',
      zone: 'America/New_York',
      wall: '2026-03-08 01:59',
      instant: '2026-03-08T06:59:00.000Z',
    },
    {
      sentence: 'a time inside a spring gap is the instant of the jump',
      zone: 'America/New_York',
      wall: '2026-03-08 02:30',
      instant: '2026-03-08T07:00:00.000Z',
    },
    {
      sentence: 'the first time after a spring gap is the same instant',
      zone: 'America/New_York',
      wall: '2026-03-08 03:00',
      instant: '2026-03-08T07:00:00.000Z',
    },
    {
      sentence: 'a time that comes twice in autumn counts from its first time',
      zone: 'America/New_York',
      wall: '2026-11-01 01:30',
      instant: '2026-11-01T05:30:00.000Z',
    },
    {
      sentence: 'the first time after the repeated hour comes once, later',
      zone: 'America/New_York',
      wall: '2026-11-01 02:00',
      instant: '2026-11-01T07:00:00.000Z',
    },
    {
      sentence: 'Havana skips midnight: the day begins at 01:00',
      zone: 'America/Havana',
      wall: '2026-03-08 00:00',
      instant: '2026-03-08T05:00:00.000Z',
    },
    {
      sentence: 'the Azores skip midnight: the day begins at 01:00',
      zone: 'Atlantic/Azores',
      wall: '2026-03-29 00:00',
      instant: '2026-03-29T01:00:00.000Z',
    },
    {
      sentence: 'Santiago skips midnight: the day begins at 01:00',
      zone: 'America/Santiago',
      wall: '2026-09-06 00:00',
      instant: '2026-09-06T04:00:00.000Z',
    },
    {
      sentence: 'Havana repeats midnight in autumn: the first one counts',
      zone: 'America/Havana',
      wall: '2026-11-01 00:00',
      instant: '2026-11-01T04:00:00.000Z',
    },
    {
      sentence: 'Santiago goes back from midnight: it is reached an hour later',
      zone: 'America/Santiago',
      wall: '2026-04-05 00:00',
      instant: '2026-04-05T04:00:00.000Z',
    },
    {
      sentence: 'Lord Howe jumps half an hour',
      zone: 'Australia/Lord_Howe',
      wall: '2026-10-04 02:15',
      instant: '2026-10-03T15:30:00.000Z',
    },
    {
      sentence: 'Lord Howe repeats half an hour: the first one counts',
      zone: 'Australia/Lord_Howe',
      wall: '2026-04-05 01:45',
      instant: '2026-04-04T14:45:00.000Z',
    },
    {
      sentence: 'Troll jumps two hours',
      zone: 'Antarctica/Troll',
      wall: '2026-03-29 02:45',
      instant: '2026-03-29T01:00:00.000Z',
    },
    {
      sentence: 'the day that Apia left out begins when it was left out',
      zone: 'Pacific/Apia',
      wall: '2011-12-30 00:00',
      instant: '2011-12-30T10:00:00.000Z',
    },
    {
      sentence: 'and so does each hour of it',
      zone: 'Pacific/Apia',
      wall: '2011-12-30 23:30',
      instant: '2011-12-30T10:00:00.000Z',
    },
    {
      sentence: 'and the day after it',
      zone: 'Pacific/Apia',
      wall: '2011-12-31 00:00',
      instant: '2011-12-30T10:00:00.000Z',
    },
    {
      sentence: 'Recife had summer time for one week in 2000: during it',
      zone: 'America/Recife',
      wall: '2000-10-11 12:00',
      instant: '2000-10-11T14:00:00.000Z',
    },
    {
      sentence: 'Recife had summer time for one week in 2000: after it',
      zone: 'America/Recife',
      wall: '2000-10-16 12:00',
      instant: '2000-10-16T15:00:00.000Z',
    },
    {
      sentence: 'Nuuk skips an evening hour that is already tomorrow in UTC',
      zone: 'America/Nuuk',
      wall: '2012-03-24 22:30',
      instant: '2012-03-25T01:00:00.000Z',
    },
    {
      sentence: 'Casablanca ends its pause for Ramadan with a jump',
      zone: 'Africa/Casablanca',
      wall: '2026-03-22 02:30',
      instant: '2026-03-22T02:00:00.000Z',
    },
  ])('$zone $wall: $sentence', ({ zone, wall, instant }) => {
    expect(new Date(firstInstantOf(wallTime(wall), zone)).toISOString()).toBe(
      instant,
    );
  });

  const MINUTE = 60_000;

  /** What the clock shows at each minute of the two days before and after a midnight. */
  function readings(midnight: number, zone: IANAZone) {
    return Array.from({ length: 4 * 24 * 60 }, (_, index) => {
      const instant = midnight + (index - 2 * 24 * 60) * MINUTE;
      return { instant, shown: instant + zone.offset(instant) * MINUTE };
    });
  }

  /** The rule read literally: the first that shows it, else the jump over it. */
  function scanned(all: ReturnType<typeof readings>, wall: number) {
    const jumpsOver = (index: number) =>
      index > 0 && all[index - 1].shown < wall && all[index].shown > wall;
    const found =
      all.find(({ shown }) => shown === wall) ??
      all.find((_, index) => jumpsOver(index));
    return found?.instant;
  }

  it.each([
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['America/Havana', '2026-03-08'],
    ['America/Santiago', '2026-04-04'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['America/Recife', '2000-10-08'],
    ['America/Recife', '2000-10-14'],
    ['America/Nuuk', '2026-03-28'],
    ['Pacific/Apia', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30'],
  ])('in %s agrees with a scan by the minute around %s', (zoneName, date) => {
    const midnight = Date.parse(`${date}T00:00:00Z`);
    const all = readings(midnight, IANAZone.create(zoneName));
    for (let minutes = 0; minutes < 25 * 60; minutes += 15) {
      const wall = wallTime(`${date} 00:${minutes}`);
      expect([minutes, firstInstantOf(wall, zoneName)]).toEqual([
        minutes,
        scanned(all, midnight + minutes * MINUTE),
      ]);
    }
  });

  it('names a zone that it does not know', () => {
    expect(() =>
      firstInstantOf(wallTime('2026-01-05 09:00'), 'Europe/Atlantis'),
    ).toThrow(
      new RangeError(
        "Time zone 'Europe/Atlantis' is unknown; an IANA name such as 'America/New_York' is needed",
      ),
    );
  });
});
