// @ts-check

/*
 * Instants are text of 24 characters, ISO 8601 in UTC, as in the tables before;
 * ids are SHA-256 in base64url. On PostgreSQL both compare byte by byte: that is
 * the order of instants, and costs a third of comparing as words.
 */
const INSTANT = 24;
const ID = 43;

/**
 * @param {import('knex').Knex} knex
 */
function columnsOf(knex) {
  const collation = knex.client.config.client === 'pg' ? ' collate "C"' : '';
  return {
    /** @param {import('knex').Knex.TableBuilder} table @param {string} name */
    instant: (table, name) =>
      table.specificType(name, `varchar(${INSTANT})${collation}`),
    /** @param {import('knex').Knex.TableBuilder} table @param {string} name */
    id: (table, name) => table.specificType(name, `varchar(${ID})${collation}`),
    /** @param {import('knex').Knex.TableBuilder} table @param {string} name */
    bytewise: (table, name) => table.specificType(name, `text${collation}`),
  };
}

/**
 * @param {import('knex').Knex} knex
 */
async function createPipelines(knex) {
  const { id, instant } = columnsOf(knex);
  await knex.schema.createTable('pipelines', table => {
    table.comment('Pipelines as the catalog last showed them');
    table.string('pipeline_ref').primary();
    table.text('spec').notNullable().comment('JSON');
    instant(table, 'recorded_at').notNullable();
  });
  await knex.schema.createTable('pipeline_jobs', table => {
    table.comment('Which jobs the runs of a pipeline are of');
    table.string('pipeline_ref').notNullable();
    id(table, 'job_id').notNullable();
    table.string('audience').comment('null: of all audiences');
    table.primary(['pipeline_ref', 'job_id']);
    table.index(['job_id'], 'pipeline_jobs_by_job');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createRuns(knex) {
  const { id, instant } = columnsOf(knex);
  await knex.schema.createTable('jobs', table => {
    table.comment('Jobs that were heard of');
    id(table, 'id').primary();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table
      .boolean('is_step')
      .notNullable()
      .comment('Started by a job that was heard of itself');
    instant(table, 'first_heard_at').notNullable();
    instant(table, 'last_heard_at').notNullable();
    table.text('producer').notNullable();
    table.text('sender').notNullable();
    table.text('outputs').notNullable().comment('JSON: names of datasets');
    table.index(['is_step', 'last_heard_at', 'id'], 'jobs_by_last_heard');
  });

  await knex.schema.createTable('job_parents', table => {
    table.comment(
      'Which jobs start which: runs of the one were steps of the other',
    );
    id(table, 'parent_id').notNullable();
    id(table, 'job_id').notNullable();
    table.primary(['parent_id', 'job_id']);
  });

  await knex.schema.createTable('runs', table => {
    table.comment('Runs, folded from events');
    id(table, 'id').primary();
    id(table, 'job_id').notNullable();
    table.text('run_id').notNullable().comment('As the tool names it');
    id(table, 'parent_id');
    id(table, 'parent_job_id');
    table
      .string('state', 16)
      .notNullable()
      .comment('running, complete, failed, aborted, unknown');
    instant(table, 'begun_at').notNullable().comment('Begin, or first event');
    instant(table, 'ended_at');
    table.double('rows').comment('Written to all outputs; null: nobody says');
    table.text('facts').notNullable().comment('JSON: what the events say');
    instant(table, 'received_at').notNullable().comment('Of the last event');
    table.index(['job_id', 'begun_at', 'id'], 'runs_by_job');
    table.index(['parent_id'], 'runs_by_parent');
    table.index(['received_at'], 'runs_by_received');
  });

  await knex.schema.createTable('lineage_events', table => {
    table.comment('OpenLineage events as they came; kept for a short time');
    id(table, 'id').primary().comment('Of the content: a repeat has the same');
    id(table, 'run_id').comment('null of events about no run');
    instant(table, 'received_at').notNullable();
    table.text('sender').notNullable();
    table.text('body').notNullable().comment('JSON');
    table.index(['received_at'], 'lineage_events_by_received');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createMeasurements(knex) {
  const { bytewise, id, instant } = columnsOf(knex);
  await knex.schema.createTable('measurement_series', table => {
    table.comment('A metric of a subject, with one set of dimensions');
    table.increments('id');
    id(table, 'key').notNullable().unique().comment('Of all that follows');
    bytewise(table, 'subject').notNullable().comment('Entity ref, or job:<id>');
    bytewise(table, 'metric').notNullable();
    table.text('dimensions').notNullable().comment('JSON, keys sorted');
    table.index(['subject', 'metric', 'id'], 'measurement_series_by_subject');
  });

  await knex.schema.createTable('measurements', table => {
    table.comment('Figures; good and total where something was counted');
    table.integer('series_id').notNullable();
    bytewise(table, 'key').notNullable().comment('Names it in its series');
    instant(table, 'at').notNullable();
    bytewise(table, 'version').notNullable().comment('The later one is right');
    table.double('value');
    table.double('good');
    table.double('total');
    table.primary(['series_id', 'key']);
    table.index(['series_id', 'at'], 'measurements_by_at');
  });

  await knex.schema.createTable('measurement_days', table => {
    table.comment('Days in UTC on which a series has figures, rolled up later');
    table.integer('series_id').notNullable();
    table.string('day', 10).notNullable();
    instant(table, 'rolled_at').comment('null: to be rolled up');
    table.boolean('is_kept').notNullable().comment('Its figures are there');
    table.integer('count');
    table.double('min');
    table.double('max');
    table.double('last');
    table.double('sum');
    table.double('good');
    table.double('total');
    table.primary(['series_id', 'day']);
    table.index(['rolled_at', 'day'], 'measurement_days_to_roll');
    table.index(['is_kept', 'day'], 'measurement_days_to_delete');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createJournal(knex) {
  const { id, instant } = columnsOf(knex);
  await knex.schema.createTable('senders', table => {
    table.comment('Who sends something, by which door');
    id(table, 'id').primary();
    table.text('sender').notNullable();
    table.string('route', 64).notNullable();
    instant(table, 'first_heard_at').notNullable();
    instant(table, 'last_heard_at').notNullable();
    table.bigInteger('stored').notNullable();
    table.bigInteger('refused').notNullable();
    table.index(['last_heard_at'], 'senders_by_last_heard');
  });
  await knex.schema.createTable('refusals', table => {
    table.comment('What was not kept, and why');
    id(table, 'id').primary();
    table.text('sender').notNullable();
    table.string('route', 64).notNullable();
    table.string('of', 16).notNullable().comment('item, facet');
    table.text('reason').notNullable();
    table.bigInteger('count').notNullable();
    instant(table, 'first_at').notNullable();
    instant(table, 'last_at').notNullable();
    table.index(['last_at'], 'refusals_by_last');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createPipelines(knex);
  await createRuns(knex);
  await createMeasurements(knex);
  await createJournal(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'refusals',
    'senders',
    'measurement_days',
    'measurements',
    'measurement_series',
    'lineage_events',
    'runs',
    'job_parents',
    'jobs',
    'pipeline_jobs',
    'pipelines',
  ]) {
    await knex.schema.dropTable(table);
  }
};
