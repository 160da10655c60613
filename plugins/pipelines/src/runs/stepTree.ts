import { Run } from '@techflow/backstage-plugin-pipelines-common';

/** A step of a run, and the steps of that. */
export interface Step {
  run: Run;
  /** Its name, without what it repeats of the job it is part of. */
  name: string;
  steps: Step[];
}

/** Airflow calls the task `load` of the DAG `profit` `profit.load`. */
function nameWithin(name: string, parent: string): string {
  const prefix = `${parent}.`;
  return name.startsWith(prefix) && name.length > prefix.length
    ? name.slice(prefix.length)
    : name;
}

/**
 * Steps as a tree below their run. One whose own parent is not among them stands
 * directly below the run, and none is shown twice, whatever the tool says.
 */
export function stepTree(root: Run, runs: readonly Run[]): Step[] {
  const ids = new Set(runs.map(({ id }) => id));
  const placed = new Set<string>();
  const below = (parent: Run, isBelow: (run: Run) => boolean): Step[] =>
    runs
      .filter(run => run.id !== root.id && !placed.has(run.id) && isBelow(run))
      .map(run => {
        placed.add(run.id);
        return run;
      })
      .map(run => ({
        run,
        name: nameWithin(run.job.name, parent.job.name),
        steps: below(run, ({ parentId }) => parentId === run.id),
      }));

  const steps = below(
    root,
    ({ parentId }) =>
      parentId === undefined || parentId === root.id || !ids.has(parentId),
  );
  // Two that call each other their parent have no way up; they are shown too.
  return [...steps, ...below(root, () => true)];
}
