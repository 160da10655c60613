import { stringifyEntityRef } from '@backstage/catalog-model';
import { Alert } from '@backstage/ui';
import {
  MetricQuery,
  PipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { scheduleZone } from '../../entities';
import { useNow } from '../../hooks/useNow';
import { usePolled } from '../../hooks/usePolled';
import { Instant } from '../Instant';

function Failing(props: { query: MetricQuery; timeZone: string; now: number }) {
  const { query, timeZone, now } = props;
  const { metric, source, lastSuccessAt, failures, error } = query;
  return (
    <Alert
      status="warning"
      icon
      title={
        <>
          {metric}:{' '}
          {lastSuccessAt ? (
            <>
              {source} has not answered since{' '}
              <Instant at={lastSuccessAt} timeZone={timeZone} now={now} />
            </>
          ) : (
            `${source} has never answered`
          )}
          .
        </>
      }
      description={`${error ?? 'No reason was told.'} (${
        failures === 1 ? 'asked once' : `asked ${failures} times`
      } since)`}
    />
  );
}

/** Questions of a pipeline's spec that get no answer now: what, since when, why. */
export function FailingMetricQueries({
  pipeline,
}: {
  pipeline: PipelineEntity;
}) {
  const now = useNow();
  const pipelineRef = stringifyEntityRef(pipeline);
  const queries = usePolled(pipelineRef, pipelinesApi =>
    pipelinesApi.getMetricQueries({ pipelineRef }),
  );
  // Whatever keeps this from being told keeps the figures below from it as well,
  // and they say so.
  if (queries.state !== 'ready') return null;
  return (
    <>
      {queries.value.items
        .filter(({ state }) => state === 'failing')
        .map(query => (
          <Failing
            key={`${query.metric} ${query.source} ${query.query}`}
            query={query}
            timeZone={scheduleZone(pipeline)}
            now={now}
          />
        ))}
    </>
  );
}
