import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  JudgedInterval,
  ObjectiveSla,
  PipelineEntity,
  PipelineSla,
} from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { allPages } from '../../hooks/allPages';
import { useNow } from '../../hooks/useNow';
import { useSlaLive } from '../../hooks/useSlaLive';
import { hoursWords } from '../../time';
import {
  daysOfIntervals,
  evidenceWords,
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

/** From when to when, and for how long. */
function Span(props: {
  interval: JudgedInterval;
  timeZone: string;
  now: number;
}) {
  const { interval, timeZone, now } = props;
  const { from, to } = interval;
  const length = (to ? Date.parse(to) : now) - Date.parse(from);
  return (
    <>
      <Instant at={from} timeZone={timeZone} now={now} /> –{' '}
      {to ? <Instant at={to} timeZone={timeZone} now={now} /> : 'now'},{' '}
      {hoursWords(Math.max(0, length))}
    </>
  );
}

function Times(props: {
  pipeline: PipelineEntity;
  title: string;
  intervals: JudgedInterval[];
  sla: PipelineSla;
  reading: VerdictReading;
}) {
  const { pipeline, title, intervals, sla, reading } = props;
  const { now } = reading;
  const { month, timeZone } = sla.month;
  const [date, setDate] = useState<string>();
  const days = daysOfIntervals(intervals, { month, timeZone, now });
  const ofDay = date === undefined ? undefined : days.get(date)?.items;
  const missed = intervals.filter(({ verdict }) => verdict.state === 'missed');
  const shown = ofDay ?? missed;
  return (
    <PictureAndTwin
      label={`${title}, day by day`}
      picture={
        <Flex gap="6" style={{ flexWrap: 'wrap' }}>
          <div style={{ flex: '1 1 280px', minWidth: 0 }}>
            <HeatMonth
              label={title}
              month={month}
              days={days}
              date={date}
              onDateChange={setDate}
              nothing="not judged"
            />
          </div>
          <section
            aria-live="polite"
            aria-label={ofDay ? 'Evidence of this day' : 'When it was missed'}
            style={{ flex: '1 1 280px', minWidth: 0 }}
          >
            <Flex direction="column" gap="4">
              {!ofDay && (
                <Text as="p">
                  {missed.length
                    ? 'It was missed in these times:'
                    : 'It was not missed in this month.'}
                </Text>
              )}
              {shown.map(interval => (
                <VerdictDetails
                  key={interval.from}
                  pipeline={pipeline}
                  verdict={interval.verdict}
                  reading={{ ...reading, until: interval.to }}
                  exclusions={sla.exclusions}
                >
                  <Text weight="bold">
                    <Span interval={interval} timeZone={timeZone} now={now} />
                  </Text>
                </VerdictDetails>
              ))}
            </Flex>
          </section>
        </Flex>
      }
      twin={
        <TwinTable
          label={`${title}, by time`}
          columns={['From – to', 'State', 'Why']}
          rows={intervals.map(interval => ({
            id: interval.from,
            cells: [
              <Span
                key="span"
                interval={interval}
                timeZone={timeZone}
                now={now}
              />,
              <StateChip key="state" state={interval.verdict.state}>
                {STATE_LOOKS[interval.verdict.state].word}
              </StateChip>,
              evidenceWords(interval.verdict, {
                ...reading,
                until: interval.to,
              }).join(' '),
            ],
          }))}
        />
      }
    />
  );
}

/** When a promise about time or events was missed in a month, and why. */
export function TimeEvidence(props: {
  pipeline: PipelineEntity;
  title: string;
  objective: ObjectiveSla;
  sla: PipelineSla;
  reading: Omit<VerdictReading, 'now'>;
}) {
  const { pipeline, title, objective, sla, reading } = props;
  const { month, signalId } = sla;
  const pipelineRef = stringifyEntityRef(pipeline);
  const pipelinesApi = useApi(pipelinesApiRef);
  const now = useNow();
  const { loaded } = useSlaLive(
    `${pipelineRef} ${objective.id} ${month.month}`,
    () =>
      allPages(cursor =>
        pipelinesApi.getIntervals({
          pipelineRef,
          objective: objective.id,
          from: month.from,
          to: month.to,
          cursor,
        }),
      ),
    { signalIdOf: () => signalId },
  );
  if (loaded.state === 'loading') return <LinesSkeleton label="the times" />;
  if (loaded.state === 'failed') {
    return (
      <PipelineFailure
        pipeline={pipeline}
        error={loaded.error}
        what="when it was missed"
        onRetry={loaded.reload}
      />
    );
  }
  if (!loaded.value.length) {
    return (
      <Text as="p" color="secondary">
        Nothing was judged in this month. Choose another with the arrows above.
      </Text>
    );
  }
  return (
    <Times
      pipeline={pipeline}
      title={title}
      intervals={loaded.value}
      sla={sla}
      reading={{ ...reading, now }}
    />
  );
}
