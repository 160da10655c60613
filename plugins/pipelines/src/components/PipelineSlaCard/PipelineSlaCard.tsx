import { Link } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  PipelineEntity,
  PipelineSla,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { usePipelineSla } from '../../hooks/usePipelineSla';
import { usePipelineTab } from '../../hooks/usePipelineTab';
import { PromiseInWords, usePromises } from '../../hooks/usePromises';
import { instantWords, monthName } from '../../time';
import {
  checksWords,
  promiseRows,
  PromiseRow,
  stateCounts,
} from '../../verdicts';
import { DataColumn, DataTable } from '../DataTable';
import { LinesSkeleton } from '../LinesSkeleton';
import { NoPromises } from '../NoPromises';
import { NowChip } from '../NowChip';
import { PipelineFailure } from '../PipelineFailure';
import { Quiet } from '../Quiet';
import { ScoreCell } from '../ScoreCell';
import { SlaStale } from '../SlaStale';
import { StateStrip } from '../StateStrip';

const useStyles = makeStyles(
  (theme: Theme) => ({
    score: {
      color: theme.palette.text.primary,
      fontSize: 32,
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 700,
      lineHeight: 1.1,
    },
    strip: { marginTop: theme.spacing(0.75) },
  }),
  { name: 'PipelinesSlaCard' },
);

type Row = PromiseRow<PromiseInWords>;

function Score({ sla }: { sla: PipelineSla }) {
  const classes = useStyles();
  const { score, counts, coverage } = checksWords(sla.checks);
  if (!sla.judgedSince) {
    return (
      <Text as="p" color="secondary">
        These promises are not judged yet. Judging begins by itself; nothing is
        to be done.
      </Text>
    );
  }
  return (
    <div>
      <div className={classes.score}>{score}</div>
      <Quiet>
        {counts} · {coverage}
      </Quiet>
    </div>
  );
}

/** The last slots as a strip, and the same in words. */
function Strip({ row }: { row: Row }) {
  const classes = useStyles();
  const strip = row.sla?.strip ?? [];
  if (strip.length < 2) return null;
  const words = `last ${strip.length}: ${stateCounts(
    strip.map(({ state }) => state),
  )}`;
  return (
    <div className={classes.strip}>
      <StateStrip words={`${row.title}, ${words}`} cells={strip} />
      <Quiet>{words}</Quiet>
    </div>
  );
}

function columnsOf(sla: PipelineSla, now: number): DataColumn<Row>[] {
  const { month } = sla.month;
  return [
    {
      id: 'promise',
      label: 'Promise',
      isRowHeader: true,
      cell: row => (
        <>
          <Text as="div">{row.words?.sentence ?? row.title}</Text>
          <Strip row={row} />
        </>
      ),
    },
    {
      id: 'now',
      label: 'Now',
      cell: ({ sla: judged }) => (
        <>
          <NowChip verdict={judged?.current} dueAt={judged?.dueAt} now={now} />
          {/* What is pending says itself when it is due. */}
          {judged?.dueAt && judged.current?.state !== 'pending' && (
            <Quiet>next due {instantWords(judged.dueAt, { now })}</Quiet>
          )}
        </>
      ),
    },
    {
      id: 'month',
      label: 'This month',
      cell: ({ sla: judged, type }) => (
        <ScoreCell
          score={judged?.months.find(each => each.month === month)?.score}
          type={type}
        />
      ),
    },
  ];
}

function Standing(props: { pipeline: PipelineEntity; sla: PipelineSla }) {
  const { pipeline, sla } = props;
  const now = useNow();
  const tab = usePipelineTab();
  const { promises } = usePromises(pipeline);
  // What is promised no more is told by the tab, where the month can be chosen.
  const rows = promiseRows(promises, sla).filter(({ words }) => words);
  return (
    <Flex direction="column" gap="3">
      <Score sla={sla} />
      <DataTable label="Promises" columns={columnsOf(sla, now)} rows={rows} />
      <div>
        <Link to={tab(stringifyEntityRef(pipeline), 'sla')}>
          Evidence, months before, and monitors
        </Link>
      </div>
    </Flex>
  );
}

function SlaOf({ pipeline }: { pipeline: PipelineEntity }) {
  const now = useNow();
  const { loaded, isStale } = usePipelineSla(stringifyEntityRef(pipeline));
  const month = loaded.state === 'ready' ? loaded.value.month : undefined;
  const hasPromises = (pipeline.spec.sla?.objectives ?? []).length > 0;
  const shownMonth = hasPromises ? month : undefined;
  return (
    <EntityInfoCard
      title={shownMonth ? `SLA in ${monthName(shownMonth.month, now)}` : 'SLA'}
      headerActions={
        shownMonth && (
          <Text variant="body-small" color="secondary">
            {zonePlace(shownMonth.timeZone)} time · closes{' '}
            {instantWords(shownMonth.closesAt, { now })}
          </Text>
        )
      }
    >
      {!hasPromises && <NoPromises />}
      {hasPromises && loaded.state === 'loading' && (
        <LinesSkeleton label="the promises" />
      )}
      {hasPromises && loaded.state === 'failed' && (
        <PipelineFailure
          pipeline={pipeline}
          error={loaded.error}
          what="how the promises are kept"
          onRetry={loaded.reload}
        />
      )}
      {hasPromises && loaded.state === 'ready' && (
        <Flex direction="column" gap="3">
          {isStale && <SlaStale />}
          <Standing pipeline={pipeline} sla={loaded.value} />
        </Flex>
      )}
    </EntityInfoCard>
  );
}

/** Card on a Pipeline's page: how it keeps its promises in the month that runs. */
export function PipelineSlaCard() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  return <SlaOf key={stringifyEntityRef(pipeline)} pipeline={pipeline} />;
}
