// The check of a real Prometheus, where there is one.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHECK = fileURLToPath(
  new URL('../prometheus.check.mjs', import.meta.url),
);

/** Runs it in a process of its own: it has a backend in its own process. */
export async function prometheus() {
  const { error } = spawnSync('prometheus', ['--version']);
  if (error) {
    console.log('Skipped: there is no `prometheus` on PATH');
    return;
  }
  const child = spawn(process.execPath, [CHECK], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  const [code] = await once(child, 'exit');
  process.off('exit', end);
  assert.equal(code, 0, 'its exit code');
}
