// @ts-check

/*
 * Instants are text of 24 characters, ISO 8601 in UTC. On PostgreSQL they compare
 * byte by byte: that is the order of instants, whatever the locale.
 */
const INSTANT = 24;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const collation = knex.client.config.client === 'pg' ? ' collate "C"' : '';
  const type = `varchar(${INSTANT})${collation}`;
  await knex.schema.createTable('metric_queries', table => {
    table.comment('What is asked of measurement sources, and how that goes');
    table.increments('id');
    table.string('pipeline_ref').notNullable();
    table.text('metric').notNullable();
    table.text('source').notNullable().comment('Type of the source');
    table.text('endpoint').notNullable().comment('Name in its configuration');
    table.text('query').notNullable();
    table.integer('every_seconds').notNullable();
    table.specificType('next_at', type).notNullable();
    table
      .specificType('measured_to', type)
      .comment('Up to when figures are there; null: it was never answered');
    table.integer('failures').notNullable().comment('In a row');
    table.specificType('last_success_at', type);
    table.string('last_error', 500).comment('null: it does not fail');
    table.specificType('lease_until', type);
    table.string('leased_by').comment('Who asks it just now');
    table.unique(['pipeline_ref', 'metric']);
    table.index(['next_at'], 'metric_queries_by_next');
    table.index(['failures'], 'metric_queries_by_failures');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('metric_queries');
};
