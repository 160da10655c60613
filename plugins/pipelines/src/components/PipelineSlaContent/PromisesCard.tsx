import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  PipelineEntity,
  PipelineSla,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { pipelinesApiRef } from '../../api';
import { useAddressMonth } from '../../hooks/useAddressMonth';
import { Live } from '../../hooks/useLive';
import { useNow } from '../../hooks/useNow';
import { PromiseInWords } from '../../hooks/usePromises';
import { monthIn } from '../../time';
import { checksWords, promiseRows } from '../../verdicts';
import { CsvButton } from '../CsvButton';
import { LinesSkeleton } from '../LinesSkeleton';
import { MonthNav } from '../MonthNav';
import { MonthRevisions } from '../MonthRevisions';
import { NoPromises } from '../NoPromises';
import { PipelineFailure } from '../PipelineFailure';
import { PromisesTable } from '../PromisesTable';
import { Quiet } from '../Quiet';
import { SlaStale } from '../SlaStale';

function Promises(props: {
  pipeline: PipelineEntity;
  sla: PipelineSla;
  promises: PromiseInWords[];
  isStale: boolean;
}) {
  const { pipeline, sla, promises, isStale } = props;
  const [params] = useSearchParams();
  const rows = promiseRows(promises, sla);
  const { counts, coverage, score } = checksWords(sla.checks);
  const metrics = pipeline.spec.metrics ?? [];
  if (!rows.length) return <NoPromises />;
  return (
    <Flex direction="column" gap="3">
      {isStale && <SlaStale />}
      {sla.judgedSince ? (
        <Quiet>
          {score} · {counts} · {coverage} · deadlines in{' '}
          {zonePlace(sla.month.timeZone)} time
        </Quiet>
      ) : (
        <Alert
          status="info"
          icon
          title="These promises are not judged yet."
          description="Judging begins by itself within a minute after the backend has read this pipeline's file."
        />
      )}
      <PromisesTable
        pipeline={pipeline}
        rows={rows}
        sla={sla}
        openId={params.get('promise') ?? undefined}
        metricName={name =>
          metrics.find(metric => metric.name === name)?.title ?? name
        }
      />
      {sla.judgedSince && (
        <MonthRevisions
          month={sla.month}
          revisions={sla.revisions}
          rows={rows}
        />
      )}
    </Flex>
  );
}

/** Card with what a pipeline promises, and how it keeps that in a month. */
export function PromisesCard(props: {
  pipeline: PipelineEntity;
  promises: PromiseInWords[];
  timeZone: string;
  sla: Live<PipelineSla>;
}) {
  const { pipeline, promises, timeZone, sla } = props;
  const pipelineRef = stringifyEntityRef(pipeline);
  const pipelinesApi = useApi(pipelinesApiRef);
  const now = useNow();
  const [named, setMonth] = useAddressMonth();
  const current = monthIn(now, timeZone);
  const month = named ?? current;
  const loadCsv = useCallback(
    () => pipelinesApi.getSlaCsv({ pipelineRef, month }),
    [pipelinesApi, pipelineRef, month],
  );
  const { loaded, isStale } = sla;
  return (
    <EntityInfoCard title="Promises">
      <Flex direction="column" gap="3">
        {promises.length > 0 && (
          <Flex
            gap="2"
            align="center"
            justify="between"
            style={{ flexWrap: 'wrap' }}
          >
            <MonthNav
              date={`${month}-01`}
              today={`${current}-01`}
              todayLabel="This month"
              endsToday
              onChange={date => {
                const chosen = date.slice(0, 7);
                setMonth(chosen === current ? undefined : chosen);
              }}
            />
            <CsvButton
              fileName={`sla-${pipeline.metadata.name}-${month}.csv`}
              load={loadCsv}
            />
          </Flex>
        )}
        {loaded.state === 'loading' && <LinesSkeleton label="the promises" />}
        {loaded.state === 'failed' && (
          <PipelineFailure
            pipeline={pipeline}
            error={loaded.error}
            what="how the promises are kept"
            onRetry={loaded.reload}
          />
        )}
        {loaded.state === 'ready' && (
          <Promises
            pipeline={pipeline}
            sla={loaded.value}
            promises={promises}
            isStale={isStale}
          />
        )}
      </Flex>
    </EntityInfoCard>
  );
}
