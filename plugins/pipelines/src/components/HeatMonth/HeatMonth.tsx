import { makeStyles, Theme } from '@material-ui/core/styles';
import { VerdictState } from '@techflow/backstage-plugin-pipelines-common';
import { Fragment, KeyboardEvent, useRef } from 'react';
import { useNow } from '../../hooks/useNow';
import { dateWords, monthWords } from '../../time';
import {
  dayByKey,
  monthWeeks,
  STATE_LOOKS,
  stateCounts,
  worstState,
} from '../../verdicts';
import { cellColours } from '../StateStrip/cellColours';

const useStyles = makeStyles(
  (theme: Theme) => ({
    // No table: in the row of one that opens, it would take on that one's look.
    root: {
      display: 'grid',
      gap: 4,
      gridAutoRows: 34,
      gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
      maxWidth: 400,
    },
    weekday: {
      alignSelf: 'end',
      color: theme.palette.text.secondary,
      fontSize: 11,
      fontWeight: 600,
      textAlign: 'center',
    },
    cell: {
      alignItems: 'center',
      borderRadius: 4,
      boxSizing: 'border-box',
      display: 'flex',
      font: 'inherit',
      fontSize: 12,
      fontVariantNumeric: 'tabular-nums',
      gap: 4,
      height: '100%',
      justifyContent: 'center',
      margin: 0,
      padding: 0,
      width: '100%',
    },
    day: {
      appearance: 'none',
      cursor: 'pointer',
      '&:focus-visible': {
        outline: `3px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
      '&[aria-pressed=true]': {
        boxShadow: `0 0 0 2px ${theme.palette.text.primary}`,
      },
    },
    nothing: {
      backgroundColor:
        theme.palette.type === 'dark'
          ? 'rgba(255, 255, 255, 0.06)'
          : 'rgba(0, 0, 0, 0.05)',
      color: theme.palette.text.secondary,
    },
    met: cellColours(theme, 'met'),
    missed: cellColours(theme, 'missed'),
    'at-risk': cellColours(theme, 'at-risk'),
    pending: cellColours(theme, 'pending'),
    'no-data': cellColours(theme, 'no-data'),
    'no-baseline': cellColours(theme, 'no-baseline'),
    excluded: cellColours(theme, 'excluded'),
    shape: { fontSize: 10, fontWeight: 700 },
    key: {
      display: 'flex',
      flexWrap: 'wrap',
      fontSize: 12,
      gap: theme.spacing(0.5, 1.5),
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      color: theme.palette.text.secondary,
      '& > li': { alignItems: 'center', display: 'inline-flex', gap: 5 },
    },
    sample: {
      borderRadius: 3,
      boxSizing: 'border-box',
      fontSize: 9,
      fontWeight: 700,
      height: 16,
      lineHeight: '14px',
      textAlign: 'center',
      width: 16,
    },
  }),
  { name: 'PipelinesHeatMonth' },
);

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function Key(props: { states: readonly VerdictState[]; nothing: string }) {
  const { states, nothing } = props;
  const classes = useStyles();
  return (
    <ul className={classes.key}>
      {states.map(state => (
        <li key={state}>
          <span aria-hidden className={`${classes.sample} ${classes[state]}`}>
            {STATE_LOOKS[state].shape}
          </span>
          {STATE_LOOKS[state].word}
        </li>
      ))}
      <li>
        <span aria-hidden className={`${classes.sample} ${classes.nothing}`} />
        {nothing}
      </li>
    </ul>
  );
}

/**
 * A month as a calendar whose days bear the state of what was expected on them:
 * by ground and by shape. Tab leads to one day, arrow keys to the next with
 * something to show.
 */
export function HeatMonth(props: {
  /** Says aloud what it shows. */
  label: string;
  /** `yyyy-MM`. */
  month: string;
  /** Days with something to show, by date. */
  days: ReadonlyMap<string, { states: readonly VerdictState[] }>;
  /** The day that is looked at. */
  date?: string;
  onDateChange: (date: string) => void;
  /** What a day without anything to show means. */
  nothing: string;
}) {
  const { label, month, days, date, onDateChange, nothing } = props;
  const classes = useStyles();
  const now = useNow();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const dates = [...days.keys()];
  const stop = date !== undefined && days.has(date) ? date : dates[0];
  const states = [...new Set([...days.values()].flatMap(day => day.states))];

  const onKeyDown = (event: KeyboardEvent, from: string) => {
    const to = dayByKey(dates, from, event.key);
    if (!to) return;
    event.preventDefault();
    onDateChange(to);
    buttons.current.get(to)?.focus();
  };

  const dayOf = (each: string) => {
    const day = days.get(each);
    const number = Number(each.slice(-2));
    const worst = day && worstState(day.states);
    if (!day || !worst) {
      return (
        <span className={`${classes.cell} ${classes.nothing}`}>{number}</span>
      );
    }
    const several = day.states.length > 1;
    const words = several ? stateCounts(day.states) : STATE_LOOKS[worst].word;
    return (
      <button
        type="button"
        ref={element => {
          if (element) buttons.current.set(each, element);
          else buttons.current.delete(each);
        }}
        className={`${classes.cell} ${classes.day} ${classes[worst]}`}
        aria-label={`${dateWords(each, { now })}: ${words}`}
        aria-pressed={each === date}
        title={words}
        tabIndex={each === stop ? 0 : -1}
        onClick={() => onDateChange(each)}
        onKeyDown={event => onKeyDown(event, each)}
      >
        {number}
        {worst !== 'met' && (
          <span aria-hidden className={classes.shape}>
            {STATE_LOOKS[worst].shape}
          </span>
        )}
      </button>
    );
  };

  return (
    <div>
      <div
        role="group"
        className={classes.root}
        aria-label={`${label}, ${monthWords(month)}`}
      >
        {WEEKDAYS.map(weekday => (
          <span key={weekday} className={classes.weekday} aria-hidden>
            {weekday}
          </span>
        ))}
        {monthWeeks(month).flatMap((week, row) =>
          week.map((each, index) => (
            <Fragment key={`${row} ${WEEKDAYS[index]}`}>
              {each ? dayOf(each) : <span />}
            </Fragment>
          )),
        )}
      </div>
      <Key states={states} nothing={nothing} />
    </div>
  );
}
