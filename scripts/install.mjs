import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root, say, secondsSince } from './repo.mjs';
import { runAndKeep } from './processes.mjs';
import { explain } from './sentences.mjs';

const STATE = join('node_modules', '.yarn-state.yml');

function workspaceFolders(folder) {
  const patterns = readJson(join(folder, 'package.json')).workspaces;
  return patterns
    .map(pattern => join(folder, pattern.replace(/\/\*$/, '')))
    .filter(existsSync)
    .flatMap(parent => readdirSync(parent).map(name => join(parent, name)));
}

/** Everything that decides what an install puts into node_modules. */
function inputsOf(folder) {
  return [
    ...['yarn.lock', '.yarnrc.yml', 'package.json'].map(name =>
      join(folder, name),
    ),
    ...workspaceFolders(folder).map(name => join(name, 'package.json')),
  ].filter(existsSync);
}

const changedAt = file => statSync(file).mtimeMs;

/** Whether node_modules is missing or older than what it is made from. */
export function installIsStale(folder) {
  const state = join(folder, STATE);
  if (!existsSync(state)) return true;
  return inputsOf(folder).some(file => changedAt(file) > changedAt(state));
}

/** Installs the dependencies unless they are already as yarn.lock says. */
export async function ensureInstalled({ env }) {
  if (!installIsStale(root)) return;
  const start = Date.now();
  say('Installing dependencies with Yarn (a few minutes the first time) …');
  const { code, output } = await runAndKeep(
    'yarn',
    ['install', '--immutable'],
    {
      env,
      echo: true,
    },
  );
  if (code !== 0) throw explain('`yarn install`', output);
  // Yarn leaves its state file alone when nothing had to change; without a new
  // date the next command would install again.
  utimesSync(join(root, STATE), new Date(), new Date());
  say(`Dependencies installed in ${secondsSince(start)}.`);
}
