import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { useNow } from '../../hooks/useNow';
import { memberRefs } from '../../hooks/useRotationRights';
import { useSchedule } from '../../hooks/useSchedule';
import { useShortNames } from '../../hooks/useShortNames';
import { HolidayMove, holidayMoves } from '../../schedule';
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

/** The API answers for at most 400 days. */
const MOST_DAYS = 399;

const EXAMPLE = `spec:
  holidays:
    dates:
      - date: "2026-12-25"
        name: Christmas Day`;

type Holiday = { date: string; name: string };

/** Duty on the days that are shown. Without it the card still lists the days. */
function useMoves(rotation: RotationEntity, today: string, days: Holiday[]) {
  const { timeZone } = rotation.spec.handoff;
  const from = DateTime.fromISO(today, { zone: timeZone });
  const last = days.length ? days[days.length - 1].date : today;
  const to = DateTime.fromISO(last, { zone: timeZone }).plus({ days: 1 });
  const duty = useSchedule({
    rotationRef: stringifyEntityRef(rotation),
    from: from.toUTC().toISO() ?? '',
    to:
      DateTime.min(to, from.plus({ days: MOST_DAYS }))
        .toUTC()
        .toISO() ?? '',
  });
  return duty.state === 'ready' ? holidayMoves(duty.value.shifts) : undefined;
}

function Move(props: { move: HolidayMove; nameOf: (ref: string) => string }) {
  const { from, to } = props.move;
  const { nameOf } = props;
  return (
    <Text variant="body-small" color="secondary">
      {' '}
      {from === to
        ? `${nameOf(to)} keeps it`
        : `${nameOf(from)} → ${nameOf(to)}`}
    </Text>
  );
}

/** Card on a Rotation's page: the holidays that come next, and who moves. */
export function RotationHolidaysCard() {
  const classes = useStyles();
  const now = useNow();
  const { entity: rotation } = useEntity<RotationEntity>();
  const { holidays, handoff } = rotation.spec;
  const today = dateIn(handoff.timeZone, now);
  const ahead = (holidays?.dates ?? [])
    .filter(({ date }) => date >= today)
    .sort((one, other) => one.date.localeCompare(other.date));
  const shown = ahead.slice(0, SHOWN);
  const moves = useMoves(rotation, today, shown);
  const nameOf = useShortNames(memberRefs(rotation));

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
            {shown.map(({ date, name }) => {
              const move = moves?.get(date);
              return (
                <li key={date}>
                  <Text>
                    {dateWords(date, { now })} {name}
                  </Text>
                  {move && <Move move={move} nameOf={nameOf} />}
                </li>
              );
            })}
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
