import { Flex, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { dateIn, dateWords } from '../../time';
import { SetupHint } from '../SetupHint';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': { padding: theme.spacing(0.25, 0) },
    },
  }),
  { name: 'PipelinesRotationHolidays' },
);

/** Holidays that one card shows; a calendar often holds several years. */
const SHOWN = 6;

const EXAMPLE = `spec:
  holidays:
    dates:
      - date: "2026-12-25"
        name: Christmas Day`;

/** Card on a Rotation's page: the holidays that come next. */
export function RotationHolidaysCard() {
  const classes = useStyles();
  const now = useNow();
  const { entity: rotation } = useEntity<RotationEntity>();
  const { holidays, handoff } = rotation.spec;
  const today = dateIn(handoff.timeZone, now);
  const ahead = (holidays?.dates ?? [])
    .filter(({ date }) => date >= today)
    .sort((one, other) => one.date.localeCompare(other.date));

  if (!holidays?.dates.length) {
    return (
      <EntityInfoCard title="Holidays ahead">
        <SetupHint title="No holidays are written down." yaml={EXAMPLE}>
          List the days that count in the rotation's own file.
        </SetupHint>
      </EntityInfoCard>
    );
  }
  return (
    <EntityInfoCard title="Holidays ahead">
      <Flex direction="column" gap="2">
        {ahead.length ? (
          <ul className={classes.list}>
            {ahead.slice(0, SHOWN).map(({ date, name }) => (
              <li key={date}>
                <Text>
                  {dateWords(date, { now })} {name}
                </Text>
              </li>
            ))}
          </ul>
        ) : (
          <Text as="p">
            All holidays written down are past. Add the next year's in the
            rotation's own file.
          </Text>
        )}
        {ahead.length > SHOWN && (
          <Text as="p" variant="body-small" color="secondary">
            and {ahead.length - SHOWN} more
          </Text>
        )}
      </Flex>
    </EntityInfoCard>
  );
}
