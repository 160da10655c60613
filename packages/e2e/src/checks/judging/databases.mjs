// A fresh database for each run: SQLite in a file, or one of a PostgreSQL whose
// data need not survive a power cut. Both can be opened by several processes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireSource } from '../support/requireSource.mjs';

const knexFactory = requireSource('knex');
const { withTemporaryFolder } = requireSource('../../scripts/temporary.mjs');

const SERVER = fileURLToPath(
  new URL('../../../../../scripts/postgres-server.mjs', import.meta.url),
);

/** Opens what `fresh` gave; in any process. */
export function open(config) {
  if (config.client === 'pg') return knexFactory(config);
  return knexFactory({
    ...config,
    useNullAsDefault: true,
    pool: {
      // A process that is killed loses nothing that it wrote; a power cut is not ours.
      afterCreate(connection, done) {
        connection.pragma('synchronous = off');
        done(undefined, connection);
      },
    },
  });
}

async function withSqlite(use) {
  await withTemporaryFolder('pipelines-judging', async folder => {
    let made = 0;
    await use({
      name: 'SQLite',
      async fresh() {
        made += 1;
        const filename = join(folder, `${made}.sqlite`);
        return { client: 'better-sqlite3', connection: { filename } };
      },
    });
  });
}

async function withPostgres(use) {
  const server = fork(SERVER, [], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const exited = once(server, 'exit');
  try {
    const [{ connectionString }] = await once(server, 'message');
    const admin = open({ client: 'pg', connection: connectionString });
    let made = 0;
    try {
      await use({
        name: 'PostgreSQL',
        async fresh() {
          made += 1;
          const name = `judging_${made}`;
          await admin.raw('create database ??', [name]);
          const url = new URL(connectionString);
          url.pathname = `/${name}`;
          return { client: 'pg', connection: url.href };
        },
      });
    } finally {
      await admin.destroy();
    }
  } finally {
    server.disconnect();
    await exited;
  }
}

/** The databases, by the names of `--engine`. */
export const ENGINES = { sqlite: withSqlite, postgres: withPostgres };
