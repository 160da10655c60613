import { TestDatabases } from '@backstage/backend-test-utils';
import { serviceOf, twoBackends } from './__testUtils__/backends';
import { migrate, migrationsDirectory } from './migrate';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const TABLES = [
  'alert_watch',
  'alerts',
  'arrivals',
  'calendar_feeds',
  'event_days',
  'exclusions',
  'handoffs',
  'job_parents',
  'jobs',
  'lineage_events',
  'measurement_days',
  'measurement_series',
  'measurements',
  'metric_queries',
  'notification_outbox',
  'pipeline_jobs',
  'pipelines',
  'receipts',
  'refusals',
  'reviews',
  'rotation_absences',
  'rotation_changes',
  'rotation_revisions',
  'rotation_swap_claims',
  'rotation_versions',
  'rotation_wakeups',
  'rule_reads',
  'rule_versions',
  'rules',
  'runs',
  'score_revisions',
  'scores',
  'senders',
  'slot_verdicts',
  'state_intervals',
];

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('make the tables, take them away again, and make them anew', async () => {
    const knex = await databases.init(id);
    const existing = async () => {
      const exist = await Promise.all(
        TABLES.map(table => knex.schema.hasTable(table)),
      );
      return TABLES.filter((_, index) => exist[index]);
    };

    await migrate(serviceOf(knex));
    expect(await existing()).toEqual(TABLES);

    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    expect(await existing()).toEqual([]);

    await migrate(serviceOf(knex));
    expect(await existing()).toEqual(TABLES);
  });

  it('let no shift be in two open swaps', async () => {
    const knex = await databases.init(id);
    await migrate(serviceOf(knex));
    const claim = (change_id: string) =>
      knex('rotation_swap_claims').insert({
        rotation_ref: 'rotation:default/engineers',
        shift_number: 3,
        change_id,
      });
    await claim('first');
    await expect(claim('second')).rejects.toThrow(/unique constraint/i);
  });

  it('leave the tables alone when the host migrates them', async () => {
    const knex = await databases.init(id);
    await migrate({ ...serviceOf(knex), migrations: { skip: true } });
    expect(await knex.schema.hasTable('rotation_versions')).toBe(false);
  });
});

// One process at a time has a SQLite database; on PostgreSQL backends share it.
if (databases.supports('POSTGRES_18')) {
  describe('migrations on POSTGRES_18', () => {
    it('run once when two backends start at the same moment', async () => {
      const [one, other] = await twoBackends(databases, 'POSTGRES_18');
      await Promise.all([migrate(serviceOf(one)), migrate(serviceOf(other))]);
      expect(await one('knex_migrations').select('name')).toEqual([
        { name: '20261122000000_rotations.js' },
        { name: '20261123000000_ingest.js' },
        { name: '20261123000100_alerts.js' },
        { name: '20261123000200_metric_queries.js' },
        { name: '20261124000000_judging.js' },
        { name: '20261124000100_exclusions.js' },
      ]);
    });
  });
}
