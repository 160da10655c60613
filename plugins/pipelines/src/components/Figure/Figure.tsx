import { useApi } from '@backstage/core-plugin-api';
import { Flex, Skeleton, Text, ToggleButton } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { MetricSeries } from '@techflow/backstage-plugin-pipelines-common';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import {
  countWords,
  dimensionWords,
  FigureFormat,
  figureFormat,
  FigurePoint,
  figurePoints,
  FigureRange,
  figureRange,
  FigureRangeName,
  figureWords,
} from '../../figures';
import { isNamed, useIngestNews } from '../../hooks/useIngestNews';
import { useLive } from '../../hooks/useLive';
import { useNear } from '../../hooks/useNear';
import { FigureTable } from '../FigureTable';
import { LoadFailure } from '../LoadFailure';

// Charts are 100 kB that only this needs: they are fetched with the first one.
const FigureChart = lazy(() =>
  import('../FigureChart').then(m => ({ default: m.FigureChart })),
);

const HEIGHT = 140;

const useStyles = makeStyles(
  {
    root: { display: 'flex', flexDirection: 'column', gap: 4, height: '100%' },
    words: { overflowWrap: 'anywhere' },
    place: { minHeight: HEIGHT },
  },
  { name: 'PipelinesFigure' },
);

function titleOf({ title, metric }: MetricSeries): string {
  return title ?? metric;
}

function Latest(props: { series: MetricSeries; format: FigureFormat }) {
  const { latest } = props.series;
  if (!latest) return null;
  const { value, good, total } = latest;
  const hasCounts = good !== undefined && total !== undefined;
  return (
    <Text as="div">
      <Text weight="bold">{figureWords(value, props.format)}</Text>
      {hasCounts && (
        <Text variant="body-small" color="secondary">
          {' '}
          {countWords(good, total)}
        </Text>
      )}
    </Text>
  );
}

function Twins(props: {
  series: MetricSeries;
  format: FigureFormat;
  points: FigurePoint[];
  range: FigureRange;
  isTable: boolean;
}) {
  const { series, format, points, range, isTable } = props;
  const label = titleOf(series);
  if (!points.length) {
    return (
      <Text as="p" color="secondary">
        Nothing was measured in this time. Look further back.
      </Text>
    );
  }
  return isTable ? (
    <FigureTable label={label} format={format} points={points} />
  ) : (
    <Suspense fallback={<Skeleton height={HEIGHT} width="100%" />}>
      <FigureChart
        label={label}
        format={format}
        points={points}
        range={range}
        height={HEIGHT}
      />
    </Suspense>
  );
}

function Measured(props: {
  pipelineRef: string;
  series: MetricSeries;
  range: FigureRangeName;
  format: FigureFormat;
  isTable: boolean;
}) {
  const { pipelineRef, series, range: name, format, isTable } = props;
  const pipelinesApi = useApi(pipelinesApiRef);
  const { loaded, renew } = useLive(`${series.id} ${name}`, async () => {
    const range = figureRange(name, Date.now());
    const measurements = await pipelinesApi.getMeasurements({
      pipelineRef,
      seriesId: series.id,
      from: new Date(range.from).toISOString(),
      to: new Date(range.to).toISOString(),
    });
    return { range, points: figurePoints(measurements) };
  });
  useIngestNews({
    concerns: ({ seriesIds }) => isNamed(seriesIds, series.id),
    onNews: renew,
  });
  switch (loaded.state) {
    case 'loading':
      return <Skeleton height={HEIGHT} width="100%" />;
    case 'ready':
      return (
        <Twins
          series={series}
          format={format}
          points={loaded.value.points}
          range={loaded.value.range}
          isTable={isTable}
        />
      );
    default:
      return (
        <LoadFailure
          error={loaded.error}
          what={`what was measured of ${titleOf(series)}`}
          whenNotAllowed="Ask the owner of the pipeline for the permission pipelines.pipeline.read."
          onRetry={loaded.reload}
        />
      );
  }
}

/** One series of figures: its newest, and a chart or the same as a table. */
export function Figure(props: {
  pipelineRef: string;
  series: MetricSeries;
  range: FigureRangeName;
}) {
  const { pipelineRef, series, range } = props;
  const classes = useStyles();
  const root = useRef<HTMLElement>(null);
  const isNear = useNear(root);
  const [isTable, setTable] = useState(false);
  const format = useMemo(() => figureFormat(series), [series]);
  const title = titleOf(series);
  const of = [dimensionWords(series.dimensions), series.job?.name]
    .filter(Boolean)
    .join(' · ');
  return (
    <section ref={root} className={classes.root} aria-label={title}>
      <Flex justify="between" gap="2" align="center">
        <Text as="h4" weight="bold" className={classes.words}>
          {title}
        </Text>
        <ToggleButton
          size="small"
          isSelected={isTable}
          onChange={setTable}
          aria-label={`${title} as a table`}
        >
          Table
        </ToggleButton>
      </Flex>
      <Latest series={series} format={format} />
      {of && (
        <Text
          as="div"
          variant="body-small"
          color="secondary"
          className={classes.words}
        >
          {of}
        </Text>
      )}
      <div className={classes.place}>
        {isNear && (
          <Measured
            pipelineRef={pipelineRef}
            series={series}
            range={range}
            format={format}
            isTable={isTable}
          />
        )}
      </div>
    </section>
  );
}
