// @ts-check

/*
 * What people say about promises. Instants are text of 24 characters, ISO 8601 in
 * UTC, as in the tables before, and compare byte by byte on PostgreSQL.
 */
const INSTANT = 24;
const UUID = 36;

/**
 * @param {import('knex').Knex} knex
 */
function columnsOf(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  const collation = isPostgres ? ' collate "C"' : '';
  return {
    /** @param {import('knex').Knex.TableBuilder} table @param {string} name */
    instant: (table, name) =>
      table.specificType(name, `varchar(${INSTANT})${collation}`),
    // Pages go on after an id, which has to sort alike on both engines.
    /** @param {import('knex').Knex.TableBuilder} table @param {string} name */
    uuid: (table, name) =>
      table.specificType(name, `varchar(${UUID})${collation}`),
  };
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const { instant, uuid } = columnsOf(knex);

  await knex.schema.createTable('exclusions', table => {
    table.comment('Times that do not count, and why');
    uuid(table, 'id').primary();
    table.string('pipeline_ref').notNullable();
    table.string('type', 16).notNullable().comment('maintenance, pause');
    table.text('reason').notNullable().comment('In the words of its author');
    instant(table, 'from_at').notNullable();
    instant(table, 'to_at')
      .notNullable()
      .comment('The first that counts again');
    table.text('objectives').comment('JSON: sorted ids; null: none named');
    table.text('monitors').comment('JSON: sorted ids; null: none named');
    table.string('author').notNullable();
    instant(table, 'created_at').notNullable();
    table.string('cancelled_by').comment('null: it holds');
    instant(table, 'cancelled_at');
    table.text('cancelled_reason');
    table.index(['pipeline_ref', 'to_at'], 'exclusions_by_end');
    table.index(['pipeline_ref', 'created_at', 'id'], 'exclusions_newest');
  });

  await knex.schema.createTable('reviews', table => {
    table.comment('What people said about periods; rows never change');
    uuid(table, 'id').primary();
    table.string('pipeline_ref').notNullable();
    table.string('objective').notNullable().comment('Its id in the spec');
    table.string('period', 10).notNullable().comment('Such as 2026-10');
    table.boolean('is_approved').notNullable();
    table.text('comment');
    table.string('by').notNullable();
    instant(table, 'at').notNullable();
    table.index(
      ['pipeline_ref', 'objective', 'period', 'at', 'id'],
      'reviews_by_period',
    );
    table.index(['pipeline_ref', 'at', 'id'], 'reviews_newest');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reviews');
  await knex.schema.dropTable('exclusions');
};
