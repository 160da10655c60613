import { stringifyEntityRef } from '@backstage/catalog-model';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Exclusion,
  exclusionChangePermission,
  PipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import {
  LIST_PAGE_SIZE,
  useListOfPipeline,
} from '../../hooks/useListOfPipeline';
import { useNow } from '../../hooks/useNow';
import { MonitorInWords, PromiseInWords } from '../../hooks/usePromises';
import { CursorPager } from '../CursorPager';
import { DataColumn, DataTable } from '../DataTable';
import { EntityNames } from '../EntityNames';
import { ExcludeTimeDialog } from '../ExcludeTimeDialog';
import { Instant } from '../Instant';
import { LinesSkeleton } from '../LinesSkeleton';
import { PipelineFailure } from '../PipelineFailure';
import { Quiet } from '../Quiet';
import { StateChip } from '../StateChip';
import { TakeBackDialog } from '../TakeBackDialog';

const useStyles = makeStyles(
  {
    struck: {
      opacity: 0.75,
      textDecoration: 'line-through',
      // Lines of the text around it do not reach into a button.
      '& button': { textDecoration: 'line-through' },
    },
  },
  { name: 'PipelinesExclusions' },
);

interface Given {
  pipeline: PipelineEntity;
  promises: PromiseInWords[];
  monitors: MonitorInWords[];
  /** Zone of the SLA. */
  timeZone: string;
}

/** Which promises and monitors it is about, by their titles. */
function about(
  { objectives, monitors }: Exclusion,
  { promises, monitors: known }: Given,
): string {
  const titleOf = (id: string) =>
    [...promises, ...known].find(each => each.id === id)?.title ?? id;
  const named = [...(objectives ?? []), ...(monitors ?? [])];
  return named.length
    ? named.map(titleOf).join(', ')
    : 'all promises but reviews, and all monitors';
}

function columnsOf(
  given: Given,
  options: {
    now: number;
    struck: string;
    mayChange: boolean;
    onTakeBack: (exclusion: Exclusion) => void;
  },
): DataColumn<Exclusion>[] {
  const { timeZone } = given;
  const { now, struck, mayChange, onTakeBack } = options;
  return [
    {
      id: 'time',
      label: 'Time',
      isRowHeader: true,
      cell: ({ from, to, cancelled }) => (
        <span className={cancelled && struck}>
          <Instant at={from} timeZone={timeZone} now={now} /> –{' '}
          <Instant at={to} timeZone={timeZone} now={now} />
        </span>
      ),
    },
    {
      id: 'why',
      label: 'Why',
      cell: ({ type, reason, cancelled }) => (
        <>
          <StateChip state="excluded">{type}</StateChip>
          <Text
            as="div"
            className={cancelled && struck}
            style={{ overflowWrap: 'anywhere' }}
          >
            {reason}
          </Text>
          {cancelled && (
            <Quiet>
              taken back by <EntityNames refs={[cancelled.by]} />,{' '}
              <Instant at={cancelled.at} timeZone={timeZone} now={now} />:{' '}
              {cancelled.reason}
            </Quiet>
          )}
        </>
      ),
    },
    {
      id: 'about',
      label: 'Does not count for',
      cell: exclusion => about(exclusion, given),
    },
    {
      id: 'author',
      label: 'By',
      cell: ({ author, createdAt }) => (
        <>
          <EntityNames refs={[author]} />
          <Quiet>
            <Instant at={createdAt} timeZone={timeZone} now={now} />
          </Quiet>
        </>
      ),
    },
    ...(mayChange
      ? [
          {
            id: 'action',
            label: 'Action',
            cell: (exclusion: Exclusion) =>
              exclusion.cancelled ? null : (
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={`Take back: ${exclusion.reason}`}
                  onPress={() => onTakeBack(exclusion)}
                >
                  Take back
                </Button>
              ),
          },
        ]
      : []),
  ];
}

function Exclusions(
  props: Given & {
    list: ReturnType<typeof useListOfPipeline<Exclusion>>;
    mayChange: boolean;
    onTakeBack: (exclusion: Exclusion) => void;
  },
) {
  const { pipeline, list, mayChange, onTakeBack } = props;
  const classes = useStyles();
  const now = useNow();
  const { loaded, pages } = list;
  if (loaded.state === 'loading') return <LinesSkeleton label="exclusions" />;
  if (loaded.state === 'failed') {
    return (
      <PipelineFailure
        pipeline={pipeline}
        error={loaded.error}
        what="which times do not count"
        onRetry={loaded.reload}
      />
    );
  }
  const { items, nextCursor } = loaded.value;
  if (!items.length && pages.number === 1) {
    return (
      <Text as="p" color="secondary">
        No time is excluded: everything counts.{' '}
        {mayChange
          ? 'Work that was announced, or a pipeline that rests, can be taken out with "Exclude a time".'
          : 'Those with the permission pipelines.exclusion.change can take out work that was announced.'}
      </Text>
    );
  }
  const { struck } = classes;
  return (
    <>
      <DataTable
        label="Exclusions"
        columns={columnsOf(props, { now, struck, mayChange, onTakeBack })}
        rows={items}
      />
      <CursorPager
        pages={pages}
        nextCursor={nextCursor}
        count={Math.max(items.length, 1)}
        pageSize={LIST_PAGE_SIZE}
      />
    </>
  );
}

/** Card with the times that do not count for a pipeline, each with who and why. */
export function ExclusionsCard(
  props: Given & {
    /** A time was excluded, or counts again. */
    onChange: () => void;
  },
) {
  const { onChange, ...given } = props;
  const pipelineRef = stringifyEntityRef(given.pipeline);
  const [isAdding, setAdding] = useState(false);
  const [taken, setTaken] = useState<Exclusion>();
  const { allowed } = usePermission({
    permission: exclusionChangePermission,
    resourceRef: pipelineRef,
  });
  const list = useListOfPipeline<Exclusion>(
    pipelineRef,
    (pipelinesApi, paging) =>
      pipelinesApi.getExclusions({ pipelineRef, ...paging }),
  );
  const changed = () => {
    setAdding(false);
    setTaken(undefined);
    list.renew();
    onChange();
  };
  return (
    <EntityInfoCard
      title="Times that do not count"
      headerActions={
        allowed && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAdding(true)}
          >
            Exclude a time
          </Button>
        )
      }
    >
      <Exclusions
        {...given}
        list={list}
        mayChange={allowed}
        onTakeBack={setTaken}
      />
      <ExcludeTimeDialog
        {...given}
        isOpen={isAdding}
        onDone={changed}
        onClose={() => setAdding(false)}
      />
      <TakeBackDialog
        exclusion={taken}
        onDone={changed}
        onClose={() => setTaken(undefined)}
      />
    </EntityInfoCard>
  );
}
