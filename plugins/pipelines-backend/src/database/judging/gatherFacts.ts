import { Knex } from 'knex';
import {
  ExclusionFact,
  FactRange,
  Facts,
  MeasurementFact,
  Needs,
  needsOf,
  ReviewFact,
} from '../../evaluation';
import { KnexExclusionStore } from '../exclusions/KnexExclusionStore';
import { KnexReviewStore } from '../reviews/KnexReviewStore';
import { downFactsOf, watchedSince } from '../facts/downFacts';
import { measurementFactsOf, WantedFigures } from '../facts/measurementFacts';
import { receiptsOf, WantedReceipts } from '../facts/receiptsOf';
import { runFactsOf } from '../facts/runFacts';
import { OpenedRule } from './openWindows';
import { instantText } from './verdictRows';

// The begin of the earliest window there can be, as an instant that has a text.
const EARLIEST = 0;
const DAY_MS = 86_400_000;

interface Asking {
  readonly opened: OpenedRule;
  readonly needs: Needs;
}

function textOf({ from }: FactRange): string {
  return instantText(Math.max(EARLIEST, from));
}

/** Of each name the earliest instant. */
class Earliest {
  readonly found = new Map<string, string>();

  add(name: string, from: string): void {
    const other = this.found.get(name);
    if (other === undefined || from < other) this.found.set(name, from);
  }
}

const nameOf = (pipelineRef: string, metric: string) =>
  `${pipelineRef} ${metric}`;

function wantedRuns(asking: readonly Asking[]): Map<string, string> {
  const runs = new Earliest();
  for (const { opened, needs } of asking) {
    if (needs.runs) runs.add(opened.row.pipeline_ref, textOf(needs.runs));
  }
  return runs.found;
}

function wantedFigures(
  asking: readonly Asking[],
  firstRuns: ReadonlyMap<string, string>,
): { figures: WantedFigures[]; receipts: WantedReceipts[] } {
  const figures = new Map<string, WantedFigures>();
  const receipts = new Map<string, WantedReceipts>();
  const add = <T extends { from: string }>(
    wanted: Map<string, T>,
    name: string,
    each: T,
  ) => {
    const other = wanted.get(name);
    if (!other || each.from < other.from) wanted.set(name, each);
  };
  for (const { opened, needs } of asking) {
    const pipelineRef = opened.row.pipeline_ref;
    for (const [metric, range] of Object.entries(needs.metrics ?? {})) {
      const name = nameOf(pipelineRef, metric);
      const from = textOf(range);
      const first = firstRuns.get(pipelineRef);
      if (range.isOfReceipt) {
        add(receipts, name, { pipelineRef, metric, from });
      } else {
        const since = range.isSinceRuns && first && first < from ? first : from;
        add(figures, name, { pipelineRef, metric, from: since });
      }
    }
    if (needs.heard) {
      add(receipts, nameOf(pipelineRef, ''), {
        pipelineRef,
        metric: '',
        from: textOf(needs.heard),
      });
    }
  }
  return { figures: [...figures.values()], receipts: [...receipts.values()] };
}

/** That a figure of a metric came in, for rules about nothing else. */
function asFigures(metric: string, receipts: readonly number[]) {
  return receipts.map(
    (at): MeasurementFact => ({
      id: `receipt ${at}`,
      metric,
      series: '',
      at,
      receivedAt: at,
      figure: 0,
    }),
  );
}

function byPipeline<T extends { pipelineRef: string }>(
  items: readonly T[],
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const others = found.get(item.pipelineRef);
    if (others) others.push(item);
    else found.set(item.pipelineRef, [item]);
  }
  return found;
}

type Exclusions = Awaited<ReturnType<typeof KnexExclusionStore.activeFor>>;

/** Exclusions of its pipeline as far as they are about a rule. */
function exclusionFacts(
  { row }: OpenedRule,
  exclusions: Exclusions = [],
): ExclusionFact[] {
  return exclusions.flatMap(each => {
    const { objectives, monitors } = each;
    const times = { id: each.id, from: +each.from, to: +each.to };
    if (!objectives && !monitors) return [times];
    const named = row.kind === 'objective' ? objectives : monitors;
    return named?.includes(row.name) ? [{ ...times, ruleIds: [row.name] }] : [];
  });
}

/**
 * The facts that each rule is judged by, of all rules together in a few
 * statements, however many there are.
 */
export async function gatherFacts(
  transaction: Knex.Transaction,
  opened: readonly OpenedRule[],
): Promise<Map<number, Facts>> {
  const asking = opened.map(each => ({
    opened: each,
    needs: needsOf(each.versions, { from: each.from, to: Infinity }),
  }));
  const refsOf = (some: readonly Asking[]) => [
    ...new Set(some.map(each => each.opened.row.pipeline_ref)),
  ];
  const runs = await runFactsOf(transaction, wantedRuns(asking));
  const firstRuns = new Map(
    [...runs].map(([ref, found]) => [
      ref,
      instantText(Math.min(...found.map(({ begunAt }) => begunAt))),
    ]),
  );
  const wanted = wantedFigures(asking, firstRuns);
  const figures = await measurementFactsOf(transaction, wanted.figures);
  const receipts = await receiptsOf(transaction, wanted.receipts);
  const overDowns = asking.filter(({ needs }) => needs.downs);
  const downs =
    overDowns.length > 0
      ? await downFactsOf(transaction, {
          pipelineRefs: refsOf(overDowns),
          from: overDowns
            .map(({ needs }) => (needs.downs ? textOf(needs.downs) : ''))
            .reduce((a, b) => (a < b ? a : b)),
        })
      : new Map();
  const downsWatchedSince =
    overDowns.length > 0 ? await watchedSince(transaction) : undefined;
  const overReviews = asking.filter(({ needs }) => needs.reviews);
  const reviews =
    overReviews.length > 0
      ? await KnexReviewStore.allFor(transaction, {
          pipelineRefs: refsOf(overReviews),
          since: new Date(
            Math.min(
              ...overReviews.map(({ needs }) =>
                Math.max(EARLIEST, needs.reviews?.from ?? Infinity),
              ),
            ),
          ),
        })
      : [];
  const reviewsByRef = byPipeline(reviews);
  const reviewsOf = ({ row }: OpenedRule): ReviewFact[] =>
    (reviewsByRef.get(row.pipeline_ref) ?? [])
      .filter(({ objective }) => objective === row.name)
      .map(({ id, objective, period, at, isApproved }) => ({
        id,
        ruleId: objective,
        period,
        at: +at,
        isApproved,
      }));
  const exclusions = byPipeline(
    await KnexExclusionStore.activeFor(transaction, {
      pipelineRefs: refsOf(asking),
      // What was counted is judged by whole days.
      endAfter: new Date(
        Math.max(
          EARLIEST,
          Math.min(...opened.map(({ from }) => from)) - 2 * DAY_MS,
        ),
      ),
    }),
  );

  return new Map(
    asking.map(({ opened: each, needs }): [number, Facts] => {
      const ref = each.row.pipeline_ref;
      const measurements = Object.entries(needs.metrics ?? {}).flatMap(
        ([metric, range]) =>
          range.isOfReceipt
            ? asFigures(metric, receipts.get(nameOf(ref, metric)) ?? [])
            : figures.get(nameOf(ref, metric)) ?? [],
      );
      const facts: Facts = {
        runs: needs.runs ? runs.get(ref) ?? [] : [],
        measurements,
        downs: needs.downs ? downs.get(ref) ?? [] : [],
        ...(downsWatchedSince !== undefined && { downsWatchedSince }),
        // Nothing opens issues yet.
        issues: [],
        reviews: needs.reviews ? reviewsOf(each) : [],
        exclusions: exclusionFacts(each, exclusions.get(ref)),
        heard: needs.heard ? receipts.get(nameOf(ref, '')) ?? [] : [],
      };
      return [each.row.id, facts];
    }),
  );
}
