import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { zonePlace } from '@techflow/backstage-plugin-pipelines-common';
import { instantWords } from '../../time';

const useStyles = makeStyles(
  {
    // Looks like the text around it: the button is there for focus and touch.
    root: {
      appearance: 'none',
      background: 'none',
      border: 0,
      color: 'inherit',
      cursor: 'help',
      font: 'inherit',
      padding: 0,
      textDecoration: 'underline dotted transparent',
      textUnderlineOffset: '3px',
      whiteSpace: 'nowrap',
      '&:hover, &:focus': { textDecorationColor: 'currentColor' },
    },
  },
  { name: 'PipelinesInstant' },
);

/**
 * An instant in the reader's own zone. Pointing at it, touching it or moving the
 * focus to it tells the same instant in the zone it was meant in.
 */
export function Instant(props: {
  /** ISO 8601. */
  at: string;
  /** IANA zone that the schedule or rotation lives in. */
  timeZone: string;
  now: number;
}) {
  const { at, timeZone, now } = props;
  const classes = useStyles();
  const there = `${instantWords(at, { now, timeZone })} in ${zonePlace(
    timeZone,
  )} (${timeZone})`;
  return (
    <Tooltip title={there} placement="top" enterTouchDelay={0}>
      <button type="button" className={classes.root}>
        <time dateTime={at}>{instantWords(at, { now })}</time>
      </button>
    </Tooltip>
  );
}
