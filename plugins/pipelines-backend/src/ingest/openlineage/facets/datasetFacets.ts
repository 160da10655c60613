import { z } from 'zod';
import { storable } from '../event';
import { instant } from './instant';

/* Facets of data sets that carry figures, by their key on the wire. */

// Rows of all steps are added up, and PostgreSQL refuses to add up beyond what a
// number can be.
const count = z.number().min(0).max(Number.MAX_SAFE_INTEGER).nullish();
const number = z.number().nullish();
const label = storable.max(4_000);

/** `inputStatistics` and `outputStatistics`. */
export const statistics = z.object({
  rowCount: count,
  size: count,
  fileCount: count,
});

const column = z.object({
  nullCount: count,
  distinctCount: count,
  count,
  sum: number,
  min: number,
  max: number,
});

/** `dataQualityMetrics`. */
export const qualityMetrics = z.object({
  rowCount: count,
  bytes: count,
  fileCount: count,
  lastUpdated: instant.nullish(),
  // The one key that the specification asks for: without it, it is something else.
  columnMetrics: z.record(label, column),
});

/** `dataQualityAssertions`. */
export const assertions = z.object({
  assertions: z.array(
    z.object({
      assertion: label,
      success: z.boolean(),
      column: label.nullish(),
      name: label.nullish(),
    }),
  ),
});

/** The run facet `test`. */
export const tests = z.object({
  tests: z.array(
    z.object({
      name: label,
      status: z.string(),
      type: label.nullish(),
    }),
  ),
});
