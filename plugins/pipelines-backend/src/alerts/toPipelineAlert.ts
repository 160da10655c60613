import type { PipelineAlert } from '@techflow/backstage-plugin-pipelines-common';
import { StoredAlert } from '../database/alerts/AlertStore';

/** An alert as the API answers it. */
export function toPipelineAlert(alert: StoredAlert): PipelineAlert {
  const { id, pipelineRef, name, severity, summary, link } = alert;
  const { startsAt, endsAt } = alert;
  return {
    id,
    pipelineRef,
    name,
    state: endsAt ? 'resolved' : 'firing',
    ...(severity !== undefined && { severity }),
    ...(summary !== undefined && { summary }),
    startsAt: startsAt.toISOString(),
    ...(endsAt && { endsAt: endsAt.toISOString() }),
    ...(link !== undefined && { link }),
  };
}
