import { join } from 'node:path';
import { requireSource } from './requireSource.mjs';

const { startPostgres } = requireSource('../../benchmarks/ingest-load.mjs');
const { withTemporaryFolder } = requireSource('../../scripts/temporary.mjs');
const knexFactory = requireSource('knex');

/**
 * A database on a server or in a folder, empty at first.
 *
 * @returns `config` is the config of `backend.database`; `read(use)` gives the
 * tables of the pipelines backend to a function
 */
function databaseOf(config, connection) {
  return {
    config,
    async read(use) {
      const knex = knexFactory(connection);
      try {
        return await use(knex);
      } finally {
        await knex.destroy();
      }
    },
  };
}

/** SQLite in files. */
export function withSqlite(use) {
  return withTemporaryFolder('pipelines-check', async folder => {
    let made = 0;
    return use({
      name: 'SQLite',
      fresh() {
        made += 1;
        const directory = join(folder, String(made));
        const client = 'better-sqlite3';
        return databaseOf(
          { client, connection: { directory } },
          {
            client,
            connection: { filename: join(directory, 'pipelines.sqlite') },
            useNullAsDefault: true,
          },
        );
      },
    });
  });
}

/** A PostgreSQL of our own, whose commits survive a power cut. */
export async function withPostgres(use) {
  const server = await startPostgres();
  try {
    let made = 0;
    return await use({
      name: 'PostgreSQL',
      server,
      fresh() {
        made += 1;
        const prefix = `check_${made}_`;
        const client = 'pg';
        const { connectionString } = server;
        const url = new URL(connectionString);
        url.pathname = `/${prefix}pipelines`;
        return databaseOf(
          { client, connection: connectionString, prefix },
          { client, connection: url.href },
        );
      },
    });
  } finally {
    await server.stop();
  }
}

const ENGINES = { SQLite: withSqlite, PostgreSQL: withPostgres };

/** Each kind of database, one after the other; all of them unless named. */
export async function onEachDatabase(engines = Object.keys(ENGINES), use) {
  for (const name of engines) await ENGINES[name](use);
}
