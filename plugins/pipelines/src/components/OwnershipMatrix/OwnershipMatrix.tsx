import { Flex, TablePagination, Text } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  OwnershipFilter,
  useOwnershipFilter,
} from '../../hooks/useOwnershipFilter';
import {
  OwnershipPage,
  OWNERSHIP_PAGE_SIZE,
  useOwnershipPage,
} from '../../hooks/useOwnershipPage';
import { LinesSkeleton } from '../LinesSkeleton';
import { LoadFailure } from '../LoadFailure';
import { OwnershipFilters } from '../OwnershipFilters';
import { OwnershipTable } from '../OwnershipTable';
import { SetupHint } from '../SetupHint';

const EXAMPLE = `apiVersion: techflow.io/v1alpha1
kind: Pipeline
metadata:
  name: profit
  title: Profit Calculation Pipeline
spec:
  type: batch
  lifecycle: production
  owner: finance
  secondaryOwner: data-engineering
  criticality: high
  purpose: Calculates profit and unit-level profit.`;

function NoRows({ filter }: { filter: OwnershipFilter }) {
  if (filter.view === 'all' && !filter.system) {
    return (
      <SetupHint title="There are no pipelines yet." yaml={EXAMPLE}>
        Register a file such as this one in the catalog. Pipelines that you may
        not see are not listed either.
      </SetupHint>
    );
  }
  const nothing =
    filter.view === 'without-secondary-owner'
      ? 'Every pipeline here has a secondary owner.'
      : 'No pipeline passes this filter. Choose "All" to see the others.';
  return <Text as="p">{nothing}</Text>;
}

function Page(props: {
  page: OwnershipPage;
  filter: OwnershipFilter;
  selfRef?: string;
}) {
  const { rows, totalItems, offset, showNext, showPrevious } = props.page;
  if (!rows.length) return <NoRows filter={props.filter} />;
  return (
    <>
      <OwnershipTable rows={rows} selfRef={props.selfRef} />
      {(showNext || showPrevious) && (
        <TablePagination
          pageSize={OWNERSHIP_PAGE_SIZE}
          showPageSizeOptions={false}
          offset={offset}
          totalCount={totalItems}
          hasNextPage={Boolean(showNext)}
          hasPreviousPage={Boolean(showPrevious)}
          onNextPage={() => showNext?.()}
          onPreviousPage={() => showPrevious?.()}
        />
      )}
    </>
  );
}

function FilteredMatrix(props: { filter: OwnershipFilter; selfRef?: string }) {
  const { filter, selfRef } = props;
  const page = useOwnershipPage(filter);
  switch (page.state) {
    case 'loading':
      return <LinesSkeleton label="the ownership matrix" />;
    case 'ready':
      return <Page page={page.value} filter={filter} selfRef={selfRef} />;
    default:
      return (
        <LoadFailure
          error={page.error}
          what="which pipelines there are"
          whenNotAllowed="Ask whoever looks after this portal for leave to read the catalog."
          onRetry={page.reload}
        />
      );
  }
}

/** Card with all pipelines and who answers for each, filtered and paged. */
export function OwnershipMatrix(props: { selfRef?: string }) {
  const [filter, setFilter] = useOwnershipFilter();
  return (
    <EntityInfoCard title="Ownership matrix">
      <Flex direction="column" gap="3">
        <OwnershipFilters filter={filter} onChange={setFilter} />
        <FilteredMatrix
          key={JSON.stringify(filter)}
          filter={filter}
          selfRef={props.selfRef}
        />
      </Flex>
    </EntityInfoCard>
  );
}
