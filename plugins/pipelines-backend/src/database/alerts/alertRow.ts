import { hashOf } from '../../ingest/hashOf';
import { HeardAlert } from '../../ingest/heard';
import { fromDate, toDate, toOptionalDate } from '../instant';
import { AlertDelivery, StoredAlert } from './AlertStore';

/** A row of the table `alerts`. */
export type AlertRow = {
  id: string;
  pipeline_ref: string;
  fingerprint: string;
  name: string;
  severity: string | null;
  summary: string | null;
  link: string | null;
  starts_at: string;
  ends_at: string | null;
  received_at: string;
};

function toRow(alert: HeardAlert, receivedAt: Date): AlertRow {
  const { pipelineRef, fingerprint, startsAt, endsAt } = alert;
  return {
    id: hashOf(pipelineRef, fingerprint, fromDate(startsAt)),
    pipeline_ref: pipelineRef,
    fingerprint,
    name: alert.name,
    severity: alert.severity ?? null,
    summary: alert.summary ?? null,
    link: alert.link ?? null,
    starts_at: fromDate(startsAt),
    ends_at: endsAt ? fromDate(endsAt) : null,
    received_at: fromDate(receivedAt),
  };
}

function earlierEnd(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/**
 * The rows of a delivery: one for each alert, which PostgreSQL insists on, and in
 * the order of ids, so that deliveries that overlap wait for each other instead
 * of for ever.
 */
export function toRows({ alerts, receivedAt }: AlertDelivery): AlertRow[] {
  const rows = new Map<string, AlertRow>();
  for (const alert of alerts) {
    const row = toRow(alert, receivedAt);
    const before = rows.get(row.id);
    rows.set(row.id, {
      ...row,
      ends_at: earlierEnd(before?.ends_at ?? null, row.ends_at),
    });
  }
  return [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The alert of a row. */
export function toAlert(row: AlertRow): StoredAlert {
  const endsAt = toOptionalDate(row.ends_at);
  return {
    id: row.id,
    pipelineRef: row.pipeline_ref,
    fingerprint: row.fingerprint,
    name: row.name,
    ...(row.severity !== null && { severity: row.severity }),
    ...(row.summary !== null && { summary: row.summary }),
    ...(row.link !== null && { link: row.link }),
    startsAt: toDate(row.starts_at),
    ...(endsAt && { endsAt }),
  };
}
