import { z } from 'zod';
import { hashOf } from '../hashOf';
import { HeardAlert } from '../heard';
import { asOneLine, oneLine } from '../measurements/oneLine';
import { PIPELINE_REF, pipelineRef } from '../measurements/pipelineRef';
import { isUsual, parseToolTime, toolTime } from '../measurements/toolTime';

const LONGEST_LINK = 2_000;

const NO_PIPELINE = `must be ${PIPELINE_REF}; add the label "pipeline" to the alerting rule, or to external_labels of the Prometheus that has it`;

/** Text that is there or not; of any other form it counts as not there. */
const text = z.string().nullish().catch(null);

const pipeline = z
  .string({ error: NO_PIPELINE })
  .transform((ref, { addIssue }) => {
    const { success, data } = pipelineRef.safeParse(ref);
    if (success) return data;
    addIssue({ code: 'custom', message: NO_PIPELINE, input: ref });
    return z.NEVER;
  });

/** One of the alerts that Alertmanager sends. */
export const wireAlert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: z.looseObject({
    pipeline,
    alertname: z.string({ error: 'must be the name of the alert' }).min(1),
    severity: text,
  }),
  annotations: z
    .object({ summary: text, description: text })
    .nullish()
    .catch(null),
  startsAt: toolTime,
  endsAt: text,
  generatorURL: text,
  fingerprint: oneLine({ longest: 200 }).min(1).nullish().catch(null),
});

/** See {@link wireAlert}. */
export type WireAlert = z.output<typeof wireAlert>;

/** What makes an alert one: its labels, whatever their order. */
function hashOfLabels(labels: Readonly<Record<string, unknown>>): string {
  const parts = Object.keys(labels)
    .sort()
    .flatMap(name => {
      const value = labels[name];
      return typeof value === 'string' ? [name, value] : [];
    });
  return hashOf(...parts);
}

/** A page of http or https, without a user's name and password. */
function linkOf(told: string | null | undefined): string | undefined {
  if (!told || told.length > LONGEST_LINK || !URL.canParse(told)) {
    return undefined;
  }
  const url = new URL(told);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

function endOf(
  { status, endsAt, startsAt }: WireAlert,
  receivedAt: Date,
): Date | undefined {
  // While it fires, Alertmanager says the year 1 here, or when it would give up.
  if (status === 'firing') return undefined;
  const told = endsAt ? parseToolTime(endsAt) : undefined;
  const end = told && isUsual(told) ? told : receivedAt;
  return end < startsAt ? startsAt : end;
}

/**
 * An alert in our words.
 *
 * @param receivedAt - the end of one that is over and does not say since when
 */
export function toHeardAlert(alert: WireAlert, receivedAt: Date): HeardAlert {
  const { labels, annotations } = alert;
  const severity = asOneLine(labels.severity ?? '', { longest: 100 });
  const told = annotations?.summary ?? annotations?.description ?? '';
  const summary = asOneLine(told, { longest: 500 });
  const endsAt = endOf(alert, receivedAt);
  const link = linkOf(alert.generatorURL);
  return {
    pipelineRef: labels.pipeline,
    fingerprint: alert.fingerprint ?? hashOfLabels(labels),
    name: asOneLine(labels.alertname, { longest: 200 }) ?? 'alert',
    startsAt: alert.startsAt,
    ...(severity !== undefined && { severity }),
    ...(summary !== undefined && { summary }),
    ...(endsAt && { endsAt }),
    ...(link !== undefined && { link }),
  };
}
