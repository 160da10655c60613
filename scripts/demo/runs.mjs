import {
  at,
  dateOf,
  DAY,
  daysBetween,
  HOUR,
  iso,
  MINUTE,
  weekdayOf,
} from './calendar.mjs';
import { chance, runIdOf } from './chance.mjs';

const PRODUCER =
  'https://github.com/apache/airflow/tree/providers-openlineage/2.3.0';

/** The jobs of catalog-info/pipelines, with the hour at which they begin. */
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

const isPlanned = ({ weekday, date }, day) =>
  (weekday === undefined || weekdayOf(day) === weekday) &&
  (date === undefined || dateOf(day) === date);

/** How a job runs on a day: as planned, or as the stories tell. */
function attemptsOf({ job, minutes }, day, stories) {
  const luck = chance(`${job} ${day}`);
  const usual = {
    after: Math.round(luck * 6),
    minutes: Math.round(minutes * (0.8 + luck * 0.4)),
  };
  return stories.runs.get(`${job} ${day}`)?.attempts ?? [usual];
}

/** Every run of the time that is told of, by its begin. */
export function runsOf({ now, first, today }, stories) {
  const runs = [];
  for (const day of daysBetween(first, today)) {
    for (const planned of JOBS.filter(each => isPlanned(each, day))) {
      const { job, hour, rows } = planned;
      const nominal = at(day, hour);
      const written = Math.round(rows * (0.9 + chance(`${day} ${job}`) * 0.2));
      attemptsOf(planned, day, stories).forEach((attempt, index) => {
        const begin = nominal + (attempt.after ?? 0) * MINUTE;
        runs.push({
          id: `${job} ${nominal}${index > 0 ? ` ${index + 1}` : ''}`,
          job,
          nominal,
          begin,
          end: begin + attempt.minutes * MINUTE,
          rows: written,
          error: attempt.error,
        });
      });
      const { filledIn } = stories.runs.get(`${job} ${day}`) ?? {};
      if (filledIn !== undefined) {
        const begin = at(filledIn, 11);
        runs.push({
          id: `${job} ${nominal} backfill`,
          job,
          nominal,
          begin,
          end: begin + 22 * MINUTE,
          rows: written,
          runType: 'backfill',
        });
      }
    }
  }
  // A job that nobody has claimed.
  const begin = at(today - DAY, 0);
  const end = begin + 12 * MINUTE;
  const job = 'churn_forecast';
  runs.push({
    id: `${job} ${begin}`,
    job,
    nominal: begin,
    begin,
    end,
    rows: 420,
  });
  return runs.filter(run => run.begin <= now).sort((a, b) => a.begin - b.begin);
}

function facetsOf({ nominal, runType = 'scheduled' }) {
  return {
    nominalTime: { nominalStartTime: iso(nominal) },
    processing_engine: { name: 'Airflow', version: '3.1.0' },
    airflow: {
      dagRun: { run_type: runType },
      taskInstance: {
        log_url: `https://airflow.example.com/runs/${nominal}`,
      },
    },
  };
}

const failureOf = ({ error }) =>
  error && {
    errorMessage: { message: error, programmingLanguage: 'PYTHON' },
  };

const outputsOf = ({ error, job, rows }) =>
  error
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

/** As Airflow tells of a run: its begin and end, and those of a step below it. */
export function eventsOf(run, now) {
  const { id, job, begin, end } = run;
  const runId = runIdOf(id);
  const taskId = runIdOf(`${id} load`);
  const parent = { run: { runId }, job: { namespace: 'airflow', name: job } };
  const event = (eventType, time, of, { facets, outputs = [] } = {}) => ({
    eventType,
    eventTime: iso(time),
    producer: PRODUCER,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: { runId: of.runId, facets: { ...facets } },
    job: {
      namespace: 'airflow',
      name: of.name,
      facets: { jobType: { processingType: 'BATCH', integration: 'AIRFLOW' } },
    },
    inputs: [],
    outputs,
  });
  const root = { runId, name: job };
  const step = { runId: taskId, name: `${job}.load` };
  const last = run.error ? 'FAIL' : 'COMPLETE';
  const failure = failureOf(run);
  return [
    event('START', begin, root, { facets: facetsOf(run) }),
    event('START', begin + MINUTE, step, { facets: { parent } }),
    event(last, end - MINUTE, step, {
      facets: { parent, ...failure },
      outputs: outputsOf(run),
    }),
    event(last, end, root, { facets: failure }),
  ].filter(({ eventTime }) => Date.parse(eventTime) <= now);
}

/** The night's events, one of which is no good: it has no run. */
export function brokenEvent({ today }) {
  return {
    eventType: 'START',
    eventTime: iso(at(today, 0) - HOUR),
    job: { namespace: 'spark', name: 'sessions' },
  };
}
