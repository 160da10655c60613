import { DatabaseManager } from '@backstage/backend-defaults/database';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.dirname(require.resolve('../../../backstage.json'));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const appConfig: JsonObject = parse(read('app-config.yaml'));

/** The one line of the operating guide that puts the portal on PostgreSQL. */
const postgresLine = read('docs/operating.md')
  .split('\n')
  .find(line => line.startsWith('backend: { database: { client: pg'))!;

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** What the guide says for an engine, with the place of this test's own database. */
async function configFor(engine: string, folder: string): Promise<JsonObject> {
  if (engine === 'SQLITE_3') {
    return {
      backend: { database: { connection: { directory: folder } } },
    };
  }
  const knex = await databases.init('POSTGRES_18');
  const { host, port, user, password, database } =
    knex.client.config.connection;
  const url = `postgres://${user}:${password}@${host}:${port}/${database}`;
  return parse(postgresLine.replace(/postgres:\/\/[^']*/, url));
}

describe("the portal's database", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'portal-database-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(databases.eachSupportedId())(
    'is where the configuration says, and keeps what it was given, on %p',
    async engine => {
      const config = ConfigReader.fromConfigs([
        { context: 'app-config.yaml', data: appConfig },
        { context: 'local', data: await configFor(engine, folder) },
      ]);
      const open = () =>
        DatabaseManager.fromConfig(config).forPlugin('sample', {
          logger: mockServices.logger.mock(),
          lifecycle: mockServices.lifecycle.mock(),
        });
      const first = await open().getClient();
      await first.schema.createTable('kept', table => table.string('word'));
      await first('kept').insert({ word: 'still here' });
      await first.destroy();

      const second = await open().getClient();
      expect(second.client.config.client).toBe(
        engine === 'SQLITE_3' ? 'better-sqlite3' : 'pg',
      );
      expect(await second('kept').select('word')).toEqual([
        { word: 'still here' },
      ]);
      await second.destroy();
    },
  );
});
