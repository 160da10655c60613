import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { DayMark, DayPart, PlannedDay } from '../../schedule';
import { groundOf } from '../PersonAvatar';

const useStyles = makeStyles(
  (theme: Theme) => {
    const line = alpha(theme.palette.text.primary, 0.35);
    return {
      number: {
        color: theme.palette.text.secondary,
        fontSize: 12,
        lineHeight: '20px',
      },
      today: {
        backgroundColor: theme.palette.text.primary,
        borderRadius: 10,
        color: theme.palette.background.paper,
        display: 'inline-block',
        fontWeight: 700,
        padding: '0 6px',
      },
      bar: { display: 'flex', gap: 2, height: 20, margin: '2px 0' },
      part: {
        borderRadius: 3,
        color: '#fff',
        fontSize: 12,
        fontWeight: 600,
        lineHeight: '20px',
        minWidth: 0,
        overflow: 'hidden',
        padding: '0 5px',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      nobody: {
        background: `repeating-linear-gradient(45deg, transparent 0 4px, ${line} 4px 5px)`,
        border: `1px dashed ${theme.palette.text.primary}`,
        color: theme.palette.text.primary,
        lineHeight: '18px',
      },
      marks: {
        display: 'block',
        fontSize: 11,
        lineHeight: '15px',
        overflowWrap: 'anywhere',
      },
      quiet: { color: theme.palette.text.secondary },
      strong: { color: theme.palette.text.primary },
    };
  },
  { name: 'PipelinesCalendarDay' },
);

/** Each mark has a shape besides its word. */
const SHAPES: Record<DayMark['type'], string> = {
  holiday: '★',
  swap: '⇄',
  cover: '+',
  gap: '▲',
  'all-hands': '◎',
  'swap-asked': '?',
};

const QUIET: readonly DayMark['type'][] = ['all-hands', 'swap-asked'];

function Part(props: { part: DayPart; nameOf: (ref: string) => string }) {
  const { part, nameOf } = props;
  const classes = useStyles();
  const style = { flexBasis: 0, flexGrow: part.share };
  if (!part.primary) {
    return (
      <span className={`${classes.part} ${classes.nobody}`} style={style}>
        nobody
      </span>
    );
  }
  return (
    <span
      className={classes.part}
      style={{ ...style, backgroundColor: groundOf(part.primary) }}
    >
      {nameOf(part.primary)}
    </span>
  );
}

/**
 * What one day of the month calendar shows: its date, a bar with a part for each
 * person as long as his duty, and a word for all that is not plain sequence.
 */
export function CalendarDay(props: {
  day: PlannedDay;
  /** The date as the calendar writes it, such as "25" or "Jan 1". */
  label: string;
  isToday: boolean;
  /** Short name of a person. */
  nameOf: (ref: string) => string;
}) {
  const { day, label, isToday, nameOf } = props;
  const classes = useStyles();
  return (
    <>
      <span className={classes.number}>
        <span className={isToday ? classes.today : undefined}>{label}</span>
      </span>
      <span className={classes.bar}>
        {day.parts.map((part, index) => (
          <Part
            key={`${part.primary ?? ''}${index}`}
            part={part}
            nameOf={nameOf}
          />
        ))}
      </span>
      {day.marks.map(({ type, text }) => (
        <span
          key={text}
          className={`${classes.marks} ${
            QUIET.includes(type) ? classes.quiet : classes.strong
          }`}
        >
          <span aria-hidden="true">{SHAPES[type]} </span>
          {text}
        </span>
      ))}
    </>
  );
}
