import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  Exclusion,
  JudgedSlot,
  ObjectiveSla,
  PipelineEntity,
  PipelineSla,
  ScoreMonth,
} from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { allPages } from '../../hooks/allPages';
import { useNow } from '../../hooks/useNow';
import { useSlaLive } from '../../hooks/useSlaLive';
import { periodWords } from '../../time';
import {
  daysOfSlots,
  evidenceWords,
  factWords,
  STATE_LOOKS,
  VerdictReading,
} from '../../verdicts';
import { HeatMonth } from '../HeatMonth';
import { Instant } from '../Instant';
import { LinesSkeleton } from '../LinesSkeleton';
import { PictureAndTwin } from '../PictureAndTwin';
import { PipelineFailure } from '../PipelineFailure';
import { StateChip } from '../StateChip';
import { TwinTable } from '../TwinTable';
import { VerdictDetails } from '../VerdictDetails';

/** Names a slot: a reviewed period by its name, others by the time expected. */
function SlotName(props: { slot: JudgedSlot; timeZone: string; now: number }) {
  const { slot, timeZone, now } = props;
  const { evidence } = slot.verdict;
  return evidence.type === 'review' ? (
    <>{periodWords(evidence.period, now)}</>
  ) : (
    <Instant at={slot.expectedAt} timeZone={timeZone} now={now} />
  );
}

/** The day that is looked at first: the last that went wrong, else the last judged. */
function firstDate(slots: readonly JudgedSlot[]): string | undefined {
  const last = (states: string[]) =>
    slots.filter(({ verdict }) => states.includes(verdict.state)).pop()?.day;
  return (
    last(['missed', 'at-risk']) ?? last(['met', 'excluded']) ?? slots[0]?.day
  );
}

function Slots(props: {
  pipeline: PipelineEntity;
  title: string;
  month: ScoreMonth;
  slots: JudgedSlot[];
  exclusions: Exclusion[];
  reading: VerdictReading;
}) {
  const { pipeline, title, month, slots, exclusions, reading } = props;
  const { now } = reading;
  const { timeZone } = month;
  const [chosen, setDate] = useState<string>();
  const days = daysOfSlots(slots);
  const date = chosen && days.has(chosen) ? chosen : firstDate(slots);
  const shown = (date && days.get(date)?.items) || [];
  return (
    <PictureAndTwin
      label={`${title}, slot by slot`}
      picture={
        <Flex gap="6" style={{ flexWrap: 'wrap' }}>
          <div style={{ flex: '1 1 280px', minWidth: 0 }}>
            <HeatMonth
              label={title}
              month={month.month}
              days={days}
              date={date}
              onDateChange={setDate}
              nothing="not expected"
            />
          </div>
          <section
            aria-live="polite"
            aria-label="Evidence of this day"
            style={{ flex: '1 1 280px', minWidth: 0 }}
          >
            <Flex direction="column" gap="4">
              {shown.map(slot => (
                <VerdictDetails
                  key={slot.key}
                  pipeline={pipeline}
                  verdict={slot.verdict}
                  reading={reading}
                  exclusions={exclusions}
                >
                  <Text weight="bold">
                    <SlotName slot={slot} timeZone={timeZone} now={now} />
                  </Text>
                </VerdictDetails>
              ))}
            </Flex>
          </section>
        </Flex>
      }
      twin={
        <TwinTable
          label={`${title}, slot by slot`}
          columns={['Slot', 'Due', 'State', 'Why']}
          rows={slots.map(slot => ({
            id: slot.key,
            cells: [
              <SlotName key="slot" slot={slot} timeZone={timeZone} now={now} />,
              <Instant
                key="due"
                at={slot.dueAt}
                timeZone={timeZone}
                now={now}
              />,
              <StateChip key="state" state={slot.verdict.state}>
                {factWords(slot.verdict, reading)}
              </StateChip>,
              `${STATE_LOOKS[slot.verdict.state].word}: ${evidenceWords(
                slot.verdict,
                reading,
              ).join(' ')}`,
            ],
          }))}
        />
      }
    />
  );
}

/** Each slot of a promise in a month as a calendar, and why it stands as it does. */
export function SlotEvidence(props: {
  pipeline: PipelineEntity;
  title: string;
  objective: ObjectiveSla;
  sla: PipelineSla;
  reading: Omit<VerdictReading, 'now'>;
}) {
  const { pipeline, title, objective, sla, reading } = props;
  const { month, signalId, exclusions } = sla;
  const pipelineRef = stringifyEntityRef(pipeline);
  const pipelinesApi = useApi(pipelinesApiRef);
  const now = useNow();
  const { loaded } = useSlaLive(
    `${pipelineRef} ${objective.id} ${month.month}`,
    () =>
      allPages(cursor =>
        pipelinesApi.getSlots({
          pipelineRef,
          objective: objective.id,
          from: month.from,
          to: month.to,
          cursor,
        }),
      ),
    { signalIdOf: () => signalId },
  );
  if (loaded.state === 'loading') return <LinesSkeleton label="the slots" />;
  if (loaded.state === 'failed') {
    return (
      <PipelineFailure
        pipeline={pipeline}
        error={loaded.error}
        what="how each slot went"
        onRetry={loaded.reload}
      />
    );
  }
  if (!loaded.value.length) {
    return (
      <Text as="p" color="secondary">
        Nothing was expected in this month. Choose another with the arrows
        above.
      </Text>
    );
  }
  return (
    <Slots
      pipeline={pipeline}
      title={title}
      month={month}
      slots={loaded.value}
      exclusions={exclusions}
      reading={{ ...reading, now }}
    />
  );
}
