import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { OWNER } from './startPipelines';

export const PROFIT = 'pipeline:default/profit';
export const PROFIT_PATH = '/api/pipelines/v1/pipelines/default/profit';
export const PROFIT_RUNS = `/api/pipelines/v1/runs?pipelineRef=${PROFIT}`;

/** A pipeline that runs on the first of each month at 06:00 in New York. */
export function profitSpec(changes: Partial<PipelineSpec> = {}): PipelineSpec {
  return {
    type: 'batch',
    lifecycle: 'production',
    purpose: 'Calculate profit',
    criticality: 'high',
    owner: 'group:data-engineering',
    schedules: [
      {
        audience: 'investors',
        cron: '0 6 1 * *',
        timeZone: 'America/New_York',
        grace: '2h',
      },
    ],
    jobs: [
      {
        namespace: 'airflow',
        name: 'profit_investors',
        audience: 'investors',
      },
    ],
    ...changes,
  };
}

/** The entity of {@link profitSpec}. */
export function profit(changes: Partial<PipelineSpec> = {}): Entity {
  return {
    apiVersion: 'techflow.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'profit', namespace: 'default' },
    spec: { ...profitSpec(changes) },
    relations: [{ type: RELATION_OWNED_BY, targetRef: OWNER }],
  };
}
