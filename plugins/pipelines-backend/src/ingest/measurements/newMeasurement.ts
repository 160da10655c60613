import { z } from 'zod';
import { instant } from '../../router/parse';
import { Figure, Measurement } from '../heard';
import { oneLine } from './oneLine';
import { pipelineRef } from './pipelineRef';

const MOST_DIMENSIONS = 20;

/** Longest value of a dimension. */
export const LONGEST_DIMENSION = 500;

// As the Pipeline's spec has it, so that a figure can be of a metric there.
const metric = z
  .string()
  .max(200)
  .regex(
    /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/,
    'must be lower-case letters, digits, dots, dashes and underscores, such as kafka.consumer-lag',
  );

const dimensionName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,62}$/);

function isDimensions(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    // zod leaves this name out without a word.
    !Object.hasOwn(value, '__proto__') &&
    // Asked first, so that a million of them are not looked at one by one.
    Object.keys(value).length <= MOST_DIMENSIONS
  );
}

const dimensions = z
  .custom<Record<string, unknown>>(
    isDimensions,
    `must be an object of at most ${MOST_DIMENSIONS} names and values`,
  )
  .pipe(
    z.record(dimensionName, oneLine({ longest: LONGEST_DIMENSION }), {
      error: ({ code }) =>
        code === 'invalid_key'
          ? 'must be named with letters, digits, dots, dashes and underscores, 63 at most, the first a letter or an underscore'
          : undefined,
    }),
  );

const value = z.union([z.number(), instant], {
  error:
    'must be a finite number, or an ISO 8601 instant with its zone in the years 1970 to 2199',
});

const count = z
  .number({ error: 'must be a finite number' })
  .min(0, 'must be at least 0');

const KEYS = {
  pipelineRef,
  metric,
  at: instant,
  value: value.optional(),
  good: count.optional(),
  total: count.optional(),
  dimensions: dimensions.optional(),
  key: oneLine({ longest: 200 }).min(1).optional(),
};

interface Counted {
  readonly value?: number | Date;
  readonly good?: number;
  readonly total?: number;
}

function figureOf({ value: told, good, total }: Counted): Figure | undefined {
  if (told !== undefined) {
    if (good !== undefined || total !== undefined) return undefined;
    return typeof told === 'number' ? told : told.getTime() / 1_000;
  }
  if (good === undefined || total === undefined) return undefined;
  return { good, total };
}

/** One measurement as tools send it. */
export const newMeasurement = z
  .strictObject(KEYS, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? `must have no other keys than ${Object.keys(KEYS).join(', ')}`
        : undefined,
  })
  .transform((item, { addIssue }): Measurement => {
    const refuse = (message: string, path: string[] = []) => {
      addIssue({ code: 'custom', message, path, input: item });
      return z.NEVER;
    };
    const figure = figureOf(item);
    if (figure === undefined) {
      return refuse('must have either value, or good and total');
    }
    if (typeof figure !== 'number' && figure.good > figure.total) {
      return refuse(`must be at most the total, ${figure.total}`, ['good']);
    }
    return {
      subject: { pipelineRef: item.pipelineRef },
      metric: item.metric,
      dimensions: item.dimensions ?? {},
      at: item.at,
      figure,
      ...(item.key !== undefined && { key: item.key }),
    };
  });
