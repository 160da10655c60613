import { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Scorecard,
  ScorecardFilter,
  ScorecardItem,
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

/** The pipelines that somebody sees, and how they are asked about. */
interface Seen {
  readonly month: string;
  readonly among: Among;
  readonly pipelines: readonly PipelineIdentity[];
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

function toItem(
  { identity, sums }: Ranked,
  rest: Pick<ScorecardItem, 'trend' | 'objectives'>,
): ScorecardItem {
  const { ref, title, owner, system, criticality } = identity;
  return {
    pipelineRef: ref,
    ...(title && { title }),
    owner,
    ...(system && { system }),
    criticality,
    checks: checksOfSums(sums),
    ...rest,
  };
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
    const { month, among, pipelines } = await this.#seen(options);
    const [, before] = monthsUntil(month, 2);
    const [ranked, totalBefore, unsigned] = await Promise.all([
      this.#ranked({ month, among, pipelines }),
      portfolio.total({ ...among, month: before }),
      portfolio.unsigned({
        ...among,
        months: [month, before],
        limit: UNSIGNED,
      }),
    ]);
    const first = after
      ? ranked.findIndex(
          ({ position }) => comparePositions(position, after) > 0,
        )
      : 0;
    const page = first < 0 ? [] : ranked.slice(first, first + limit);
    const refs = page.map(({ identity }) => identity.ref);
    const months = monthsUntil(month, TREND);
    const [details, trends] = await Promise.all([
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
      items: page.map(each => {
        const { ref } = each.identity;
        const trend = groupedBy(trendOf.get(ref) ?? [], sum => sum.month);
        return toItem(each, {
          trend: months.map(label => {
            const sums = trend.get(label);
            return {
              month: label,
              ...(sums && { checks: checksOfSums(sums) }),
            };
          }),
          objectives: [...(details.get(ref)?.objectives ?? [])],
        });
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
    const seen = await this.#seen(options);
    const { month } = seen;
    const ranked = await this.#ranked(seen);
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

  async #seen({ filter, credentials }: Asked): Promise<Seen> {
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
    const pipelines = passing.filter(({ ref }) => visible.has(ref));
    const isAll = pipelines.length === recorded.length;
    return { month, among: isAll ? {} : { refs: [...visible] }, pipelines };
  }

  /** Worst first. */
  async #ranked({ month, among, pipelines }: Seen): Promise<Ranked[]> {
    const { portfolio } = this.#options;
    const sums = byPipeline(
      await portfolio.sums({ ...among, months: [month] }),
    );
    const ranked = pipelines.map((identity): Ranked => {
      const own = sums.get(identity.ref) ?? [];
      const score = scoreOfSums(own);
      const { ref } = identity;
      const position = score === undefined ? { ref } : { score, ref };
      return { identity, sums: own, position };
    });
    return ranked.sort(compareRanked);
  }
}
