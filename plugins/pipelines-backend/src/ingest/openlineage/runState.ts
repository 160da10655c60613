import { RunState } from '@techflow/backstage-plugin-pipelines-common';
import { RunEnd, RunFacts } from './runFacts';

/** How a run ended: the first end by the time of its event. */
export interface Ended {
  readonly state: RunEnd;
  readonly at: string;
}

// Of two ends in the same millisecond the worse one is believed.
const WORST_FIRST: readonly RunEnd[] = ['failed', 'aborted', 'complete'];

/** All ends that were told, in the order of their events. */
function endsOf({ ends }: RunFacts): Ended[] {
  return WORST_FIRST.flatMap(state => {
    const at = ends[state];
    return at === undefined ? [] : [{ state, at }];
  }).sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
}

/** The end that counts, if there is one. */
export function endOf(facts: RunFacts): Ended | undefined {
  return endsOf(facts)[0];
}

/** A later end that says otherwise: OpenLineage allows none, tools send it. */
export function conflictOf(facts: RunFacts): Ended | undefined {
  return endsOf(facts)[1];
}

/** The state of a run. An event without a type, or OTHER, changes nothing. */
export function stateOf(facts: RunFacts): RunState {
  const end = endOf(facts);
  if (end) return end.state;
  return facts.startedAt || facts.isRunning ? 'running' : 'unknown';
}

/** When it began: START, or whatever was heard first of it. */
export function begunAt({ startedAt, firstEventAt }: RunFacts): string {
  return startedAt ?? firstEventAt;
}
