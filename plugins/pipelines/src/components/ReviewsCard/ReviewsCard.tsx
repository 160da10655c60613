import { stringifyEntityRef } from '@backstage/catalog-model';
import { Button, Flex, Text } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  PipelineEntity,
  PipelineSla,
  Review,
  reviewSignPermission,
} from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { fullRef } from '../../entities';
import {
  LIST_PAGE_SIZE,
  useListOfPipeline,
} from '../../hooks/useListOfPipeline';
import { useMemberships } from '../../hooks/useMemberships';
import { useNow } from '../../hooks/useNow';
import { PromiseInWords } from '../../hooks/usePromises';
import { periodWords } from '../../time';
import { signablePeriods } from '../../verdicts';
import { CursorPager } from '../CursorPager';
import { DataColumn, DataTable } from '../DataTable';
import { EntityNames } from '../EntityNames';
import { Instant } from '../Instant';
import { LinesSkeleton } from '../LinesSkeleton';
import { NowChip } from '../NowChip';
import { PipelineFailure } from '../PipelineFailure';
import { Quiet } from '../Quiet';
import { SignDialog, Signing } from '../SignDialog';
import { StateChip } from '../StateChip';

interface Given {
  pipeline: PipelineEntity;
  promises: PromiseInWords[];
  timeZone: string;
  /** How they stand; absent until it is known. */
  sla?: PipelineSla;
  /** Something was signed. */
  onChange: () => void;
}

function columnsOf(given: Given, now: number): DataColumn<Review>[] {
  const { promises, timeZone } = given;
  const reviews = promises.filter(({ type }) => type === 'review');
  const titleOf = (id: string) =>
    promises.find(each => each.id === id)?.title ?? id;
  return [
    {
      id: 'period',
      label: 'Period',
      isRowHeader: true,
      cell: ({ period, objective }) => (
        <>
          {periodWords(period, now)}
          {reviews.length > 1 && <Quiet>{titleOf(objective)}</Quiet>}
        </>
      ),
    },
    {
      id: 'found',
      label: 'Found',
      cell: ({ isApproved, comment }) => (
        <>
          <StateChip state={isApproved ? 'met' : 'missed'}>
            {isApproved ? 'right' : 'not right'}
          </StateChip>
          {comment && (
            <Text as="div" style={{ overflowWrap: 'anywhere' }}>
              {comment}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'by',
      label: 'By',
      cell: ({ by }) => <EntityNames refs={[by]} />,
    },
    {
      id: 'at',
      label: 'When',
      cell: ({ at }) => <Instant at={at} timeZone={timeZone} now={now} />,
    },
  ];
}

function Past(
  props: Given & { list: ReturnType<typeof useListOfPipeline<Review>> },
) {
  const { pipeline, list } = props;
  const now = useNow();
  const { loaded, pages } = list;
  if (loaded.state === 'loading') return <LinesSkeleton label="reviews" />;
  if (loaded.state === 'failed') {
    return (
      <PipelineFailure
        pipeline={pipeline}
        error={loaded.error}
        what="what was signed"
        onRetry={loaded.reload}
      />
    );
  }
  const { items, nextCursor } = loaded.value;
  if (!items.length && pages.number === 1) {
    return (
      <Text as="p" color="secondary">
        Nothing was signed yet.
      </Text>
    );
  }
  return (
    <>
      <DataTable label="Reviews" columns={columnsOf(props, now)} rows={items} />
      <CursorPager
        pages={pages}
        nextCursor={nextCursor}
        count={Math.max(items.length, 1)}
        pageSize={LIST_PAGE_SIZE}
      />
    </>
  );
}

/** One promise of a review: how it stands, and a button for each period to sign. */
function Due(
  props: Given & {
    promise: PromiseInWords;
    maySign: boolean;
    onSign: (signing: Signing) => void;
  },
) {
  const { pipeline, promise, timeZone, sla, onSign } = props;
  const now = useNow();
  const memberships = useMemberships();
  const spec = pipeline.spec.sla?.objectives.find(
    ({ id }) => id === promise.id,
  );
  if (spec?.type !== 'review') return null;
  const judged = sla?.objectives.find(({ id }) => id === promise.id);
  const { every, due, by } = spec;
  const group = fullRef(by, { kind: 'Group', from: pipeline });
  const maySign = props.maySign && memberships.includes(group);
  const current = judged?.current;
  const periods = sla
    ? signablePeriods({ every, due, timeZone, current, now })
    : [];
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <Text weight="bold">{promise.title}</Text>
        {sla && <NowChip verdict={current} dueAt={judged?.dueAt} now={now} />}
      </Flex>
      <Text as="p">{promise.sentence}</Text>
      {maySign && periods.length > 0 && (
        <Flex gap="2" style={{ flexWrap: 'wrap' }}>
          {periods.map(period => (
            <Button
              key={period}
              size="small"
              onPress={() =>
                onSign({
                  pipelineRef: stringifyEntityRef(pipeline),
                  objective: promise.id,
                  period,
                })
              }
            >
              {`Sign ${periodWords(period, now)}`}
            </Button>
          ))}
        </Flex>
      )}
      {periods.length > 0 && (
        <Quiet>
          Members of <EntityNames refs={[group]} /> sign this
          {maySign ? '' : '; you may not'}.
        </Quiet>
      )}
    </Flex>
  );
}

/** Card with the reviews that a pipeline promises: what is to be signed, and what was. */
export function ReviewsCard(props: Given) {
  const { pipeline, promises, onChange } = props;
  const pipelineRef = stringifyEntityRef(pipeline);
  const [signing, setSigning] = useState<Signing>();
  const { allowed } = usePermission({
    permission: reviewSignPermission,
    resourceRef: pipelineRef,
  });
  const list = useListOfPipeline<Review>(pipelineRef, (pipelinesApi, paging) =>
    pipelinesApi.getReviews({ pipelineRef, ...paging }),
  );
  return (
    <EntityInfoCard title="Reviews">
      <Flex direction="column" gap="4">
        {promises
          .filter(({ type }) => type === 'review')
          .map(promise => (
            <Due
              key={promise.id}
              {...props}
              promise={promise}
              maySign={allowed}
              onSign={setSigning}
            />
          ))}
        <Past {...props} list={list} />
      </Flex>
      <SignDialog
        signing={signing}
        onClose={() => setSigning(undefined)}
        onDone={() => {
          setSigning(undefined);
          list.renew();
          onChange();
        }}
      />
    </EntityInfoCard>
  );
}
