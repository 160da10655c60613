import type {
  Exclusion,
  Objective,
  Score,
  VerdictState,
} from '@techflow/backstage-plugin-pipelines-common';
import { PipelineIdentity } from '../../database/scores/PortfolioStore';
import { shownShare } from '../../evaluation';

/** States as people read them. */
const WORDS: Record<VerdictState, string> = {
  met: 'met',
  missed: 'missed',
  'at-risk': 'at risk',
  pending: 'pending',
  'no-data': 'no data',
  'no-baseline': 'no baseline',
  excluded: 'excluded',
};

const UNITS: Record<Score['unit'], string> = {
  slots: 'slots',
  time: 'seconds',
  events: 'events',
};

const SECOND_MS = 1_000;

/** Names of the columns, in order. */
export const COLUMNS = [
  'Pipeline',
  'Pipeline title',
  'Owner',
  'System',
  'Criticality',
  'Promise',
  'Promise title',
  'Type',
  'Month',
  'Target %',
  'State',
  'Kept',
  'Broken',
  'Open',
  'Excluded',
  'Unit',
  'Score %',
  'Coverage %',
  'Revision',
  'Exclusions',
] as const;

/** A number stays one, so that a spreadsheet can reckon with it. */
export type Cell = string | number;

/** What is in a file of the promises of a pipeline. */
export interface PipelineLines {
  readonly identity: PipelineIdentity;
  /** `yyyy-MM` */
  readonly month: string;
  readonly objectives: readonly {
    readonly id: string;
    readonly type: Objective['type'];
    readonly title?: string;
    readonly score: Score;
  }[];
  /** Those that its scores name, at least. */
  readonly exclusions: readonly Exclusion[];
}

function exclusionWords(exclusion: Exclusion): string {
  const { type, from, to, author, reason } = exclusion;
  return `${type} from ${from} to ${to} by ${author}: ${reason}`;
}

/** Never rounded up, as on screens; nothing where there is nothing to share. */
function percent(part: number, whole: number): Cell {
  const shown = shownShare({ met: part, missed: whole - part }, 100);
  return shown === undefined ? '' : Number(shown);
}

/** One line for each promise, cells in the order of {@link COLUMNS}. */
export function promiseLines(pipeline: PipelineLines): Cell[][] {
  const { identity, month, objectives, exclusions } = pipeline;
  return objectives.map(({ id, type, title, score }) => {
    // Milliseconds are for programs.
    const amount = (count: number) =>
      score.unit === 'time' ? count / SECOND_MS : count;
    const named = exclusions.filter(each =>
      score.exclusionIds.includes(each.id),
    );
    return [
      identity.ref,
      identity.title ?? '',
      identity.owner,
      identity.system ?? '',
      identity.criticality,
      id,
      title ?? '',
      type,
      month,
      score.target,
      WORDS[score.state],
      amount(score.met),
      amount(score.missed),
      amount(score.open),
      amount(score.excluded),
      UNITS[score.unit],
      score.shown === undefined ? '' : Number(score.shown),
      percent(score.judged, score.expected),
      score.revision,
      named.map(exclusionWords).join('; '),
    ];
  });
}
