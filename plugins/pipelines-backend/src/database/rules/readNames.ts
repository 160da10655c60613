import {
  judge,
  needsOf,
  NO_FACTS,
  readsOf,
  Rule,
  RuleVersion,
  Unit,
} from '../../evaluation';

/** Runs of any audience. */
export const ANY_RUN = 'run';
/** Runs of jobs that serve all audiences, for rules about one of them. */
export const RUN_OF_ALL = 'run:*';
/** Anything at all was heard. */
export const ANY_RECEIPT = 'heard';
/** Somebody told whether it is up. */
export const DOWN = 'down';

const METRIC = 'metric:';
const RECEIPT = 'heard:';

/** Names runs of an audience; without one, those that serve all. */
export function runNames(audience: string | undefined): string[] {
  return [ANY_RUN, audience === undefined ? RUN_OF_ALL : `run:${audience}`];
}

/** Names figures of a metric: their values, and that they came. */
export function metricNames(metric: string): {
  value: string;
  receipt: string;
} {
  return { value: `${METRIC}${metric}`, receipt: `${RECEIPT}${metric}` };
}

/** The metric whose receipt is named; `''` for anything; undefined for other facts. */
export function metricOfReceipt(name: string): string | undefined {
  if (name === ANY_RECEIPT) return '';
  return name.startsWith(RECEIPT) ? name.slice(RECEIPT.length) : undefined;
}

/** Names of all facts that a rule reads, in any of its versions. */
export function readNames(versions: readonly RuleVersion[]): string[] {
  const names = new Set<string>();
  const needs = needsOf(versions, { from: -Infinity, to: Infinity });
  for (const reads of readsOf(versions)) {
    const { runs } = reads;
    if (runs === 'all' || (runs && runs.audience === undefined)) {
      names.add(ANY_RUN);
    } else if (runs) {
      names.add(`run:${runs.audience}`);
      names.add(RUN_OF_ALL);
    }
    for (const metric of reads.metrics ?? []) {
      const isOfReceipt = needs.metrics?.[metric]?.isOfReceipt ?? false;
      const { value, receipt } = metricNames(metric);
      names.add(isOfReceipt ? receipt : value);
    }
    if (reads.downs) names.add(DOWN);
    if (reads.reviews) names.add('review');
    if (reads.issues) names.add('issue');
    if (reads.heard) names.add(ANY_RECEIPT);
  }
  return [...names].sort();
}

/** What the months of a rule are counted in. */
export function unitOfRule(rule: Rule): Unit {
  const version = { id: '', rule, from: 0 };
  const window = { from: 0, to: 0 };
  return judge({ versions: [version], window, facts: NO_FACTS, now: 0 }).unit;
}
