import assert from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { installIsStale } from './install.mjs';
import { withTemporaryFolder } from './temporary.mjs';

const INSTALLED_AT = 1_000_000;
const STATE = 'node_modules/.yarn-state.yml';

function write(folder, name, { at, text = '' }) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, at, at);
}

/** A repository installed after everything in it was written. */
function withInstalledRepo(use) {
  return withTemporaryFolder('install-test', async folder => {
    const before = { at: INSTALLED_AT - 1 };
    const text = JSON.stringify({ workspaces: ['packages/*', 'plugins/*'] });
    write(folder, 'package.json', { ...before, text });
    write(folder, 'yarn.lock', before);
    write(folder, '.yarnrc.yml', before);
    write(folder, 'packages/app/package.json', before);
    write(folder, 'packages/README.md', before);
    write(folder, STATE, { at: INSTALLED_AT });
    use(folder);
  });
}

test('an install newer than everything it is made from stands', () =>
  withInstalledRepo(folder => assert.equal(installIsStale(folder), false)));

test('without node_modules there is nothing installed', () =>
  withInstalledRepo(folder => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    assert.equal(installIsStale(folder), true);
  }));

for (const name of ['yarn.lock', '.yarnrc.yml', 'packages/app/package.json']) {
  test(`a newer ${name} asks for an install`, () =>
    withInstalledRepo(folder => {
      const later = INSTALLED_AT + 1;
      utimesSync(join(folder, name), later, later);
      assert.equal(installIsStale(folder), true);
    }));
}

test('a new workspace asks for an install', () =>
  withInstalledRepo(folder => {
    write(folder, 'plugins/new/package.json', { at: INSTALLED_AT + 1 });
    assert.equal(installIsStale(folder), true);
  }));
