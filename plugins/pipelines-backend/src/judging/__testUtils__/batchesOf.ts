import { CompanyYear } from './companyYear';
import { Delivery, isOfTool } from './Delivery';
import { shareOf } from './shareOf';

/** Deliveries that are judged together: a few at most, and each of people alone. */
export interface Batch {
  /** What time makes due until then is judged before; epoch milliseconds. */
  readonly wakesUntil: number;
  readonly deliveries: readonly Delivery[];
  /** When they are judged. */
  readonly now: number;
}

const MOST_TOGETHER = 6;
// Nobody looks at the clock before every tenth batch: it is caught up on.
const ASLEEP = 0.1;

/** A year as it is judged, a few deliveries at a time. */
export function batchesOf({ seed, deliveries, to }: CompanyYear): Batch[] {
  const batches: Batch[] = [];
  for (let begin = 0; begin < deliveries.length; ) {
    const most = isOfTool(deliveries[begin])
      ? 1 + Math.floor(shareOf(seed, 'together', begin) * MOST_TOGETHER)
      : 1;
    let end = begin + 1;
    while (end < begin + most && deliveries[end] && isOfTool(deliveries[end])) {
      end += 1;
    }
    const isAwake = shareOf(seed, 'asleep', begin) >= ASLEEP;
    batches.push({
      wakesUntil: isAwake ? deliveries[begin].receivedAt : 0,
      deliveries: deliveries.slice(begin, end),
      now: deliveries[end - 1].receivedAt,
    });
    begin = end;
  }
  return [...batches, { wakesUntil: to, deliveries: [], now: to }];
}
