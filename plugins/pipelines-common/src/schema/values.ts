import { parseEntityRef } from '@backstage/catalog-model';
import { CronExpressionParser } from 'cron-parser';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { DEADLINE_EXAMPLES, parseDeadline } from './deadline';
import { DURATION_PATTERN } from './duration';

/**
 * Small values that several kinds share. Each carries, in its metadata, the
 * words that error messages and the entity reference use for "what is allowed".
 */
interface ValueMeta {
  /** What is allowed, in words that follow "allowed: ". */
  allowed: string;
}

const value = (meta: ValueMeta) =>
  z
    .string({ error: `must be ${meta.allowed}` })
    .min(1)
    .meta({ ...meta });

function hasValidCron(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    CronExpressionParser.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const text = value({ allowed: 'some words' });

export const id = value({
  allowed: 'lower-case letters, digits and dashes, such as revenue-drop',
}).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

export const metricName = value({
  allowed:
    'a metric name: lower-case letters, digits, dots, dashes and underscores, such as kafka.consumer-lag',
}).regex(/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/);

export const duration = value({
  allowed:
    'a whole number and a unit (m, h, d or w), such as 30m, 48h, 7d or 1w',
}).regex(DURATION_PATTERN);

export const cron = value({
  allowed:
    'a cron expression of five fields (minute, hour, day of month, month, day of week), such as 0 6 1 * *',
}).refine(hasValidCron);

export const timeZone = value({
  allowed: 'an IANA time zone, such as America/New_York',
}).refine(zone => /^[A-Z]/i.test(zone) && IANAZone.isValidZone(zone));

export const timeOfDay = value({
  allowed: 'a time of day from 00:00 to 23:59, in quotes, such as "09:00"',
}).regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const calendarDate = value({
  allowed: 'a date, in quotes, such as "2026-12-25"',
}).refine(isCalendarDate);

export const deadline = value({
  allowed: `a deadline in words, such as ${DEADLINE_EXAMPLES.join('; ')}`,
}).refine(words => parseDeadline(words) !== undefined);

export const percent = z
  .number()
  .gt(0)
  .lte(100)
  .meta({ allowed: 'a percentage above 0, up to and including 100' });

/** Options of {@link entityRef}. */
export interface EntityRefRule {
  /** Kinds the reference may name; the first is taken where the text names none. */
  kinds: readonly string[];
}

/**
 * A reference to another entity, `[kind:][namespace/]name`. Only the form and
 * the kind are checked: whether the entity exists is the catalog's to say.
 */
export function entityRef({ kinds }: EntityRefRule) {
  const allowedKinds = kinds.map(kind => kind.toLocaleLowerCase('en-US'));
  return value({
    allowed: `an entity reference [kind:][namespace/]name of kind ${kinds.join(
      ' or ',
    )}`,
  }).refine(ref => {
    try {
      const { kind } = parseEntityRef(ref, {
        defaultKind: kinds[0],
        defaultNamespace: 'default',
      });
      return allowedKinds.includes(kind.toLocaleLowerCase('en-US'));
    } catch {
      return false;
    }
  });
}

/** Who may own, look after or be told: a group, or a single person. */
export const ownerRef = entityRef({ kinds: ['Group', 'User'] });
/** A person. */
export const userRef = entityRef({ kinds: ['User'] });
