import { Knex } from 'knex';
import { DownFact } from '../../evaluation';
import { AlertRow } from '../alerts/alertRow';
import { inChunks } from '../inChunks';

/** Since when somebody would tell of alerts, epoch ms; undefined: nobody did yet. */
export async function watchedSince(
  transaction: Knex.Transaction,
): Promise<number | undefined> {
  const row = await transaction<{ id: number; since: string }>('alert_watch')
    .where({ id: 1 })
    .first();
  return row && Date.parse(row.since);
}

/** Alerts of pipelines that fire, or ended at or after an instant (ISO 8601 in UTC). */
export async function downFactsOf(
  transaction: Knex.Transaction,
  wanted: { pipelineRefs: readonly string[]; from: string },
): Promise<Map<string, DownFact[]>> {
  const downs = new Map<string, DownFact[]>();
  const rows = await inChunks(wanted.pipelineRefs, refs =>
    transaction<AlertRow>('alerts')
      .whereIn('pipeline_ref', refs)
      .where(going =>
        going.whereNull('ends_at').orWhere('ends_at', '>=', wanted.from),
      )
      .select(),
  );
  for (const row of rows) {
    const down: DownFact = {
      id: row.id,
      name: row.name,
      ...(row.severity !== null && { severity: row.severity }),
      from: Date.parse(row.starts_at),
      ...(row.ends_at !== null && { to: Date.parse(row.ends_at) }),
    };
    downs.set(row.pipeline_ref, [...(downs.get(row.pipeline_ref) ?? []), down]);
  }
  return downs;
}
