import { hashOf } from '../hashOf';

const LONGEST = 500;
const KEPT = 440;

/** One name of a data set, short enough for a dimension. */
export function datasetName(dataset: {
  readonly namespace: string;
  readonly name: string;
}): string {
  const name = `${dataset.namespace}/${dataset.name}`;
  return name.length <= LONGEST
    ? name
    : `${name.slice(0, KEPT)}…${hashOf(name)}`;
}
