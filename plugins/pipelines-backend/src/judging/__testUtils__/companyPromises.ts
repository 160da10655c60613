import {
  Objective,
  PipelineSpec,
} from '@techflow/backstage-plugin-pipelines-common';
import { COMPANY } from '../../evaluation/__testUtils__/anyYear';
import { NEW_YORK } from '../../evaluation/__testUtils__/instants';

/** A job by its name, as OpenLineage names it. */
export const jobOf = (name: string) => ({ namespace: 'airflow', name });

/** A job of all audiences, claimed only later. */
export const ANY_JOB = 'profit_any';

const JOBS: PipelineSpec['jobs'] = ['investors', 'experiments'].map(
  audience => ({ ...jobOf(`profit_${audience}`), audience }),
);

function changed(objective: Objective): Objective {
  if (objective.type === 'ratio') return { ...objective, target: 99.95 };
  return objective.type === 'delivery' && objective.deadline
    ? { ...objective, deadline: 'every day 12:00' }
    : objective;
}

const objectives = COMPANY.sla?.objectives ?? [];
const monitors = COMPANY.monitors ?? [];

// Without figures that runs must have, a run changes little of what was before it.
const FIRST: PipelineSpec = {
  ...COMPANY,
  jobs: JOBS,
  monitors: monitors.filter(({ type }) => type !== 'required'),
};
const CLAIMING: PipelineSpec = { ...FIRST, jobs: [...JOBS, jobOf(ANY_JOB)] };
const REQUIRING: PipelineSpec = { ...CLAIMING, monitors };
const CHANGED: PipelineSpec = {
  ...REQUIRING,
  sla: { timeZone: NEW_YORK, objectives: objectives.map(changed) },
  monitors: monitors.map(each =>
    each.type === 'threshold' ? { ...each, mustBeLessThan: 60 } : each,
  ),
};
const GONE = ['fresh-runs', 'silent', 'experiments'];
const FEWER: PipelineSpec = {
  ...CHANGED,
  sla: {
    timeZone: NEW_YORK,
    objectives: objectives.map(changed).filter(({ id }) => !GONE.includes(id)),
  },
  monitors: CHANGED.monitors?.filter(({ id }) => !GONE.includes(id)),
};

/**
 * What the pipeline promises over a year, and from which part of it on: a job is
 * claimed that was not, runs must have figures, limits change (in July of a whole
 * year), rules go and come back.
 */
export const PROMISES: readonly {
  /** From 0 to below 1. */
  readonly from: number;
  readonly spec: PipelineSpec;
  /** Its runs are those of other jobs than before. */
  readonly claimsOthers: boolean;
}[] = [
  { from: 0, spec: FIRST, claimsOthers: false },
  { from: 0.15, spec: CLAIMING, claimsOthers: true },
  { from: 0.35, spec: REQUIRING, claimsOthers: false },
  { from: 0.52, spec: CHANGED, claimsOthers: false },
  { from: 0.7, spec: FEWER, claimsOthers: false },
  { from: 0.8, spec: CHANGED, claimsOthers: false },
];
