import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import {
  inRepo,
  isWindows,
  readJson,
  root,
  say,
  secondsSince,
} from './repo.mjs';
import { commandLine, runAndKeep } from './processes.mjs';
import { explain, Sentence } from './sentences.mjs';
import {
  nodeFits,
  packagesToFetch,
  wantedVersions,
  yarnFits,
} from './versions.mjs';

const TOOLS = inRepo('.tools');
const TOOLS_BIN = join(TOOLS, 'node_modules', '.bin');
const NODE_FILE = isWindows ? 'node.exe' : 'node';
const TOOLS_NODE = join(TOOLS, 'node_modules', 'node', 'bin', NODE_FILE);
/** Long enough for Corepack to fetch a Yarn, short enough to give up on it. */
const VERSION_TIMEOUT_MS = 60_000;
const HEARTBEAT_MS = 10_000;

function pathKey(env) {
  return Object.keys(env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH';
}

function foldersOnPath(env) {
  return (env[pathKey(env)] ?? '').split(delimiter).filter(Boolean);
}

/** The paths under which PATH offers one of the given programs, in order. */
export function onPath(names, env = process.env) {
  return names.flatMap(name =>
    foldersOnPath(env)
      .map(folder => join(folder, name))
      .filter(existsSync),
  );
}

function versionOf(command, env) {
  const [program, args, shell] = commandLine(command, ['--version']);
  const { stdout } = spawnSync(program, args, {
    ...shell,
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: VERSION_TIMEOUT_MS,
  });
  return stdout ?? '';
}

function findNode(wanted) {
  const candidates = [process.execPath, ...onPath([NODE_FILE])];
  return candidates.find(path => nodeFits(versionOf(path), wanted));
}

function fetchedToolsFit(wanted, { hasNode, hasYarn }) {
  const yarnManifest = join(
    TOOLS,
    'node_modules/@yarnpkg/cli-dist/package.json',
  );
  const nodeReady =
    hasNode ||
    (existsSync(TOOLS_NODE) && nodeFits(versionOf(TOOLS_NODE), wanted));
  const yarnReady =
    hasYarn ||
    (existsSync(yarnManifest) &&
      yarnFits(readJson(yarnManifest).version, wanted));
  return nodeReady && yarnReady;
}

async function fetchTools(packages, env) {
  const start = Date.now();
  say(`Fetching ${packages.join(' and ')} from the npm registry into .tools …`);
  // A half-finished earlier fetch looks complete to npm: begin anew.
  rmSync(TOOLS, { recursive: true, force: true });
  mkdirSync(TOOLS);
  // npm 12 runs no install script that is not named here, and the package
  // "node" is an install script that puts the right binary in its place.
  writeFileSync(
    join(TOOLS, 'package.json'),
    JSON.stringify({ private: true, allowScripts: { node: true } }),
  );
  const heartbeat = setInterval(
    () => say(`  … still fetching, ${secondsSince(start)}`),
    HEARTBEAT_MS,
  );
  const { code, output } = await runAndKeep(
    'npm',
    [
      'install',
      ...['--prefix', TOOLS, '--ignore-scripts=false'],
      ...['--no-audit', '--no-fund', ...packages],
    ],
    { env, echo: false },
  ).finally(() => clearInterval(heartbeat));
  if (code !== 0) throw explain(`Fetching ${packages.join(' and ')}`, output);
  say(`Fetched in ${secondsSince(start)}.`);
}

function checkFetchedTools(wanted, found) {
  if (fetchedToolsFit(wanted, found)) return;
  throw new Sentence(
    `npm fetched Node but its install script left no working program: install Node ${Math.max(
      ...wanted.nodeMajors,
    )} yourself and run the command again.`,
  );
}

/** The environment for children, before the found programs are put on PATH. */
function cleanEnv() {
  const env = { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
  for (const key of Object.keys(env)) {
    // npm names the headers of the Node it runs on, which may be the old one.
    if (key.toLowerCase() === 'npm_config_nodedir') delete env[key];
  }
  return env;
}

function withFirstOnPath(env, folders) {
  const key = pathKey(env);
  return { ...env, [key]: [...folders, ...foldersOnPath(env)].join(delimiter) };
}

/**
 * Finds the Node and Yarn the repository asks for, or fetches what is missing.
 *
 * @returns The path of that Node, and the environment in which `node` and
 *   `yarn` are the right ones.
 */
export async function ensureToolchain() {
  const wanted = wantedVersions(readJson(inRepo('package.json')));
  const env = cleanEnv();
  const machineNode = findNode(wanted);
  const found = {
    hasNode: machineNode !== undefined,
    hasYarn: yarnFits(versionOf('yarn', env), wanted),
  };
  const packages = packagesToFetch(wanted, found);
  if (!fetchedToolsFit(wanted, found)) {
    await fetchTools(packages, env);
    checkFetchedTools(wanted, found);
  }
  const node = machineNode ?? TOOLS_NODE;
  const folders =
    packages.length > 0 ? [dirname(node), TOOLS_BIN] : [dirname(node)];
  return { node, env: withFirstOnPath(env, folders) };
}
