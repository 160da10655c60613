// @ts-check

/*
 * What is judged. Instants are text of 24 characters, ISO 8601 in UTC, as in the
 * tables before, and compare byte by byte on PostgreSQL.
 */
const INSTANT = 24;

/**
 * @param {import('knex').Knex} knex
 */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * @param {import('knex').Knex} knex
 */
function columnsOf(knex) {
  const collation = isPostgres(knex) ? ' collate "C"' : '';
  return {
    /** @param {import('knex').Knex.TableBuilder} table @param {string} name */
    instant: (table, name) =>
      table.specificType(name, `varchar(${INSTANT})${collation}`),
    /** @param {import('knex').Knex.TableBuilder} table @param {string} name */
    bytewise: (table, name) => table.specificType(name, `text${collation}`),
  };
}

/**
 * What judging needs of tables that are there already.
 *
 * @param {import('knex').Knex} knex
 */
async function widenTables(knex) {
  const { instant } = columnsOf(knex);
  await knex.schema.alterTable('measurements', table => {
    instant(table, 'received_at').comment('null: before this was kept');
  });
  await knex.schema.alterTable('runs', table => {
    table.boolean('is_backfill').notNullable().defaultTo(false);
  });
  await knex('runs')
    .whereRaw(
      isPostgres(knex)
        ? `facts::jsonb #>> '{isBackfill,is}' = 'true'`
        : `json_extract(facts, '$.isBackfill.is') = 1`,
    )
    .update({ is_backfill: true });
  await knex.schema.alterTable('job_parents', table => {
    table.index(['job_id'], 'job_parents_by_job');
  });
  // They are read from the catalog again within seconds of the start; which jobs
  // they claim stays.
  await knex('pipelines').delete();
  await knex.schema.alterTable('pipelines', table => {
    table.text('title');
    table.string('owner_ref');
    table.string('system_ref');
    table.string('criticality', 32);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createRules(knex) {
  const { bytewise, instant } = columnsOf(knex);
  await knex.schema.createTable('arrivals', table => {
    table.comment('What came in and no rule was touched by yet');
    table.increments('id');
    bytewise(table, 'subject').notNullable().comment('Entity ref, or job:<id>');
    table.text('facts').notNullable().comment('JSON: what, since when');
    instant(table, 'received_at').notNullable();
    table.string('by').comment('The person who did it; null: a tool');
    table.text('reason').comment('In the words of that person');
  });

  await knex.schema.createTable('rules', table => {
    table.comment('Promises and monitors, and how each stands');
    table.increments('id');
    table.string('pipeline_ref').notNullable();
    table.string('kind', 16).notNullable().comment('objective, monitor');
    table.string('name').notNullable().comment('Its id in the spec');
    table.string('type', 32).notNullable().comment('Such as freshness');
    table.string('unit', 8).notNullable().comment('slots, time, events');
    instant(table, 'due_at').comment('When to judge it again; null: never');
    instant(table, 'touched_from').comment('Of what came in, the earliest');
    table.string('touched_by').comment('The person who did it');
    table.text('touched_reason').comment('In the words of that person');
    instant(table, 'score_at').comment('When time alone changes its month');
    instant(table, 'open_from').comment('Of slots not decided, the earliest');
    instant(table, 'judged_at');
    table.text('current').comment('JSON: verdict');
    instant(table, 'since').comment('Since when it stands so');
    instant(table, 'next_due_at').comment('Of the next slot');
    table.string('next_slot').comment('Key of that slot');
    instant(table, 'recorded_at').notNullable().comment('When it was new');
    instant(table, 'ended_at').comment('It left the spec');
    // A promise of another type is another promise, whatever it is called.
    table.unique(['pipeline_ref', 'kind', 'name', 'type']);
    table.index(['due_at'], 'rules_by_due');
  });

  await knex.schema.createTable('rule_versions', table => {
    table.comment('What each rule said, and when');
    table.increments('id');
    table.integer('rule_id').notNullable();
    table.text('rule').notNullable().comment('JSON');
    instant(table, 'from_at').notNullable();
    instant(table, 'to_at');
    table.index(['rule_id', 'from_at'], 'rule_versions_by_rule');
  });

  await knex.schema.createTable('rule_reads', table => {
    table.comment('Which rules read which facts');
    table.string('pipeline_ref').notNullable();
    bytewise(table, 'fact').notNullable().comment('Such as metric:revenue');
    table.integer('rule_id').notNullable();
    table.primary(['pipeline_ref', 'fact', 'rule_id']);
    table.index(['rule_id'], 'rule_reads_by_rule');
    table.index(['fact'], 'rule_reads_by_fact');
  });

  await knex.schema.createTable('receipts', table => {
    table.comment('When something was heard, for rules about silence');
    table.string('pipeline_ref').notNullable();
    bytewise(table, 'metric').notNullable().comment('Empty: anything');
    instant(table, 'at').notNullable();
    table.primary(['pipeline_ref', 'metric', 'at']);
    table.index(['at'], 'receipts_by_at');
  });

  await knex.schema.createTable('alert_watch', table => {
    table.comment('Since when somebody would tell of alerts; one row at most');
    table.integer('id').primary();
    instant(table, 'since').notNullable();
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createVerdicts(knex) {
  const { instant } = columnsOf(knex);
  await knex.schema.createTable('slot_verdicts', table => {
    table.comment('Slots, and how each went');
    table.integer('rule_id').notNullable();
    table.string('key').notNullable();
    instant(table, 'expected_at').notNullable();
    instant(table, 'due_at').notNullable();
    table.string('month', 7).notNullable().comment('In which it counts');
    table.string('day', 10).notNullable().comment('In the zone of the SLA');
    table.string('state', 16).notNullable();
    table.text('verdict').notNullable().comment('JSON');
    table.text('exclusion_ids').notNullable().comment('JSON');
    table.integer('version_id').notNullable();
    table.double('target').notNullable();
    table.primary(['rule_id', 'key']);
    table.index(['rule_id', 'expected_at'], 'slot_verdicts_by_expected');
    table.index(['rule_id', 'month'], 'slot_verdicts_by_month');
  });

  await knex.schema.createTable('state_intervals', table => {
    table.comment('Times in one state; written when a state changes');
    table.integer('rule_id').notNullable();
    instant(table, 'from_at').notNullable();
    instant(table, 'to_at').comment('null: it lasts');
    table.string('state', 16).notNullable();
    table.text('verdict').notNullable().comment('JSON, at the beginning');
    table.text('exclusion_ids').notNullable().comment('JSON');
    table.integer('version_id').notNullable();
    table.double('target').notNullable();
    table.primary(['rule_id', 'from_at']);
  });

  await knex.schema.createTable('event_days', table => {
    table.comment('What was counted on a day in the zone of the SLA');
    table.integer('rule_id').notNullable();
    table.string('day', 10).notNullable();
    table.integer('version_id').notNullable();
    table.double('target').notNullable();
    table.double('good').notNullable();
    table.double('total').notNullable();
    table.primary(['rule_id', 'day', 'version_id']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createScores(knex) {
  const { instant } = columnsOf(knex);
  await knex.schema.createTable('scores', table => {
    table.comment('What each promise came to in a month');
    table.integer('rule_id').notNullable();
    table.string('month', 7).notNullable();
    table.string('pipeline_ref').notNullable();
    table.string('state', 16).notNullable();
    table.string('unit', 8).notNullable();
    table.double('target').notNullable();
    table.double('met').notNullable();
    table.double('missed').notNullable();
    table.double('open').notNullable();
    table.double('excluded').notNullable();
    table.double('expected').notNullable();
    table.double('judged').notNullable();
    table.text('tally').notNullable().comment('JSON: all counts');
    table.string('standing', 16).comment('State that went on when counted');
    instant(table, 'counted_at').notNullable();
    table.integer('revision').notNullable();
    table.primary(['rule_id', 'month']);
    table.index(['month', 'pipeline_ref'], 'scores_by_month');
  });

  await knex.schema.createTable('score_revisions', table => {
    table.comment('Changes of a month after it was closed');
    table.increments('id');
    table.integer('rule_id').notNullable();
    table.string('pipeline_ref').notNullable();
    table.string('objective').notNullable();
    table.string('month', 7).notNullable();
    instant(table, 'at').notNullable();
    table.string('by').comment('A person; null: late data');
    table.text('reason').notNullable();
    table.text('before').notNullable().comment('JSON: score');
    table.text('after').notNullable().comment('JSON: score');
    table.index(['pipeline_ref', 'month', 'id'], 'score_revisions_by_month');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await widenTables(knex);
  await createRules(knex);
  await createVerdicts(knex);
  await createScores(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'score_revisions',
    'scores',
    'event_days',
    'state_intervals',
    'slot_verdicts',
    'alert_watch',
    'receipts',
    'rule_reads',
    'rule_versions',
    'rules',
    'arrivals',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.alterTable('pipelines', table => {
    table.dropColumns('title', 'owner_ref', 'system_ref', 'criticality');
  });
  await knex.schema.alterTable('runs', table => {
    table.dropColumn('is_backfill');
  });
  await knex.schema.alterTable('job_parents', table => {
    table.dropIndex(['job_id'], 'job_parents_by_job');
  });
  await knex.schema.alterTable('measurements', table => {
    table.dropColumn('received_at');
  });
};
