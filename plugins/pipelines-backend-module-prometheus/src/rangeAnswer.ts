import { z } from 'zod';

/** What Prometheus writes for NaN and infinities is no figure to us. */
const value = z.string().trim().min(1).transform(Number);

// Prometheus may add keys at any time: those we do not know are left out.
const series = z.object({
  metric: z.record(z.string(), z.string()),
  /** Seconds since 1970, and the figure. A series of histograms has none. */
  values: z.array(z.tuple([z.number(), value])).default([]),
});

/** What Prometheus answers to a range query. */
export const rangeAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    data: z.object({
      resultType: z.literal('matrix'),
      result: z.array(series),
    }),
  }),
  z.object({
    status: z.literal('error'),
    errorType: z.string().default('error'),
    error: z.string().default('without a reason'),
  }),
]);

/** A series of a range query. */
export type RangeSeries = z.output<typeof series>;
