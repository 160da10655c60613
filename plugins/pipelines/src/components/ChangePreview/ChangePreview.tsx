import { Alert, Flex, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Shift } from '@techflow/backstage-plugin-pipelines-common';
import { joined } from '../../schedule';
import { Instant } from '../Instant';
import { PersonAvatar } from '../PersonAvatar';

const useStyles = makeStyles(
  (theme: Theme) => ({
    sides: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    },
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      '& > li': {
        alignItems: 'flex-start',
        borderRadius: 4,
        display: 'flex',
        gap: theme.spacing(1),
        padding: theme.spacing(0.75),
      },
    },
    changed: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
  }),
  { name: 'PipelinesChangePreview' },
);

/** Whether somebody else has duty at any time of a stretch. */
function differs(shift: Shift, others: readonly Shift[]): boolean {
  return !others.some(
    other =>
      other.primary === shift.primary &&
      other.start <= shift.start &&
      other.end >= shift.end,
  );
}

function Side(props: {
  label: string;
  shifts: readonly Shift[];
  /** To mark what differs from it. */
  others: readonly Shift[];
  timeZone: string;
  now: number;
}) {
  const { label, shifts, others, timeZone, now } = props;
  const classes = useStyles();
  return (
    <section aria-label={label}>
      <Text as="div" variant="body-small" weight="bold">
        {label}
      </Text>
      <ul className={classes.list}>
        {shifts.map(shift => {
          const isChanged = differs(shift, others);
          return (
            <li
              key={shift.start}
              className={isChanged ? classes.changed : undefined}
            >
              <PersonAvatar entityRef={shift.primary} small />
              <div>
                <Text as="div" weight={isChanged ? 'bold' : 'regular'}>
                  <EntityRefLink entityRef={shift.primary} hideIcon />
                </Text>
                <Text as="div" variant="body-small" color="secondary">
                  <Instant at={shift.start} timeZone={timeZone} now={now} /> –{' '}
                  <Instant at={shift.end} timeZone={timeZone} now={now} />
                </Text>
              </div>
            </li>
          );
        })}
      </ul>
      {!shifts.length && (
        <Text as="p" variant="body-small" color="secondary">
          Nobody has duty.
        </Text>
      )}
    </section>
  );
}

/** What a change does: duty as it is, and as it would be, side by side. */
export function ChangePreview(props: {
  before: readonly Shift[];
  after: readonly Shift[];
  warnings?: readonly string[];
  timeZone: string;
  now: number;
}) {
  const { warnings = [], timeZone, now } = props;
  const classes = useStyles();
  const [before, after] = [props.before, props.after].map(shifts =>
    joined(shifts, (one, other) => one.primary === other.primary),
  );
  return (
    <Flex direction="column" gap="3">
      <div className={classes.sides}>
        <Side
          label="As it is"
          shifts={before}
          others={after}
          timeZone={timeZone}
          now={now}
        />
        <Side
          label="After it"
          shifts={after}
          others={before}
          timeZone={timeZone}
          now={now}
        />
      </div>
      {warnings.map(warning => (
        <Alert key={warning} status="warning" icon title={warning} />
      ))}
    </Flex>
  );
}
