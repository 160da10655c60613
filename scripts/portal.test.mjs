import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { baseUrlsIn, portalUrls, withAbsoluteConfigs } from './portal.mjs';
import { withTemporaryFolder } from './temporary.mjs';

const CONFIG = `
app:
  title: Demo
  baseUrl: http://localhost:3000 # the app
organization:
  baseUrl: http://elsewhere:1
backend:
  listen:
    port: 7007
  baseUrl: 'http://localhost:7007'
`;

test('the two base URLs are found in a config file, and no other', () => {
  assert.deepEqual(baseUrlsIn(CONFIG), {
    app: 'http://localhost:3000',
    backend: 'http://localhost:7007',
  });
  assert.deepEqual(baseUrlsIn('# app:\n#  baseUrl: http://localhost:1\n'), {});
});

test('a later config file wins over an earlier one', () =>
  withTemporaryFolder('portal-test', folder => {
    const base = join(folder, 'base.yaml');
    const local = join(folder, 'local.yaml');
    writeFileSync(base, CONFIG);
    writeFileSync(local, 'app:\n  baseUrl: http://localhost:3100\n');
    assert.deepEqual(portalUrls(['--config', base, `--config=${local}`]), {
      app: 'http://localhost:3100',
      backend: 'http://localhost:7007',
    });
  }));

test('config files named on the command line are seen from where it was typed', () => {
  const folder = resolve('/somewhere');
  assert.deepEqual(
    withAbsoluteConfigs(
      ['--config', 'a.yaml', '--config=b.yaml', '--inspect'],
      folder,
    ),
    [
      '--config',
      join(folder, 'a.yaml'),
      `--config=${join(folder, 'b.yaml')}`,
      '--inspect',
    ],
  );
});
