import { Flex, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { zonePlace } from '@techflow/backstage-plugin-pipelines-common';
import { planDay, reasonWords, Schedule } from '../../schedule';
import { dateWords } from '../../time';
import { EntityNames } from '../EntityNames';
import { Instant } from '../Instant';
import { Person } from '../Person';
import { StateChip } from '../StateChip';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      borderLeft: `3px solid ${theme.palette.primary.main}`,
      paddingLeft: theme.spacing(1.5),
    },
  }),
  { name: 'PipelinesDayDetails' },
);

/** Who has duty on one day, from when to when, and every reason. */
export function DayDetails(props: {
  /** `yyyy-MM-dd` in the rotation's zone. */
  date: string;
  schedule: Schedule;
  now: number;
}) {
  const { date, schedule, now } = props;
  const { timeZone } = schedule;
  const classes = useStyles();
  const day = planDay(date, schedule);
  return (
    <section className={classes.root} aria-live="polite" aria-label="This day">
      <Flex direction="column" gap="2">
        <Text as="div" weight="bold">
          {dateWords(date, { now })} in {zonePlace(timeZone)}
        </Text>
        {day.parts.flatMap(part => [
          ...part.shifts.map(shift => (
            <Person key={shift.start} entityRef={shift.primary}>
              <Instant at={shift.start} timeZone={timeZone} now={now} /> –{' '}
              <Instant at={shift.end} timeZone={timeZone} now={now} />
              <br />
              {reasonWords(shift)}
              {shift.watching.length > 0 && (
                <>
                  <br />
                  watching: <EntityNames refs={shift.watching} />
                </>
              )}
            </Person>
          )),
          part.gap && (
            <div key={part.gap.start}>
              <StateChip state="missed">nobody</StateChip>{' '}
              <Instant at={part.gap.start} timeZone={timeZone} now={now} /> –{' '}
              <Instant at={part.gap.end} timeZone={timeZone} now={now} />
              <Text as="p" variant="body-small" color="secondary">
                {part.gap.text} Level 2 is told instead.
              </Text>
            </div>
          ),
        ])}
        {!day.parts.length && (
          <Text as="p" color="secondary">
            Nobody has duty on this day.
          </Text>
        )}
        {day.isSwapAsked && (
          <Text as="p" variant="body-small">
            A swap of this shift waits for an answer.
          </Text>
        )}
      </Flex>
    </section>
  );
}
