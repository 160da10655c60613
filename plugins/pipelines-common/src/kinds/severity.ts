import { z } from 'zod';

/**
 * How bad an issue is, worst first.
 *
 * @public
 */
export const severitySchema = z
  .enum(['critical', 'high', 'medium', 'low'])
  .meta({ allowed: 'critical, high, medium or low' });

/**
 * How bad an issue is, worst first: critical, high, medium, low.
 *
 * @public
 */
export type Severity = z.infer<typeof severitySchema>;
