// A pipeline whose promises stand close to now: those of the company are due in
// the morning and on the first of a month, and no journey waits for that.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MINUTE = 60_000;

/** The run of today was expected this long before the portal started. */
const EXPECTED_BEFORE = 30 * MINUTE;

function entityAt(now) {
  const due = new Date(now - EXPECTED_BEFORE);
  const [minute, hour] = [due.getUTCMinutes(), due.getUTCHours()];
  const job = audience => ({
    namespace: 'airflow',
    name: `ledger_${audience}`,
    audience,
  });
  const delivery = (audience, title) => ({
    id: `delivery-${audience}`,
    type: 'delivery',
    title,
    audience,
  });
  return {
    apiVersion: 'techflow.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'ledger', title: 'Ledger Pipeline' },
    spec: {
      type: 'batch',
      lifecycle: 'production',
      purpose: 'Close the books',
      criticality: 'low',
      owner: 'accounting',
      schedules: [
        {
          audience: 'treasury',
          cron: `${minute} ${hour} ${due.getUTCDate()} * *`,
          timeZone: 'UTC',
          grace: '6h',
        },
        {
          audience: 'auditors',
          cron: '0 6 20 * *',
          timeZone: 'UTC',
          grace: '2h',
        },
      ],
      jobs: [job('treasury'), job('auditors')],
      sla: {
        timeZone: 'UTC',
        objectives: [
          delivery('treasury', 'Books for the treasury'),
          delivery('auditors', 'Books for the auditors'),
        ],
      },
    },
  };
}

/** Writes its file into a folder, and says where. */
export async function writeLedger(folder, now) {
  const file = join(folder, 'ledger.yaml');
  // JSON is YAML, too.
  await writeFile(file, JSON.stringify(entityAt(now)));
  return file;
}

/** The time of the auditors' books in the month before the one that runs. */
export function booksOfLastMonth(now) {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 20, 6);
}
