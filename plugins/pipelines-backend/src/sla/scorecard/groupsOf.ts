import {
  pipelineSpecSchema,
  ScorecardGroup,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  PipelineIdentity,
  PipelineSum,
} from '../../database/scores/PortfolioStore';
import { groupedBy } from '../groupedBy';
import { checksOfSums } from '../answers/checksOf';
import { comparePositions, Position } from './position';

/** The words for how critical a pipeline is, the highest first. */
export const CRITICALITIES = pipelineSpecSchema.shape.criticality.options;

/** A pipeline with what it came to in the month. */
export interface Ranked {
  readonly identity: PipelineIdentity;
  readonly sums: readonly PipelineSum[];
  readonly position: Position;
}

/** By score, the lowest first, those without one last. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return comparePositions(a.position, b.position);
}

/**
 * Pipelines that have something in common, together: sums of counts, never means
 * of their scores.
 *
 * @param ranked - in the order of {@link compareRanked}
 * @param keyOf - what they have in common; undefined: they are in no group
 */
export function groupsOf(
  ranked: readonly Ranked[],
  keyOf: (identity: PipelineIdentity) => string | undefined,
): ScorecardGroup[] {
  const groups = groupedBy(ranked, ({ identity }) => keyOf(identity));
  const found = [...groups].flatMap(([key, members]): ScorecardGroup[] => {
    if (key === undefined) return [];
    const [first] = members;
    const hasScore = first.position.score !== undefined;
    return [
      {
        key,
        pipelines: members.length,
        checks: checksOfSums(members.flatMap(({ sums }) => sums)),
        ...(hasScore && {
          worst: {
            pipelineRef: first.identity.ref,
            checks: checksOfSums(first.sums),
          },
        }),
      },
    ];
  });
  const place = ({ key, checks: { score } }: ScorecardGroup) =>
    score === undefined ? { ref: key } : { score, ref: key };
  return found.sort((a, b) => comparePositions(place(a), place(b)));
}

/** {@link groupsOf} by criticality, the highest first. */
export function criticalityGroups(ranked: readonly Ranked[]): ScorecardGroup[] {
  const groups = groupsOf(ranked, ({ criticality }) => criticality);
  return CRITICALITIES.flatMap(each =>
    groups.filter(({ key }) => key === each),
  );
}
