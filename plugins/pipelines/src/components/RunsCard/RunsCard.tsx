import {
  Alert,
  Flex,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  PipelineEntity,
  RunState,
} from '@techflow/backstage-plugin-pipelines-common';
import { useAddressChoice } from '../../hooks/useAddressChoice';
import { useNow } from '../../hooks/useNow';
import { RUNS_PAGE_SIZE, useRunsPage } from '../../hooks/useRunsPage';
import { STATE_WORDS } from '../../runs';
import { CursorPager } from '../CursorPager';
import { LinesSkeleton } from '../LinesSkeleton';
import { NoRuns } from '../NoRuns';
import { PipelineFailure } from '../PipelineFailure';
import { RunsTable } from '../RunsTable';

type Filter = 'all' | RunState;

const FILTERS: readonly Filter[] = [
  'all',
  'running',
  'complete',
  'failed',
  'aborted',
  'unknown',
];

function FilteredRuns(props: { pipeline: PipelineEntity; filter: Filter }) {
  const { pipeline, filter } = props;
  const now = useNow();
  const { page, pages, isStale } = useRunsPage({
    pipelineRef: stringifyEntityRef(pipeline),
    state: filter === 'all' ? undefined : filter,
  });
  switch (page.state) {
    case 'loading':
      return <LinesSkeleton label="runs" />;
    case 'failed':
      return (
        <PipelineFailure
          pipeline={pipeline}
          error={page.error}
          what="which runs there were"
          onRetry={page.reload}
        />
      );
    default:
  }
  const { runs, nextCursor } = page.value;
  if (!runs.length && pages.number === 1) {
    return filter === 'all' ? (
      <NoRuns pipeline={pipeline} />
    ) : (
      <Text as="p">
        No run is {STATE_WORDS[filter]}. Choose "All" to see the others.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3">
      {isStale && (
        <Alert
          status="warning"
          icon
          title="The backend does not answer at the moment."
          description="These are the runs as they were last told. They are asked for again by themselves."
        />
      )}
      {runs.length > 0 ? (
        <RunsTable pipeline={pipeline} runs={runs} now={now} />
      ) : (
        <Text as="p">There are no older runs.</Text>
      )}
      <CursorPager
        pages={pages}
        nextCursor={nextCursor}
        count={Math.max(runs.length, 1)}
        pageSize={RUNS_PAGE_SIZE}
      />
    </Flex>
  );
}

/** Card with the runs of a pipeline, newest first, filtered and paged. */
export function RunsCard({ pipeline }: { pipeline: PipelineEntity }) {
  const [filter, setFilter] = useAddressChoice('state', FILTERS);
  return (
    <EntityInfoCard title="Runs">
      <Flex direction="column" gap="3">
        <ToggleButtonGroup
          aria-label="Show runs"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={keys => {
            const chosen = FILTERS.find(each => keys.has(each));
            if (chosen) setFilter(chosen);
          }}
        >
          {FILTERS.map(each => (
            <ToggleButton key={each} id={each} size="small">
              {each.charAt(0).toLocaleUpperCase('en-US') + each.slice(1)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <FilteredRuns
          key={`${stringifyEntityRef(pipeline)} ${filter}`}
          pipeline={pipeline}
          filter={filter}
        />
      </Flex>
    </EntityInfoCard>
  );
}
