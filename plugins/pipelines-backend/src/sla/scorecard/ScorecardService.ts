import { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Scorecard,
  ScorecardFilter,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  Among,
  PipelineIdentity,
  PipelineSum,
} from '../../database/scores/PortfolioStore';
import { checksOfSums, scoreOfSums } from '../answers/checksOf';
import { groupedBy } from '../groupedBy';
import { monthAt, monthsUntil } from '../months';
import { SlaAnswerOptions } from '../SlaAnswerOptions';
import { compareRanked, criticalityGroups, groupsOf, Ranked } from './groupsOf';
import { PipelineMonth, ScorecardDetails } from './ScorecardDetails';
import { comparePositions, Position, toCursor } from './position';

const TREND = 6;
const UNSIGNED = 200;
/** Pipelines of a file that are read at once. */
const BATCH = 200;

interface Asked {
  filter: ScorecardFilter;
  credentials: BackstageCredentials;
}

interface Portfolio {
  readonly month: string;
  readonly among: Among;
  /** Worst first. */
  readonly ranked: readonly Ranked[];
}

function passes(
  { owner, system, criticality }: PipelineIdentity,
  filter: ScorecardFilter,
): boolean {
  return (
    (filter.owner === undefined || owner === filter.owner) &&
    (filter.system === undefined || system === filter.system) &&
    (filter.criticality === undefined || criticality === filter.criticality)
  );
}

const byPipeline = (sums: readonly PipelineSum[]) =>
  groupedBy(sums, ({ pipelineRef }) => pipelineRef);

/** Says how all pipelines that a reader may see keep their promises. */
export class ScorecardService {
  readonly #options: SlaAnswerOptions;
  readonly #details: ScorecardDetails;

  constructor(options: SlaAnswerOptions) {
    this.#options = options;
    this.#details = new ScorecardDetails(options);
  }

  /** A page of the scorecard; the sums are of all pipelines that pass the filter. */
  async page(
    options: Asked & { limit: number; after?: Position },
  ): Promise<Scorecard> {
    const { limit, after } = options;
    const { portfolio } = this.#options;
    const { month, among, ranked } = await this.#read(options);
    const [, before] = monthsUntil(month, 2);
    const first = after
      ? ranked.findIndex(
          ({ position }) => comparePositions(position, after) > 0,
        )
      : 0;
    const page = first < 0 ? [] : ranked.slice(first, first + limit);
    const refs = page.map(({ identity }) => identity.ref);
    const months = monthsUntil(month, TREND);
    const [totalBefore, unsigned, details, trends] = await Promise.all([
      portfolio.total({ ...among, month: before }),
      portfolio.unsigned({
        ...among,
        months: [month, before],
        limit: UNSIGNED,
      }),
      this.#details.read({ refs, month }),
      portfolio.sums({ refs, months }),
    ]);
    const trendOf = byPipeline(trends);
    const last = page[page.length - 1];
    const isLast = first < 0 || first + limit >= ranked.length;
    return {
      month,
      checks: checksOfSums(ranked.flatMap(({ sums }) => sums)),
      ...(totalBefore && { checksBefore: checksOfSums([totalBefore]) }),
      pipelines: ranked.length,
      owners: groupsOf(ranked, ({ owner }) => owner),
      systems: groupsOf(ranked, ({ system }) => system),
      criticalities: criticalityGroups(ranked),
      unsigned,
      items: page.map(({ identity, sums: own }) => {
        const { ref, title, owner, system, criticality } = identity;
        return {
          pipelineRef: ref,
          ...(title && { title }),
          owner,
          ...(system && { system }),
          criticality,
          checks: checksOfSums(own),
          trend: months.map(each => {
            const sums = (trendOf.get(ref) ?? []).filter(
              sum => sum.month === each,
            );
            return {
              month: each,
              ...(sums.length > 0 && { checks: checksOfSums(sums) }),
            };
          }),
          objectives: [...(details.get(ref)?.objectives ?? [])],
        };
      }),
      ...(!isLast && {
        nextCursor: toCursor(last.position),
      }),
    };
  }

  /** All pipelines that pass the filter with what each promise came to, worst first. */
  async all(options: Asked): Promise<{
    month: string;
    pipelines: { identity: PipelineIdentity; month: PipelineMonth }[];
  }> {
    const { month, ranked } = await this.#read(options);
    const pipelines: { identity: PipelineIdentity; month: PipelineMonth }[] =
      [];
    // Some at a time: other requests are answered between.
    for (let begin = 0; begin < ranked.length; begin += BATCH) {
      const some = ranked.slice(begin, begin + BATCH);
      const refs = some.map(({ identity }) => identity.ref);
      const details = await this.#details.read({ refs, month });
      for (const { identity } of some) {
        const found = details.get(identity.ref);
        if (found) pipelines.push({ identity, month: found });
      }
    }
    return { month, pipelines };
  }

  async #read({ filter, credentials }: Asked): Promise<Portfolio> {
    const { access, portfolio, now } = this.#options;
    // Each pipeline counts in the month of its own zone; which one is shown
    // without being asked for has to be the same for all.
    const month = filter.month ?? monthAt(now(), 'UTC');
    const recorded = await portfolio.pipelines();
    const passing = recorded.filter(each => passes(each, filter));
    const visible = new Set(
      await access.visibleOfRecorded({
        refs: passing.map(({ ref }) => ref),
        credentials,
      }),
    );
    const seen = passing.filter(({ ref }) => visible.has(ref));
    const among: Among =
      seen.length === recorded.length ? {} : { refs: [...visible] };
    const sums = byPipeline(
      await portfolio.sums({ ...among, months: [month] }),
    );
    const ranked = seen.map((identity): Ranked => {
      const own = sums.get(identity.ref) ?? [];
      const score = scoreOfSums(own);
      const { ref } = identity;
      const position = score === undefined ? { ref } : { score, ref };
      return { identity, sums: own, position };
    });
    return { month, among, ranked: ranked.sort(compareRanked) };
  }
}
