import assert from 'node:assert/strict';

const EVENTS_IN_BATCH = 12;
const FIGURES_IN_BATCH = 20;
const JOBS = 5;
const PIPELINES = 3;

const PRODUCER = 'https://example.com/ledger';

function lineageEvent({ run, eventType }) {
  const isEnd = eventType === 'COMPLETE';
  return {
    eventType,
    eventTime: new Date(Date.now() + (isEnd ? 1_000 : 0)).toISOString(),
    producer: PRODUCER,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: { runId: `run-${run}` },
    job: { namespace: 'ledger', name: `job-${run % JOBS}` },
    outputs: isEnd
      ? [
          {
            namespace: 'warehouse',
            name: 'table',
            outputFacets: { outputStatistics: { rowCount: run } },
          },
        ]
      : [],
  };
}

/** How often each name is there. */
function counted(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function assertAll(wanted, counts, what) {
  const missing = wanted.filter(name => !counts.has(name));
  assert.deepEqual(
    missing.slice(0, 5),
    [],
    `${missing.length} ${what} missing`,
  );
  const twice = [...counts].filter(([, count]) => count > 1);
  assert.deepEqual(twice.slice(0, 5), [], `${twice.length} ${what} are twice`);
}

/**
 * What a load has sent, and what was acknowledged of it: events one by one and in
 * batches, figures, and alerts. Held against the tables.
 */
export class Ledger {
  #random;
  #run = 0;
  #figure = 0;
  #alert = 0;
  #open = [];
  #sent = new Set();
  #acknowledged = new Set();

  constructor({ random }) {
    this.#random = random;
  }

  /** A request: a new one, or one that was given back. */
  take() {
    return this.#open.shift() ?? this.#make();
  }

  /** Whether something waits to be sent again. */
  get isOpen() {
    return this.#open.length > 0;
  }

  /** It was stored. */
  acknowledge({ items }) {
    for (const item of items) this.#acknowledged.add(item);
  }

  /** It was not, or nobody knows: it will be sent again. */
  giveBack(request) {
    this.#open.push(request);
  }

  get counts() {
    return { sent: this.#sent.size, acknowledged: this.#acknowledged.size };
  }

  /**
   * Holds the tables against it.
   *
   * @returns how many items are there
   */
  async judge(knex) {
    const rows = await knex('lineage_events').select('run_id', 'body');
    const events = rows.map(({ run_id, body }) => {
      const { run, eventType } = JSON.parse(body);
      return { row: run_id, run: run.runId, eventType };
    });
    const figures = await knex('measurements')
      .where('key', 'like', 'figure-%')
      .select('key', 'value');
    const alerts = await knex('alerts').pluck('fingerprint');
    const counts = counted([
      ...events.map(({ run, eventType }) => `${run} ${eventType}`),
      ...figures.map(({ key, value }) => `${key} ${value}`),
      ...alerts,
    ]);
    assertAll([...this.#acknowledged], counts, 'acknowledged items');
    const unknown = [...counts.keys()].filter(name => !this.#sent.has(name));
    assert.deepEqual(unknown.slice(0, 5), [], 'what nobody sent');
    await this.#judgeRuns(knex, events);
    return counts.size;
  }

  /** How many runs a reader finds over HTTP. */
  async readRuns(client) {
    let found = 0;
    for (let job = 0; job < JOBS; job += 1) {
      const path = `/v1/runs?namespace=ledger&name=job-${job}&limit=100`;
      let cursor;
      do {
        const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const { status, text } = await client.get(`${path}${more}`);
        assert.equal(status, 200, text);
        const page = JSON.parse(text);
        found += page.items.length;
        cursor = page.nextCursor;
      } while (cursor);
    }
    return found;
  }

  /** Every run that has events has its row and its figure, and the other way. */
  async #judgeRuns(knex, events) {
    const states = new Map();
    for (const { run, eventType } of events) {
      const isEnd = eventType === 'COMPLETE';
      if (isEnd || !states.has(run)) {
        states.set(run, isEnd ? 'complete' : 'running');
      }
    }
    const runs = await knex('runs').select('id', 'run_id', 'state', 'rows');
    const found = runs.map(({ run_id, state }) => [run_id, state]);
    const sorted = entries => entries.sort(([a], [b]) => (a < b ? -1 : 1));
    assert.deepEqual(
      sorted(found),
      sorted([...states]),
      'runs and their states',
    );
    const ids = new Set(runs.map(({ id }) => id));
    assert(
      events.every(({ row }) => ids.has(row)),
      'events of runs that are not there',
    );
    const figures = await knex('measurements')
      .join(
        'measurement_series as series',
        'series.id',
        'measurements.series_id',
      )
      .where({ metric: 'rows.written' })
      .select('measurements.key', 'value');
    const written = runs
      .filter(({ rows }) => rows !== null)
      .map(({ id, rows }) => [id, rows]);
    assert.deepEqual(
      sorted(figures.map(({ key, value }) => [key, value])),
      sorted(written),
      'figures of runs',
    );
    assert.equal(
      written.length,
      found.filter(([, state]) => state === 'complete').length,
      'runs that ended, and have their rows',
    );
    await this.#judgeDays(knex);
  }

  /** Each figure stands on a day that will be rolled up. */
  async #judgeDays(knex) {
    const day = knex.raw('substr(at, 1, 10) as day');
    const days = await knex('measurements').distinct('series_id', day);
    const noted = await knex('measurement_days').select('series_id', 'day');
    const name = row => `${row.series_id} ${row.day}`;
    const known = new Set(noted.map(name));
    const missing = days.map(name).filter(each => !known.has(each));
    assert.deepEqual(missing, [], 'days of figures');
  }

  #make() {
    const kinds = [
      () => this.#events(1),
      () => this.#events(1),
      () => this.#events(EVENTS_IN_BATCH),
      () => this.#figures(),
      () => this.#alerts(),
    ];
    const request = this.#random.pick(kinds)();
    for (const item of request.items) this.#sent.add(item);
    return request;
  }

  #events(count) {
    const told = Array.from({ length: count }, () => {
      // The begin of a run and its end are in requests of their own, mostly.
      const index = this.#run;
      this.#run += 1;
      const run = Math.floor(index / 2);
      return { run, eventType: index % 2 === 0 ? 'START' : 'COMPLETE' };
    });
    const body = told.map(lineageEvent);
    const items = told.map(({ run, eventType }) => `run-${run} ${eventType}`);
    return count === 1
      ? { path: '/v1/lineage', body: JSON.stringify(body[0]), items }
      : { path: '/v1/lineage/batch', body: JSON.stringify(body), items };
  }

  #figures() {
    const measurements = Array.from({ length: FIGURES_IN_BATCH }, () => {
      this.#figure += 1;
      return {
        pipelineRef: `ledger-${this.#figure % PIPELINES}`,
        metric: 'ledger.figure',
        key: `figure-${this.#figure}`,
        at: new Date().toISOString(),
        value: this.#figure,
      };
    });
    return {
      path: '/v1/measurements',
      body: JSON.stringify({ measurements }),
      items: measurements.map(({ key, value }) => `${key} ${value}`),
    };
  }

  #alerts() {
    this.#alert += 1;
    const fingerprint = `alert-${this.#alert}`;
    const alert = {
      status: 'firing',
      labels: { alertname: 'Ledger', pipeline: 'ledger-0' },
      startsAt: new Date().toISOString(),
      fingerprint,
    };
    return {
      path: '/v1/alerts/alertmanager',
      body: JSON.stringify({ version: '4', alerts: [alert] }),
      items: [fingerprint],
    };
  }
}

/** Whether an answer says that all of a request is stored. */
export function isStored({ status, text }) {
  if (status === 201)
    return text === '' || JSON.parse(text).refused.length === 0;
  return status === 200 && JSON.parse(text).status === 'success';
}
