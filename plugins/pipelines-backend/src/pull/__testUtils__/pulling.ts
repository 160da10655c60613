import { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  MeasuredValue,
  MeasurementSource,
} from '@techflow/backstage-plugin-pipelines-node';
import { KnexMetricQueryStore } from '../../database/metricQueries/KnexMetricQueryStore';
import { MetricQuestion } from '../../database/metricQueries/MetricQueryStore';
import { Measurement } from '../../ingest/heard';
import { MeasurementSources } from '../MeasurementSources';
import { PullMeasurements } from '../PullMeasurements';

export const ENGAGEMENT = 'pipeline:default/engagement';

type Measure = MeasurementSource['measure'];

/** A time on 23 November 2026 in UTC. */
export const on = (time: string) => new Date(`2026-11-23T${time}Z`);

/** A figure for each multiple that is asked: the minute of the hour. */
export const everyFigure: Measure = async ({ from, to, every }) => {
  const values: MeasuredValue[] = [];
  const step = every * 1_000;
  for (let at = +from + step; at <= +to; at += step) {
    const value = new Date(at).getUTCMinutes();
    values.push({ at: new Date(at), value, dimensions: { topic: 'clicks' } });
  }
  return values;
};

export const lag: MetricQuestion = {
  metric: 'kafka.consumer-lag',
  source: 'prometheus',
  endpoint: 'default',
  query: 'max by (topic) (kafka_consumergroup_lag)',
  every: 60,
};

/** A backend with a clock and a source of its own, and what it stores. */
export async function backendOn(database: DatabaseService) {
  const queries = await KnexMetricQueryStore.create({ database });
  const clock = { now: on('09:00:01') };
  const measure = jest.fn(everyFigure);
  const sources = new MeasurementSources();
  sources.addSource({ type: 'prometheus', measure });
  const stored: Measurement[] = [];
  const accept = jest.fn(
    async (options: { measurements: readonly Measurement[] }) => {
      stored.push(...options.measurements);
    },
  );
  const logger = mockServices.logger.mock();
  const pullWith = (options: { patienceMs?: number } = {}) =>
    new PullMeasurements({
      queries,
      sources,
      sink: { accept },
      logger,
      now: () => clock.now,
      ...options,
    });
  const pull = pullWith();
  const run = () => pull.run(new AbortController().signal);
  const ask = (questions: MetricQuestion[], pipelineRef = ENGAGEMENT) =>
    queries.replaceFor({ pipelineRef, questions, now: clock.now });
  const only = async () =>
    (await queries.listOf({ pipelineRef: ENGAGEMENT }))[0];
  const times = () => stored.map(({ key }) => key?.slice(11, 16));
  return {
    ...{ queries, clock, measure, sources, stored, accept, logger },
    ...{ pullWith, run, ask, only, times },
  };
}
