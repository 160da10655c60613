import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  nodeFits,
  packagesToFetch,
  wantedVersions,
  yarnFits,
} from './versions.mjs';

const wanted = { nodeMajors: [22, 24], yarn: '4.13.0' };

test('the wanted versions are read from package.json', () => {
  for (const packageManager of ['yarn@4.13.0', 'yarn@4.13.0+sha512.abc']) {
    assert.deepEqual(
      wantedVersions({ engines: { node: '22 || 24' }, packageManager }),
      wanted,
    );
  }
});

test('a Node fits by its major', () => {
  const cases = [
    ['v24.21.0\n', true],
    ['v22.1.0', true],
    ['v20.20.2', false],
    ['v23.0.0', false],
    ['v2.24.0', false],
    ['', false],
    ['node: command not found', false],
  ];
  for (const [version, fits] of cases) {
    assert.equal(nodeFits(version, wanted), fits, version);
  }
});

test('a Yarn fits when it is no older and of the same major', () => {
  const cases = [
    ['4.13.0\n', true],
    ['4.13.2', true],
    ['4.14.0', true],
    ['4.9.1', false],
    ['3.99.0', false],
    ['1.22.22', false],
    ['5.0.0', false],
    // Debian's package "cmdtest" has a program of the same name.
    ['0.32+git', false],
    ['', false],
  ];
  for (const [version, fits] of cases) {
    assert.equal(yarnFits(version, wanted), fits, version);
  }
});

test('only what the machine lacks is fetched, Node in its newest major', () => {
  const fetched = (hasNode, hasYarn) =>
    packagesToFetch(wanted, { hasNode, hasYarn });
  assert.deepEqual(fetched(true, true), []);
  assert.deepEqual(fetched(false, true), ['node@24']);
  assert.deepEqual(fetched(true, false), ['@yarnpkg/cli-dist@4.13.0']);
  assert.deepEqual(fetched(false, false), [
    'node@24',
    '@yarnpkg/cli-dist@4.13.0',
  ]);
});
