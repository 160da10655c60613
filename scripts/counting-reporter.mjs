import { add, countsOfNodeEvent, NOTHING } from './counts.mjs';

/** A reporter for `node --test` that writes nothing but the counts, as JSON. */
export default async function* countingReporter(events) {
  let counts = NOTHING;
  for await (const event of events) {
    counts = add(counts, countsOfNodeEvent(event) ?? NOTHING);
  }
  yield JSON.stringify(counts);
}
