// What the company's tools would have told the demo portal: `npm run demo:tools`
// while it runs. Sends the runs and figures of the last 60 days over HTTP, as
// Airflow, dbt, Alertmanager and curl would. Sending again changes nothing.
import { createHash } from 'node:crypto';
import { toolsToken } from './tools-token.mjs';

const [backend = 'http://localhost:7007'] = process.argv.slice(2);
const API = `${backend}/api/pipelines/v1`;
const DAY = 86_400_000;
const MINUTE = 60_000;
const DAYS = 60;
const AIRFLOW =
  'https://github.com/apache/airflow/tree/providers-openlineage/2.3.0';

async function post(path, body) {
  const response = await fetch(`${API}${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${toolsToken()}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text && JSON.parse(text);
}

/** A number from 0 to 1 that depends on its name alone: every run is the same. */
function chance(name) {
  const hash = createHash('sha256').update(name).digest();
  return hash.readUInt32BE(0) / 0xffff_ffff;
}

function runIdOf(name) {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(
    13,
    16,
  )}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const iso = time => new Date(time).toISOString();

/** 05:00 and 06:00 in New York are 10:00 and 11:00 UTC in winter, an hour less in summer. */
function hourInNewYork(day, hour) {
  for (const offset of [4, 5]) {
    const time = day + (hour + offset) * 60 * MINUTE;
    const there = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'America/New_York',
      hour: 'numeric',
    }).format(time);
    if (Number(there) === hour) return time;
  }
  throw new Error('No such hour');
}

const facets = (nominal, extra = {}) => ({
  nominalTime: { nominalStartTime: iso(nominal) },
  processing_engine: { name: 'Airflow', version: '3.1.0' },
  airflow: {
    dagRun: { run_type: 'scheduled' },
    taskInstance: {
      log_url: `https://airflow.example.com/runs/${nominal}`,
    },
  },
  ...extra,
});

/** START and end of a run, a step below it with the rows it wrote. */
function runOf({ job, nominal, begin, minutes, rows, error, runType }) {
  const runId = runIdOf(`${job} ${nominal}`);
  const taskId = runIdOf(`${job}.load ${nominal}`);
  const end = begin + minutes * MINUTE;
  const parent = { run: { runId }, job: { namespace: 'airflow', name: job } };
  const failed = error && {
    errorMessage: { message: error, programmingLanguage: 'PYTHON' },
  };
  const backfill = runType && { airflow: { dagRun: { run_type: runType } } };
  const event = (eventType, time, id, name, runFacets, outputs = []) => ({
    eventType,
    eventTime: iso(time),
    producer: AIRFLOW,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: { runId: id, facets: runFacets },
    job: {
      namespace: 'airflow',
      name,
      facets: { jobType: { processingType: 'BATCH', integration: 'AIRFLOW' } },
    },
    inputs: [],
    outputs,
  });
  const last = error ? 'FAIL' : 'COMPLETE';
  const running = end > Date.now();
  const outputs = error
    ? []
    : [
        {
          namespace: 'warehouse',
          name: `finance.${job}`,
          outputFacets: {
            outputStatistics: { rowCount: rows, size: rows * 180 },
          },
        },
      ];
  return [
    event('START', begin, runId, job, facets(nominal, backfill)),
    event('START', begin + MINUTE, taskId, `${job}.load`, { parent }),
    ...(running
      ? []
      : [
          event(
            last,
            end - MINUTE,
            taskId,
            `${job}.load`,
            { parent, ...failed },
            outputs,
          ),
          event(last, end, runId, job, { ...failed }),
        ]),
  ];
}

const JOBS = [
  { job: 'profit_experiments', hour: 5, minutes: 40, rows: 12_000 },
  { job: 'growth_experiments', hour: 5, minutes: 25, rows: 9_000 },
  { job: 'engagement_experiments', hour: 5, minutes: 70, rows: 480_000 },
  { job: 'growth_investors', hour: 6, minutes: 30, rows: 900, weekday: 1 },
  {
    job: 'engagement_investors',
    hour: 6,
    minutes: 90,
    rows: 3_100,
    weekday: 1,
  },
  { job: 'executive_executives', hour: 10, minutes: 15, rows: 60, weekday: 1 },
  { job: 'profit_investors', hour: 6, minutes: 75, rows: 1_150, date: 1 },
  { job: 'executive_investors', hour: 9, minutes: 20, rows: 60, date: 1 },
];

const ERRORS = [
  'salary feed: 3 teams without a total (expected 14, found 11)',
  'psycopg.errors.DiskFull: could not extend file "base/16401/24680"',
  'expense records are incomplete: Ops feed of the day is missing',
];

const midnight = Math.floor(Date.now() / DAY) * DAY;
const events = [];
for (let back = DAYS; back >= 0; back -= 1) {
  const day = midnight - back * DAY;
  const date = new Date(day);
  for (const { job, hour, minutes, rows, ...when } of JOBS) {
    if (when.weekday !== undefined && date.getUTCDay() !== when.weekday)
      continue;
    if (when.date !== undefined && date.getUTCDate() !== when.date) continue;
    const nominal = hourInNewYork(day, hour);
    if (nominal > Date.now()) continue;
    const luck = chance(`${job} ${day}`);
    const late =
      luck > 0.93 ? 130 + Math.round(luck * 60) : Math.round(luck * 6);
    const error = luck < 0.05 ? ERRORS[Math.floor(luck * 60)] : undefined;
    events.push(
      ...runOf({
        job,
        nominal,
        begin: nominal + late * MINUTE,
        minutes: minutes * (0.8 + luck * 0.4),
        rows: Math.round(rows * (0.9 + chance(`${day} ${job}`) * 0.2)),
        error,
      }),
    );
  }
}
// Somebody fills in a day of last month, and a job that nobody has claimed runs.
events.push(
  ...runOf({
    job: 'growth_experiments',
    nominal: hourInNewYork(midnight - 33 * DAY, 5) + 1,
    begin: Date.now() - 5 * 60 * MINUTE,
    minutes: 22,
    rows: 8_800,
    runType: 'backfill',
  }),
  ...runOf({
    job: 'churn_forecast',
    nominal: midnight,
    begin: midnight,
    minutes: 12,
    rows: 420,
  }),
);
for (let begin = 0; begin < events.length; begin += 200) {
  await post('/lineage/batch', events.slice(begin, begin + 200));
}

const measurements = [];
const measure = (pipelineRef, metric, at, figure, dimensions) =>
  measurements.push({
    pipelineRef,
    metric,
    at: iso(at),
    ...figure,
    ...(dimensions && { dimensions }),
  });
for (let back = DAYS; back >= 0; back -= 1) {
  const day = midnight - back * DAY;
  const luck = name => chance(`${name} ${day}`);
  const noon = Math.min(day + 12 * 60 * MINUTE, Date.now());
  const active = 20_000 + (DAYS - back) * 22;
  measure('profit', 'expenses', noon, {
    value: Math.round(
      41_000 + luck('expenses') * 6_000 + (back === 12 ? 30_000 : 0),
    ),
  });
  const missing = luck('accounts') > 0.9 ? 3 : 0;
  measure('profit', 'accounts.completeness', noon, {
    good: active - missing,
    total: active,
  });
  measure('profit', 'accounts.active', noon, { value: active });
  measure('profit', 'accounts.included', noon, { value: active - missing });
  measure('profit', 'profit.newest-record', noon, {
    value: iso(noon - luck('age') * 5 * 60 * MINUTE),
  });
  measure('growth', 'growth.rate', noon, {
    value: Number((1.5 + luck('growth') * 2).toFixed(2)),
  });
  measure('engagement', 'clicks.valid', noon, {
    good: 999_000 + Math.round(luck('clicks') * 999),
    total: 1_000_000,
  });
  measure('engagement', 'clicks.newest', noon, {
    value: iso(noon - luck('clicks') * 30 * 60 * MINUTE),
  });
  for (let hour = 0; hour < 24; hour += 1) {
    const at = day + hour * 60 * MINUTE;
    if (at > Date.now()) break;
    measure(
      'engagement',
      'kafka.consumer-lag',
      at,
      { value: Math.round(200 + chance(`lag ${at}`) * 900) },
      { topic: 'clicks' },
    );
  }
}
for (const [months, value] of [
  [2, 1_250_000],
  [1, 1_310_000],
  [0, 1_178_000],
]) {
  const date = new Date();
  const at = Date.UTC(
    date.getUTCFullYear(),
    date.getUTCMonth() - months,
    1,
    12,
  );
  if (at <= Date.now()) measure('profit', 'revenue', at, { value });
}
for (let begin = 0; begin < measurements.length; begin += 1_000) {
  await post('/measurements', {
    measurements: measurements.slice(begin, begin + 1_000),
  });
}

await post('/alerts/alertmanager', {
  version: '4',
  status: 'firing',
  alerts: [
    {
      status: 'firing',
      labels: {
        alertname: 'ConsumerLagGrows',
        pipeline: 'engagement',
        severity: 'warning',
        topic: 'clicks',
      },
      annotations: { summary: 'The consumer of clicks falls behind' },
      startsAt: iso(Date.now() - 40 * MINUTE),
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'https://prometheus.example.com/graph',
      fingerprint: 'c1b0',
    },
  ],
});
// What goes wrong in every company: an event without its run, a facet that is odd.
await fetch(`${API}/lineage`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${toolsToken()}` },
  body: JSON.stringify({
    eventType: 'START',
    eventTime: iso(midnight),
    job: { namespace: 'spark', name: 'sessions' },
  }),
});
console.log(
  `Sent ${events.length} events and ${measurements.length} figures to ${backend}.`,
);
