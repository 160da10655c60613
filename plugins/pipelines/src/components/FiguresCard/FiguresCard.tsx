import { useApi } from '@backstage/core-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  Button,
  Flex,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { FIGURE_RANGES, FigureRangeName } from '../../figures';
import { useAddressChoice } from '../../hooks/useAddressChoice';
import { isNamed, useIngestNews } from '../../hooks/useIngestNews';
import { useLive } from '../../hooks/useLive';
import { FailingMetricQueries } from '../FailingMetricQueries';
import { Figure } from '../Figure';
import { LinesSkeleton } from '../LinesSkeleton';
import { PipelineFailure } from '../PipelineFailure';
import { SetupHint } from '../SetupHint';

const useStyles = makeStyles(
  (theme: Theme) => ({
    grid: {
      display: 'grid',
      gap: theme.spacing(4, 3),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': { minWidth: 0 },
    },
  }),
  { name: 'PipelinesFigures' },
);

/** Series that are shown at first, and more on demand. */
const PAGE_SIZE = 12;

const EXAMPLE = `spec:
  metrics:
    - name: kafka.consumer-lag
      title: Consumer lag
      unit: messages
      source:
        type: prometheus
        query: sum(kafka_consumergroup_lag{consumergroup="profit"})`;

function NoFigures() {
  return (
    <SetupHint title="No figures were measured yet." yaml={EXAMPLE}>
      Row counts and data quality come with the events of its runs. Other
      figures are posted by scripts, or asked from Prometheus when the
      pipeline's own file names the question.
    </SetupHint>
  );
}

/** A page of series and, below it, the next once it is asked for. */
function SeriesFrom(props: {
  pipeline: PipelineEntity;
  range: FigureRangeName;
  cursor?: string;
}) {
  const { pipeline, range, cursor } = props;
  const classes = useStyles();
  const pipelinesApi = useApi(pipelinesApiRef);
  const pipelineRef = stringifyEntityRef(pipeline);
  const [showsMore, setShowsMore] = useState(false);
  const { loaded, renew } = useLive(`${pipelineRef} ${cursor ?? ''}`, () =>
    pipelinesApi.getSeries({ pipelineRef, limit: PAGE_SIZE, cursor }),
  );
  const known = loaded.state === 'ready' ? loaded.value.items : [];
  useIngestNews({
    // Of an empty list it cannot be known which series are its own.
    concerns: ({ seriesIds }) =>
      known.length
        ? known.some(({ id }) => isNamed(seriesIds, id))
        : seriesIds.length > 0,
    onNews: renew,
    // Signals tell of a new series, but not whose it is.
    alwaysPoll: true,
  });
  if (loaded.state === 'loading') return <LinesSkeleton label="figures" />;
  if (loaded.state === 'failed') {
    return (
      <PipelineFailure
        pipeline={pipeline}
        error={loaded.error}
        what="which figures there are"
        onRetry={loaded.reload}
      />
    );
  }
  const { items, nextCursor } = loaded.value;
  if (!items.length) return cursor ? null : <NoFigures />;
  return (
    <>
      <ul className={classes.grid}>
        {items.map(series => (
          <li key={series.id}>
            <Figure pipelineRef={pipelineRef} series={series} range={range} />
          </li>
        ))}
      </ul>
      {nextCursor && showsMore ? (
        <SeriesFrom pipeline={pipeline} range={range} cursor={nextCursor} />
      ) : (
        <Flex direction="column" gap="3" align="start">
          {nextCursor && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setShowsMore(true)}
            >
              Show more
            </Button>
          )}
          <Text as="p" variant="body-small" color="secondary">
            Days are days in UTC. Where a day has no figure, its line has a gap.
          </Text>
        </Flex>
      )}
    </>
  );
}

const RANGE_NAMES = FIGURE_RANGES.map(({ name }) => name);

/** Card with a small chart for each figure that is measured about a pipeline. */
export function FiguresCard({ pipeline }: { pipeline: PipelineEntity }) {
  const [range, setRange] = useAddressChoice('figures', RANGE_NAMES);
  return (
    <EntityInfoCard
      title="Figures"
      headerActions={
        <ToggleButtonGroup
          aria-label="How far back"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[range]}
          onSelectionChange={keys => {
            const chosen = RANGE_NAMES.find(name => keys.has(name));
            if (chosen) setRange(chosen);
          }}
        >
          {FIGURE_RANGES.map(({ name, label }) => (
            <ToggleButton key={name} id={name} size="small">
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <Flex direction="column" gap="4">
        <FailingMetricQueries pipeline={pipeline} />
        <SeriesFrom
          key={stringifyEntityRef(pipeline)}
          pipeline={pipeline}
          range={range}
        />
      </Flex>
    </EntityInfoCard>
  );
}
