import { at, DAY, MINUTE } from './calendar.mjs';

/**
 * What goes wrong in the company; all else goes as promised. Days count from the
 * Monday of this week, so that the last weeks always have their stories.
 */
export function storiesOf({ monday }) {
  const day = back => monday - back * DAY;
  const outageFrom = at(day(8), 20, 40);
  return {
    /** Kafka: down on a Sunday evening, and clicks stand still until Wednesday. */
    outage: {
      from: outageFrom,
      isDownUntil: outageFrom + 75 * MINUTE,
      to: at(day(5), 2, 10),
    },
    /** The database of Profit is moved: nothing runs, and people said so. */
    maintenance: { from: at(day(9), 0), to: at(day(9), 12) },
    expenseSpike: day(10),
    licensesDiffer: [day(13), day(12)],
    accountsLeftOut: day(25),
    /** Runs that differ from the plan, by job and day. */
    runs: new Map([
      [
        `engagement_experiments ${day(6)}`,
        {
          attempts: [
            { minutes: 4, error: 'kafka: group clicks-loader has no members' },
            { after: 45, minutes: 4, error: 'kafka: no clicks since Sunday' },
          ],
        },
      ],
      [
        `growth_experiments ${day(4)}`,
        {
          attempts: [
            { minutes: 9, error: 'could not connect to server: timeout' },
            { after: 40, minutes: 26 },
          ],
        },
      ],
      [
        `profit_experiments ${day(11)}`,
        { attempts: [{ after: 185, minutes: 42 }] },
      ],
      [`profit_experiments ${day(9)}`, { attempts: [] }],
      [`growth_experiments ${day(16)}`, { attempts: [], filledIn: day(14) }],
      [
        `engagement_investors ${day(35)}`,
        { attempts: [{ after: 1, minutes: 145 }] },
      ],
      [
        `profit_experiments ${day(40)}`,
        {
          attempts: [
            {
              minutes: 38,
              error: 'could not extend file: No space left on device',
            },
          ],
        },
      ],
    ]),
  };
}
