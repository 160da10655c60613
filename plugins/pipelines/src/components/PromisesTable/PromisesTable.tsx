import { Text } from '@backstage/ui';
import {
  ObjectiveSla,
  PipelineEntity,
  PipelineSla,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { useNow } from '../../hooks/useNow';
import { PromiseInWords } from '../../hooks/usePromises';
import { instantWords, shortMonth, timeLeft } from '../../time';
import {
  budgetWords,
  hasSlots,
  NOTHING,
  paceWords,
  PromiseRow,
} from '../../verdicts';
import { EntityNames } from '../EntityNames';
import { ExpandableColumn, ExpandableTable } from '../ExpandableTable';
import { Instant } from '../Instant';
import { NowChip } from '../NowChip';
import { Quiet } from '../Quiet';
import { ScoreCell } from '../ScoreCell';
import { SlotEvidence } from '../SlotEvidence';
import { TimeEvidence } from '../TimeEvidence';

type Row = PromiseRow<PromiseInWords>;

interface Context {
  pipeline: PipelineEntity;
  sla: PipelineSla;
  now: number;
  metricName: (metric: string) => string;
}

/** How much of it is promised, and since when if that changed within the month. */
function Target({ row, context }: { row: Row; context: Context }) {
  const { sla, now } = context;
  const { target, grace } = row.words ?? {};
  const changes = sla.changes.filter(({ objective }) => objective === row.id);
  return (
    <>
      {target && (
        <Quiet>
          target: {target}
          {grace && `, ${grace}`}
        </Quiet>
      )}
      {changes.map(({ at, before, after }) => (
        <Quiet key={at}>
          changed {instantWords(at, { now })}: {before} → {after}
        </Quiet>
      ))}
    </>
  );
}

function PromiseName({ row, context }: { row: Row; context: Context }) {
  const { words, sla } = row;
  return (
    // Months beside it must not squeeze the sentence to a word a line.
    <div style={{ minWidth: 165 }}>
      <Text as="div" weight="bold">
        {row.title}
      </Text>
      {words && <Text as="div">{words.sentence}</Text>}
      <Target row={row} context={context} />
      {sla?.endedAt && (
        <Quiet>
          no longer promised since{' '}
          {instantWords(sla.endedAt, { now: context.now })}
        </Quiet>
      )}
    </div>
  );
}

function NextDeadline({ row, context }: { row: Row; context: Context }) {
  const { sla, now } = context;
  const dueAt = row.sla?.dueAt;
  if (!dueAt) return <>{NOTHING}</>;
  const left = Date.parse(dueAt) - now;
  return (
    <>
      <Instant at={dueAt} timeZone={sla.month.timeZone} now={now} />
      <Quiet>{left < 0 ? 'past' : `in ${timeLeft(left)}`}</Quiet>
    </>
  );
}

function scoreOf(objective: ObjectiveSla | undefined, month: string) {
  return objective?.months.find(each => each.month === month)?.score;
}

function BudgetLeft({ row, context }: { row: Row; context: Context }) {
  const score = scoreOf(row.sla, context.sla.month.month);
  if (!score) return <>{NOTHING}</>;
  return (
    <>
      {budgetWords(score)}
      {paceWords(row.sla?.burnRate).map(words => (
        <Quiet key={words}>{words}</Quiet>
      ))}
    </>
  );
}

/** Times that were left out of the score of the month, each with who and why. */
function Excluded({ row, context }: { row: Row; context: Context }) {
  const { month, exclusions } = context.sla;
  const ids = scoreOf(row.sla, month.month)?.exclusionIds ?? [];
  return (
    <>
      {exclusions
        .filter(({ id }) => ids.includes(id))
        .map(({ id, from, to, reason, author }) => (
          <Quiet key={id}>
            not counted:{' '}
            <Instant at={from} timeZone={month.timeZone} now={context.now} /> –{' '}
            <Instant at={to} timeZone={month.timeZone} now={context.now} />,{' '}
            {reason}, by <EntityNames refs={[author]} />
          </Quiet>
        ))}
    </>
  );
}

/** The month that is shown and the three before, newest first. */
function monthsOf(month: string): string[] {
  const shown = DateTime.fromISO(`${month}-01`);
  return [0, 1, 2, 3].map(months =>
    shown.minus({ months }).toFormat('yyyy-MM'),
  );
}

function columnsOf(context: Context): ExpandableColumn<Row>[] {
  return [
    {
      id: 'promise',
      label: 'Promise',
      isRowHeader: true,
      cell: row => <PromiseName row={row} context={context} />,
    },
    {
      id: 'now',
      label: 'Now',
      cell: ({ sla }) => (
        <NowChip
          verdict={sla?.current}
          dueAt={sla?.dueAt}
          metricName={context.metricName}
          now={context.now}
        />
      ),
    },
    {
      id: 'next',
      label: 'Next deadline',
      cell: row => <NextDeadline row={row} context={context} />,
    },
    ...monthsOf(context.sla.month.month).map(month => ({
      id: month,
      label: shortMonth(month),
      cell: ({ sla, type }: Row) => (
        <ScoreCell score={scoreOf(sla, month)} type={type} />
      ),
    })),
    {
      id: 'budget',
      label: 'Budget left',
      cell: row => <BudgetLeft row={row} context={context} />,
    },
  ];
}

function Evidence({ row, context }: { row: Row; context: Context }) {
  const { pipeline, sla, metricName } = context;
  if (!row.sla) {
    return (
      <Text as="p" color="secondary">
        This promise was not judged yet. That begins by itself within a minute.
      </Text>
    );
  }
  const Shown = hasSlots(row.type) ? SlotEvidence : TimeEvidence;
  return (
    <>
      {row.words?.description && <Quiet>{row.words.description}</Quiet>}
      <Excluded row={row} context={context} />
      <Shown
        key={sla.month.month}
        pipeline={pipeline}
        title={row.title}
        objective={row.sla}
        sla={sla}
        reading={{ metricName }}
      />
    </>
  );
}

/** Promises with target, state, months and budget; each opens to its evidence. */
export function PromisesTable(props: {
  pipeline: PipelineEntity;
  rows: Row[];
  sla: PipelineSla;
  metricName: (metric: string) => string;
  /** The promise that is open at first. */
  openId?: string;
}) {
  const { rows, openId, ...given } = props;
  const now = useNow();
  const context = { ...given, now };
  return (
    <ExpandableTable
      label="Promises"
      columns={columnsOf(context)}
      rows={rows}
      openId={openId}
      details={{
        label: ({ title }) => `Evidence of ${title}`,
        render: row => <Evidence row={row} context={context} />,
      }}
    />
  );
}
