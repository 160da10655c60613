import {
  Scorecard,
  ScorecardItem,
  ScorecardObjective,
} from '@techflow/backstage-plugin-pipelines-common';
import { PIPELINE } from './ingestBuilders';
import { checks, score } from './slaBuilders';

export function scorecardObjective(
  changes: Partial<ScorecardObjective> = {},
): ScorecardObjective {
  return {
    id: 'investors',
    type: 'delivery',
    score: score({ state: 'met', met: 30, missed: 0 }),
    ...changes,
  };
}

/** Profit, with one promise. */
export function scorecardItem(
  changes: Partial<ScorecardItem> = {},
): ScorecardItem {
  return {
    pipelineRef: PIPELINE,
    title: 'Profit Calculation Pipeline',
    owner: 'group:default/finance',
    criticality: 'high',
    checks: checks(),
    trend: [],
    objectives: [scorecardObjective()],
    ...changes,
  };
}

export function scorecard(changes: Partial<Scorecard> = {}): Scorecard {
  return {
    month: '2026-11',
    checks: checks(),
    pipelines: 1,
    owners: [],
    systems: [],
    criticalities: [],
    unsigned: [],
    items: [scorecardItem()],
    ...changes,
  };
}
