import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Flex, Skeleton, Text } from '@backstage/ui';
import {
  JudgedInterval,
  MetricSeries,
  MonitorSla,
  PipelineEntity,
  PipelineSla,
} from '@techflow/backstage-plugin-pipelines-common';
import { lazy, Suspense } from 'react';
import { pipelinesApiRef } from '../../api';
import {
  figureFormat,
  FigurePoint,
  figurePoints,
  FigureRange,
  figureRange,
  figureWords,
} from '../../figures';
import { allPages } from '../../hooks/allPages';
import { useNow } from '../../hooks/useNow';
import { MonitorInWords } from '../../hooks/usePromises';
import { useSlaLive } from '../../hooks/useSlaLive';
import { hoursWords } from '../../time';
import { factWords, monitorLimits } from '../../verdicts';
import { FigureTable } from '../FigureTable';
import { Instant } from '../Instant';
import { PictureAndTwin } from '../PictureAndTwin';
import { PipelineFailure } from '../PipelineFailure';
import { Quiet } from '../Quiet';

// Charts are 100 kB that only this needs: they are fetched with the first one.
const FigureChart = lazy(() =>
  import('../FigureChart').then(m => ({ default: m.FigureChart })),
);

const HEIGHT = 130;

/** Times that are listed; the chart shows the others. */
const SHOWN = 3;

interface Past {
  range: FigureRange;
  points: FigurePoint[];
  missed: JudgedInterval[];
}

function Figures(props: {
  monitor: MonitorInWords;
  judged: MonitorSla;
  series: MetricSeries;
  past: Past;
}) {
  const { monitor, judged, series, past } = props;
  const now = useNow();
  const { points, range, missed } = past;
  const format = figureFormat(series);
  const limits = monitorLimits(monitor.spec, judged.current?.evidence, now);
  if (!points.length) {
    return (
      <Text as="p" color="secondary">
        Nothing was measured lately. See under Runs whether figures come in.
      </Text>
    );
  }
  const label = `${monitor.title}: ${series.title ?? series.metric}`;
  return (
    <PictureAndTwin
      label={label}
      picture={
        <>
          <Suspense fallback={<Skeleton height={HEIGHT} width="100%" />}>
            <FigureChart
              label={label}
              format={format}
              points={points}
              range={range}
              height={HEIGHT}
              limits={limits}
              broken={missed.map(({ from, to }) => ({
                from: Date.parse(from),
                to: to ? Date.parse(to) : now,
              }))}
            />
          </Suspense>
          {limits && <Quiet>{limits.words}</Quiet>}
        </>
      }
      twin={
        <>
          <FigureTable label={label} format={format} points={points} />
          {limits && <Quiet>{limits.words}</Quiet>}
        </>
      }
    />
  );
}

function Warnings(props: {
  missed: JudgedInterval[];
  timeZone: string;
  figure?: (value: number) => string;
}) {
  const { missed, timeZone, figure } = props;
  const now = useNow();
  if (!missed.length) return <Quiet>It did not warn in this time.</Quiet>;
  const last = [...missed].reverse().slice(0, SHOWN);
  return (
    <>
      {last.map(({ from, to, verdict }) => (
        <Quiet key={from}>
          warned <Instant at={from} timeZone={timeZone} now={now} />, for{' '}
          {hoursWords((to ? Date.parse(to) : now) - Date.parse(from))}
          {to ? '' : ' and still'}:{' '}
          {factWords(verdict, { now, until: to, figure })}
        </Quiet>
      ))}
      {missed.length > SHOWN && (
        <Quiet>and {missed.length - SHOWN} times before</Quiet>
      )}
    </>
  );
}

/** The figures that a monitor watches with their limit, and when it warned. */
export function MonitorPast(props: {
  pipeline: PipelineEntity;
  monitor: MonitorInWords;
  judged: MonitorSla;
  sla: PipelineSla;
  series?: MetricSeries;
}) {
  const { pipeline, monitor, judged, sla, series } = props;
  const { signalId, month } = sla;
  const pipelineRef = stringifyEntityRef(pipeline);
  const pipelinesApi = useApi(pipelinesApiRef);
  // Closed months are few: one year shows how they went.
  const length = monitor.spec.type === 'change' ? '1y' : '30d';
  const { loaded } = useSlaLive(
    `${pipelineRef} ${judged.id} ${series?.id ?? ''}`,
    async (): Promise<Past> => {
      const range = figureRange(length, Date.now());
      const from = new Date(range.from).toISOString();
      const to = new Date(range.to).toISOString();
      const [intervals, measurements] = await Promise.all([
        allPages(cursor =>
          pipelinesApi.getIntervals({
            pipelineRef,
            monitor: judged.id,
            from,
            to,
            cursor,
          }),
        ),
        series &&
          pipelinesApi.getMeasurements({
            pipelineRef,
            seriesId: series.id,
            from,
            to,
          }),
      ]);
      return {
        range,
        points: measurements ? figurePoints(measurements) : [],
        missed: intervals.filter(({ verdict }) => verdict.state === 'missed'),
      };
    },
    { signalIdOf: () => signalId },
  );
  if (loaded.state === 'loading') {
    return <Skeleton height={HEIGHT} width="100%" />;
  }
  if (loaded.state === 'failed') {
    return (
      <PipelineFailure
        pipeline={pipeline}
        error={loaded.error}
        what={`when ${monitor.title} warned`}
        onRetry={loaded.reload}
      />
    );
  }
  const format = series && figureFormat(series);
  return (
    <Flex direction="column" gap="1">
      {series && (
        <Figures
          monitor={monitor}
          judged={judged}
          series={series}
          past={loaded.value}
        />
      )}
      <Warnings
        missed={loaded.value.missed}
        timeZone={month.timeZone}
        figure={format && (value => figureWords(value, format))}
      />
    </Flex>
  );
}
