import { writeLedger } from './ledger.mjs';

/**
 * What these journeys need of a portal: a past to judge, months that close at
 * once, so that what comes late revises them, and a pipeline that is due now.
 *
 * @param options - `folder`: for the file of that pipeline; `catalog`: the file
 *   of the company's own catalog; `lookBackOf`: how far back its tools tell
 */
export async function slaConfig({
  folder,
  catalog,
  lookBackOf,
  now = Date.now(),
}) {
  const targets = [catalog, await writeLedger(folder, now)];
  return {
    pipelines: { sla: { closeMonthAfterDays: 0, lookBack: lookBackOf(now) } },
    catalog: { locations: targets.map(target => ({ type: 'file', target })) },
  };
}
