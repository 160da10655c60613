// @ts-check

/*
 * Instants are text of 24 characters, ISO 8601 in UTC; ids are SHA-256 in
 * base64url. On PostgreSQL both compare byte by byte, as in the tables before.
 */
const INSTANT = 24;
const ID = 43;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const collation = knex.client.config.client === 'pg' ? ' collate "C"' : '';
  await knex.schema.createTable('alerts', table => {
    /** @param {string} name */
    const instant = name =>
      table.specificType(name, `varchar(${INSTANT})${collation}`);
    table.comment('Alerts about pipelines, as Alertmanager tells of them');
    table
      .specificType('id', `varchar(${ID})${collation}`)
      .primary()
      .comment('Of pipeline, fingerprint and begin');
    table.string('pipeline_ref').notNullable();
    table.text('fingerprint').notNullable();
    table.text('name').notNullable();
    table.text('severity');
    table.text('summary');
    table.text('link');
    instant('starts_at').notNullable();
    instant('ends_at').comment('null: it fires');
    instant('received_at').notNullable().comment('When last told of');
    table.index(['pipeline_ref', 'starts_at', 'id'], 'alerts_newest');
    table.index(['pipeline_ref', 'starts_at', 'id'], 'alerts_firing', {
      predicate: knex.whereNull('ends_at'),
    });
    table.index(['ends_at', 'received_at'], 'alerts_by_end');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alerts');
};
