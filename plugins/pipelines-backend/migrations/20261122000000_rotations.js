// @ts-check

/*
 * Instants are text of 24 characters, ISO 8601 in UTC: SQLite has no type for
 * them, and in this form they sort on both engines as the instants do. What is
 * JSON is text for the same reason.
 */
const INSTANT = 24;
const DATE = 10;
const UUID = 36;

/**
 * @param {import('knex').Knex} knex
 */
async function createVersions(knex) {
  await knex.schema.createTable('rotation_versions', table => {
    table.comment('What a rotation was, and from when; rows never change');
    table.string('rotation_ref').notNullable();
    table.integer('number').notNullable().comment('0 for the first version');
    table.string('effective_from', INSTANT).notNullable();
    table.text('plan').notNullable().comment('JSON');
    table.integer('first_shift').notNullable();
    table.string('first_member').notNullable();
    table.string('spec_hash').notNullable();
    table.string('recorded_at', INSTANT).notNullable();
    table.primary(['rotation_ref', 'number']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createChanges(knex) {
  await knex.schema.createTable('rotation_revisions', table => {
    table.comment(
      'How often the duty of a rotation was changed; also its lock',
    );
    table.string('rotation_ref').primary();
    table.integer('revision').notNullable();
  });

  await knex.schema.createTable('rotation_changes', table => {
    table.comment('Swaps and covers');
    table.string('id', UUID).primary();
    table.string('rotation_ref').notNullable();
    table.string('type', 16).notNullable().comment('swap, cover');
    table
      .string('state', 16)
      .notNullable()
      .comment('proposed, accepted, declined, cancelled, expired');
    table
      .integer('shift_a')
      .notNullable()
      .comment('swap: one of the two shifts; cover: the first');
    table
      .integer('shift_b')
      .notNullable()
      .comment('swap: the other shift; cover: the last');
    table.string('member_a').notNullable().comment('swap: has shift_a before');
    table.string('member_b').notNullable().comment('swap: has shift_b before');
    table.string('starts_at', INSTANT).nullable().comment('cover');
    table.string('ends_at', INSTANT).nullable().comment('cover');
    table.string('requested_by').notNullable();
    table.string('requested_at', INSTANT).notNullable();
    table.string('expires_at', INSTANT).nullable().comment('swap');
    table.string('answered_by').nullable();
    table.string('answered_at', INSTANT).nullable();
    table.text('reason').nullable();
    table
      .integer('took_effect')
      .nullable()
      .comment('revision of the rotation that this change made when accepted');
    table
      .integer('lost_effect')
      .nullable()
      .comment('revision that it made when cancelled after that');
    table.index(['rotation_ref', 'requested_at', 'id'], 'changes_newest_idx');
    table.index(['rotation_ref', 'took_effect'], 'changes_took_effect_idx');
    table.index(['state', 'expires_at'], 'changes_expiry_idx');
  });

  await knex.schema.createTable('rotation_swap_claims', table => {
    table.comment('Shifts of open swaps: each in one at most');
    table.string('rotation_ref').notNullable();
    table.integer('shift_number').notNullable();
    table.string('change_id', UUID).notNullable().index();
    table.primary(['rotation_ref', 'shift_number']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createAbsences(knex) {
  await knex.schema.createTable('rotation_absences', table => {
    table.string('id', UUID).primary();
    table.string('rotation_ref').notNullable();
    table.string('member').notNullable();
    table.string('first_day', DATE).notNullable();
    table.string('last_day', DATE).notNullable().comment('inclusive');
    table.text('note').nullable();
    table
      .boolean('from_calendar')
      .notNullable()
      .comment("read from the member's own calendar");
    table.string('created_by').notNullable();
    table.string('created_at', INSTANT).notNullable();
    table.string('withdrawn_at', INSTANT).nullable();
    table.index(['rotation_ref', 'last_day'], 'absences_last_day_idx');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createCalendarFeeds(knex) {
  await knex.schema.createTable('calendar_feeds', table => {
    table.string('id', UUID).primary();
    table.string('rotation_ref').notNullable();
    table.string('member').nullable().comment('null: the whole rotation');
    table.string('token_hash', 64).notNullable().unique().comment('SHA-256');
    table.string('created_by').notNullable();
    table.string('created_at', INSTANT).notNullable();
    table.string('revoked_at', INSTANT).nullable();
    table.string('last_read_at', INSTANT).nullable();
    table.index(['created_by', 'created_at', 'id'], 'feeds_creator_idx');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createHandoffs(knex) {
  await knex.schema.createTable('handoffs', table => {
    table.comment('The meeting at which the shift with this number begins');
    table.string('rotation_ref').notNullable();
    table.integer('shift_number').notNullable();
    table.text('notes').notNullable();
    table.text('checklist').notNullable().comment('JSON');
    table.text('open_issues').notNullable().comment('JSON');
    table.string('outgoing_done_by').nullable();
    table.string('outgoing_done_at', INSTANT).nullable();
    table.string('incoming_done_by').nullable();
    table.string('incoming_done_at', INSTANT).nullable();
    table.integer('minutes').nullable();
    table.integer('revision').notNullable();
    table.primary(['rotation_ref', 'shift_number']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createOutbox(knex) {
  await knex.schema.createTable('notification_outbox', table => {
    table.comment('Notifications to send, each once');
    table.string('key', 512).primary();
    table.text('recipients').notNullable().comment('JSON');
    table.text('payload').notNullable().comment('JSON');
    table.string('due_at', INSTANT).notNullable();
    table
      .string('next_at', INSTANT)
      .nullable()
      .comment('when it is due, or a lease on it ends; null: closed');
    table.string('owner').nullable().comment('who has the lease');
    table.integer('attempts').notNullable();
    table.text('last_error').nullable();
    table
      .string('closed_at', INSTANT)
      .nullable()
      .comment('when it was sent or given up');
    table.index(['next_at'], 'outbox_next_idx');
    table.index(['closed_at'], 'outbox_closed_idx');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createWakeups(knex) {
  await knex.schema.createTable('rotation_wakeups', table => {
    table.comment('When to look next whom a rotation has to remind');
    table.string('rotation_ref').primary();
    table.string('next_at', INSTANT).notNullable();
    table
      .string('since', INSTANT)
      .notNullable()
      .comment('from when on nobody was reminded yet');
    table
      .integer('revision')
      .notNullable()
      .comment('how often it was changed: who looked before must look again');
    table.index(['next_at'], 'wakeups_next_idx');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createVersions(knex);
  await createChanges(knex);
  await createAbsences(knex);
  await createCalendarFeeds(knex);
  await createHandoffs(knex);
  await createOutbox(knex);
  await createWakeups(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('rotation_wakeups');
  await knex.schema.dropTable('notification_outbox');
  await knex.schema.dropTable('handoffs');
  await knex.schema.dropTable('calendar_feeds');
  await knex.schema.dropTable('rotation_absences');
  await knex.schema.dropTable('rotation_swap_claims');
  await knex.schema.dropTable('rotation_changes');
  await knex.schema.dropTable('rotation_revisions');
  await knex.schema.dropTable('rotation_versions');
};
