import { Measurement } from '../heard';
import { keyOf, Metadata } from './artifact';
import { hasFailed, RunResult } from './runResult';

const TEST = /^(unit_)?test\./;
const BUILT = /^(model|snapshot|seed)\./;

/** A warning is not a pass; by any other status it was not tested. */
const GOOD_OF_ONE = new Map([
  ['pass', 1],
  ['warn', 0],
  ['fail', 0],
]);

// dbt 2 says `run` for what is `success` otherwise. What is neither that nor a
// failure was skipped, or was up to date.
const SUCCEEDED = new Set(['success', 'run']);

/** Figures that the result of a node tells. */
export function nodeFigures(
  result: RunResult,
  {
    metadata,
    subject,
  }: { metadata: Metadata; subject: Measurement['subject'] },
): Measurement[] {
  const { node, status, rows, seconds } = result;
  const common = {
    subject,
    at: result.endedAt ?? metadata.generated_at,
    key: keyOf(metadata, node),
  };
  if (TEST.test(node)) {
    const good = GOOD_OF_ONE.get(status);
    if (good === undefined) return [];
    const figure = { good, total: 1 };
    const dimensions = { assertion: node };
    return [{ ...common, dimensions, metric: 'assertions.passed', figure }];
  }
  if (!BUILT.test(node)) return [];
  const figures: Measurement[] = [];
  const dimensions = { node };
  const isDone = SUCCEEDED.has(status);
  if (isDone && rows !== undefined) {
    const metric = 'rows.written';
    figures.push({ ...common, dimensions, metric, figure: rows });
  }
  if ((isDone || hasFailed(result)) && seconds !== undefined) {
    const metric = 'node.seconds';
    figures.push({ ...common, dimensions, metric, figure: seconds });
  }
  return figures;
}
