import { parseDate } from '@internationalized/date';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
// The engine of @backstage/ui's own date picker: keyboard, focus and ARIA of a
// calendar without a second calendar's weight and look.
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  I18nProvider,
} from 'react-aria-components';
import { planDay, Schedule } from '../../schedule';
import { CalendarDay } from '../CalendarDay';

const useStyles = makeStyles(
  (theme: Theme) => {
    const line = `1px solid ${alpha(theme.palette.text.primary, 0.12)}`;
    return {
      grid: {
        borderCollapse: 'collapse',
        tableLayout: 'fixed',
        width: '100%',
        '& th': {
          color: theme.palette.text.secondary,
          fontSize: 11,
          fontWeight: 600,
          letterSpacing: '0.05em',
          padding: theme.spacing(0.75, 1),
          textAlign: 'left',
          textTransform: 'uppercase',
        },
        // A height for the cell's own to be a part of.
        '& td': { border: line, height: 1, padding: 0, verticalAlign: 'top' },
      },
      cell: {
        boxSizing: 'border-box',
        cursor: 'pointer',
        height: '100%',
        minHeight: 70,
        outline: 'none',
        padding: '3px 4px 5px',
        '&[data-hovered]': {
          backgroundColor: alpha(theme.palette.text.primary, 0.04),
        },
        '&[data-selected]': {
          boxShadow: `inset 0 0 0 2px ${theme.palette.primary.main}`,
        },
        '&[data-focus-visible]': {
          boxShadow: `inset 0 0 0 3px ${theme.palette.primary.main}`,
        },
        '&[data-outside-month]': {
          backgroundColor: alpha(theme.palette.text.primary, 0.03),
          cursor: 'default',
          '& > *': { opacity: 0.55 },
        },
      },
    };
  },
  { name: 'PipelinesMonthCalendar' },
);

function labelOf(date: string, isOutsideMonth: boolean): string {
  const day = DateTime.fromISO(date).setLocale('en-US');
  return day.toFormat(isOutsideMonth ? 'LLL d' : 'd');
}

/**
 * A month of duty as a grid of days. Arrow keys go from day to day, Page Up and
 * Page Down from month to month.
 */
export function MonthCalendar(props: {
  /** The day that is looked at (`yyyy-MM-dd`); its month is shown. */
  date: string;
  onDateChange: (date: string) => void;
  today: string;
  schedule: Schedule;
  /** Short name of a person. */
  nameOf: (ref: string) => string;
}) {
  const { date, onDateChange, today, schedule, nameOf } = props;
  const classes = useStyles();
  const value = parseDate(date);
  return (
    <I18nProvider locale="en-US">
      <Calendar
        aria-label="Shifts"
        firstDayOfWeek="mon"
        value={value}
        focusedValue={value}
        onChange={day => onDateChange(day.toString())}
        onFocusChange={day => onDateChange(day.toString())}
      >
        <CalendarGrid weekdayStyle="short" className={classes.grid}>
          <CalendarGridHeader>
            {weekday => <CalendarHeaderCell>{weekday}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {day => (
              <CalendarCell date={day} className={classes.cell}>
                {({ isOutsideMonth }) => (
                  <CalendarDay
                    day={planDay(day.toString(), schedule)}
                    label={labelOf(day.toString(), isOutsideMonth)}
                    isToday={day.toString() === today}
                    nameOf={nameOf}
                  />
                )}
              </CalendarCell>
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}
