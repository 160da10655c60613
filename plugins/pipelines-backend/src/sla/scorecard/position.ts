import { z } from 'zod';
import { pipelineRef } from '../../ingest/measurements/pipelineRef';

/** Where a pipeline stands on the scorecard. */
export interface Position {
  /** In percent; absent out of nothing. */
  readonly score?: number;
  readonly ref: string;
}

/** The lowest score first, those without one last; of equals by reference. */
export function comparePositions(a: Position, b: Position): number {
  const difference = (a.score ?? Infinity) - (b.score ?? Infinity);
  // Infinity less Infinity is no number.
  if (difference < 0 || difference > 0) return difference;
  if (a.ref === b.ref) return 0;
  return a.ref < b.ref ? -1 : 1;
}

const NO_SCORE = '-';

/** A position as text, for the next page. */
export function toCursor({ score, ref }: Position): string {
  return `${score ?? NO_SCORE}_${ref}`;
}

/** Back from {@link toCursor}; takes nothing on trust. */
export const cursor = z
  .string()
  .max(300)
  .regex(
    /^(-|\d[\d.e-]{0,30})_.+$/,
    'must be the nextCursor of the page before',
  )
  .transform(text => {
    const at = text.indexOf('_');
    const score = text.slice(0, at);
    return {
      ...(score !== NO_SCORE && { score: Number(score) }),
      ref: text.slice(at + 1),
    };
  })
  .pipe(
    z.object({
      score: z.number().min(0).max(100).optional(),
      ref: pipelineRef,
    }),
  );
