import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  RotationEntity,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { useMemo, useState } from 'react';
import { useNow } from '../../hooks/useNow';
import { useOpenSwaps } from '../../hooks/useOpenSwaps';
import { memberRefs } from '../../hooks/useRotationRights';
import { useSchedule } from '../../hooks/useSchedule';
import { useShortNames } from '../../hooks/useShortNames';
import { Schedule } from '../../schedule';
import { dateIn } from '../../time';
import { DayDetails } from '../DayDetails';
import { failureKind } from '../LoadFailure';
import { MonthCalendar } from '../MonthCalendar';
import { MonthNav } from '../MonthNav';
import { RotationActions } from '../RotationActions';
import { RotationFailure } from '../RotationFailure';
import { ShiftTable } from '../ShiftTable';

type View = 'month' | 'list';

/** The weeks that a month calendar shows, as instants. */
function weeksAround(date: string, timeZone: string) {
  const day = DateTime.fromISO(date, { zone: timeZone });
  const from = day.startOf('month').startOf('week');
  const to = day.endOf('month').endOf('week').plus({ days: 1 }).startOf('day');
  return {
    from: from.toUTC().toISO() ?? '',
    to: to.toUTC().toISO() ?? '',
  };
}

function useMonth(options: {
  rotationRef: string;
  date: string;
  timeZone: string;
}) {
  const { rotationRef, date, timeZone } = options;
  const duty = useSchedule({ rotationRef, ...weeksAround(date, timeZone) });
  const open = useOpenSwaps(rotationRef);
  const loaded = duty.state === 'ready' ? duty.value : undefined;
  // Without the open swaps the calendar is still right; only a mark is missing.
  const swaps = open.state === 'ready' ? open.value : undefined;
  const schedule = useMemo<Schedule>(
    () => ({
      timeZone,
      shifts: loaded?.shifts ?? [],
      gaps: loaded?.gaps ?? [],
      swaps: swaps ?? [],
    }),
    [timeZone, loaded, swaps],
  );
  return { duty, schedule };
}

function RotationMonth(props: {
  rotation: RotationEntity;
  rotationRef: string;
  view: View;
}) {
  const { rotation, rotationRef, view } = props;
  const { timeZone } = rotation.spec.handoff;
  const now = useNow();
  const today = dateIn(timeZone, now);
  const [date, setDate] = useState(today);
  const { duty, schedule } = useMonth({ rotationRef, date, timeZone });
  const nameOf = useShortNames(memberRefs(rotation));

  const failure = duty.state === 'failed' && (
    <RotationFailure
      rotation={rotation}
      error={duty.error}
      what="which shifts there are"
      onRetry={duty.reload}
    />
  );
  if (duty.state === 'failed' && failureKind(duty.error) !== 'unreachable') {
    return failure || null;
  }
  return (
    <Flex direction="column" gap="3">
      <Flex
        align="center"
        justify="between"
        gap="2"
        style={{ flexWrap: 'wrap' }}
      >
        <MonthNav date={date} today={today} onChange={setDate} />
        <RotationActions rotation={rotation} />
      </Flex>
      {failure}
      {duty.state === 'loading' && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          role="status"
          aria-label="Loading shifts"
        >
          Loading shifts …
        </Text>
      )}
      {view === 'month' ? (
        <>
          <MonthCalendar
            date={date}
            onDateChange={setDate}
            today={today}
            schedule={schedule}
            nameOf={nameOf}
          />
          {duty.state === 'ready' && (
            <DayDetails date={date} schedule={schedule} now={now} />
          )}
        </>
      ) : (
        duty.state === 'ready' && <ShiftTable schedule={schedule} now={now} />
      )}
    </Flex>
  );
}

/** Card on a Rotation's page: a month of shifts, each with why it is so. */
export function RotationScheduleCard() {
  const { entity: rotation } = useEntity<RotationEntity>();
  const rotationRef = stringifyEntityRef(rotation);
  const [view, setView] = useState<View>('month');
  return (
    <EntityInfoCard
      title="Schedule"
      headerActions={
        <Flex align="center" gap="3">
          <Text variant="body-small" color="secondary">
            days of {zonePlace(rotation.spec.handoff.timeZone)}
          </Text>
          <ToggleButtonGroup
            aria-label="Show shifts as"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[view]}
            onSelectionChange={keys =>
              setView(keys.has('list') ? 'list' : 'month')
            }
          >
            <ToggleButton id="month" size="small">
              Month
            </ToggleButton>
            <ToggleButton id="list" size="small">
              List
            </ToggleButton>
          </ToggleButtonGroup>
        </Flex>
      }
    >
      <RotationMonth
        key={rotationRef}
        rotation={rotation}
        rotationRef={rotationRef}
        view={view}
      />
    </EntityInfoCard>
  );
}
