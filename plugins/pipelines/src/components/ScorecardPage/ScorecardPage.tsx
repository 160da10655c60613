import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  Scorecard,
  ScorecardFilter,
} from '@techflow/backstage-plugin-pipelines-common';
import { useCallback } from 'react';
import { pipelinesApiRef } from '../../api';
import { CursorPages, useCursorPages } from '../../hooks/useCursorPages';
import { useNow } from '../../hooks/useNow';
import { useScorecardFilter } from '../../hooks/useScorecardFilter';
import { useSlaLive } from '../../hooks/useSlaLive';
import { monthIn } from '../../time';
import { CsvButton } from '../CsvButton';
import { CursorPager } from '../CursorPager';
import { LinesSkeleton } from '../LinesSkeleton';
import { LoadFailure } from '../LoadFailure';
import { MonthNav } from '../MonthNav';
import { ScorecardFilters } from '../ScorecardFilters';
import { ScorecardGroups } from '../ScorecardGroups';
import { ScorecardTable } from '../ScorecardTable';
import { ScorecardTiles } from '../ScorecardTiles';
import { SetupHint } from '../SetupHint';
import { SlaStale } from '../SlaStale';

const PAGE_SIZE = 20;

/** Of thousands of pipelines some are judged all the time. */
const RENEW_EVERY_MS = 15_000;

const EXAMPLE = `spec:
  sla:
    timeZone: America/New_York
    objectives:
      - id: freshness
        type: freshness
        maxAge: 24h`;

function NoRows({ filter }: { filter: ScorecardFilter }) {
  const isFiltered = filter.owner ?? filter.system ?? filter.criticality;
  return isFiltered ? (
    <Text as="p">
      No pipeline passes these filters. Choose "Every owner", "Every system" and
      "Every level" to see all.
    </Text>
  ) : (
    <SetupHint title="No pipeline promises anything yet." yaml={EXAMPLE}>
      Promises are written in a pipeline's own file, and judged from then on.
      Pipelines that you may not see are not listed either.
    </SetupHint>
  );
}

/** Month, filters and file: the head of the matrix. */
function Head(props: {
  filter: ScorecardFilter;
  setFilter: (filter: ScorecardFilter) => void;
}) {
  const { filter, setFilter } = props;
  const pipelinesApi = useApi(pipelinesApiRef);
  const now = useNow();
  const current = monthIn(now);
  const { month = current, owner, system, criticality } = filter;
  const loadCsv = useCallback(
    () => pipelinesApi.getScorecardCsv({ month, owner, system, criticality }),
    [pipelinesApi, month, owner, system, criticality],
  );
  return (
    <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
      <MonthNav
        date={`${month}-01`}
        today={`${current}-01`}
        todayLabel="This month"
        endsToday
        onChange={date => {
          const chosen = date.slice(0, 7);
          setFilter({
            ...filter,
            month: chosen === current ? undefined : chosen,
          });
        }}
      />
      <ScorecardFilters filter={filter} onChange={setFilter} />
      <CsvButton fileName={`scorecard-${month}.csv`} load={loadCsv} />
    </Flex>
  );
}

function Matrix(props: {
  scorecard: Scorecard;
  filter: ScorecardFilter;
  pages: CursorPages;
}) {
  const { scorecard, filter, pages } = props;
  const { items, month, nextCursor, pipelines } = scorecard;
  const now = useNow();
  if (!items.length && pages.number === 1) return <NoRows filter={filter} />;
  return (
    <>
      <ScorecardTable
        items={items}
        month={month}
        isRunning={month >= monthIn(now)}
      />
      <CursorPager
        pages={pages}
        nextCursor={nextCursor}
        count={Math.max(pipelines, 1)}
        pageSize={PAGE_SIZE}
      />
    </>
  );
}

function FilteredScorecard(props: {
  filter: ScorecardFilter;
  setFilter: (filter: ScorecardFilter) => void;
}) {
  const { filter, setFilter } = props;
  const pipelinesApi = useApi(pipelinesApiRef);
  const pages = useCursorPages();
  const { cursor } = pages;
  const { loaded, isStale } = useSlaLive(
    `${JSON.stringify(filter)} ${cursor ?? ''}`,
    () => pipelinesApi.getScorecard({ ...filter, limit: PAGE_SIZE, cursor }),
    // It is about all pipelines: any that was judged concerns it.
    { signalIdOf: () => undefined, everyMs: RENEW_EVERY_MS },
  );
  const scorecard = loaded.state === 'ready' ? loaded.value : undefined;
  return (
    <Flex direction="column" gap="4">
      {scorecard && (
        <ScorecardTiles
          scorecard={scorecard}
          isPart={pages.number > 1 || Boolean(scorecard.nextCursor)}
        />
      )}
      <EntityInfoCard title="Scorecard">
        <Flex direction="column" gap="3">
          <Head filter={filter} setFilter={setFilter} />
          {isStale && <SlaStale />}
          {loaded.state === 'loading' && (
            <LinesSkeleton label="the scorecard" />
          )}
          {loaded.state === 'failed' && (
            <LoadFailure
              error={loaded.error}
              what="how promises are kept"
              whenNotAllowed="Ask whoever looks after this portal for the permission pipelines.pipeline.read."
              onRetry={loaded.reload}
            />
          )}
          {scorecard && (
            <Matrix scorecard={scorecard} filter={filter} pages={pages} />
          )}
        </Flex>
      </EntityInfoCard>
      {scorecard && scorecard.pipelines > 0 && (
        <ScorecardGroups scorecard={scorecard} />
      )}
    </Flex>
  );
}

/** Page with all pipelines and how they keep their promises in a month. */
export function ScorecardPage() {
  const [filter, setFilter] = useScorecardFilter();
  return (
    // A cursor belongs to a filter.
    <FilteredScorecard
      key={JSON.stringify(filter)}
      filter={filter}
      setFilter={setFilter}
    />
  );
}
