import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { isWindows } from './repo.mjs';
import { launch, run, runAndKeep } from './processes.mjs';

const POSIX = { skip: isWindows && 'Windows has no signals' };

const node = (code, options) => run('node', ['-e', code], options);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('the exit code of a command is handed on', async () => {
  assert.equal(await node('process.exit(0)'), 0);
  assert.equal(await node('process.exit(7)'), 7);
});

test(
  'a command that a signal ended has the exit code a shell would give',
  POSIX,
  async () => {
    assert.equal(await node('process.kill(process.pid, "SIGTERM")'), 143);
  },
);

test('a command that does not exist fails with a sentence', async () => {
  await assert.rejects(run('no-such-command-here', []), {
    name: 'Sentence',
    message: /`no-such-command-here` was not found on PATH/,
  });
});

test('what a command prints is kept, from both of its streams', async () => {
  const { code, output } = await runAndKeep(
    'node',
    ['-e', 'console.log("out"); console.error("err"); process.exit(3)'],
    { env: process.env, echo: false },
  );
  assert.equal(code, 3);
  assert.match(output, /out/);
  assert.match(output, /err/);
});

// A parent that ends at once and leaves a child behind, as `yarn` may.
const FORGETFUL = `
  const child = require('node:child_process').spawn(
    process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  child.unref();
  console.log(child.pid);
`;

test('what a command leaves running ends with it', async () => {
  const { output } = await runAndKeep('node', ['-e', FORGETFUL], {
    env: process.env,
    echo: false,
  });
  assert.equal(isAlive(Number(output)), false);
});

test('stop ends a command that would run on', POSIX, async () => {
  const { child, exited, stop } = launch('node', [
    '-e',
    'setTimeout(() => {}, 60000)',
  ]);
  await stop();
  assert.equal(await exited, 143);
  assert.equal(isAlive(child.pid), false);
});

// Runs this file's module in a process of its own, as signals end it.
const INTERRUPTIBLE = `
  const { passOnSignals, run } = await import(${JSON.stringify(
    new URL('./processes.mjs', import.meta.url).href,
  )});
  passOnSignals();
  try {
    await run('node', ['-e', 'console.log(process.pid); setTimeout(() => {}, 60000)']);
  } catch (error) {
    process.exitCode = error.exitCode;
  } finally {
    console.log('cleaned up');
  }
`;

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  test(
    `${signal} reaches the command, lets us clean up and gives ${exitCode}`,
    POSIX,
    async () => {
      const child = spawn(process.execPath, [
        '--input-type=module',
        '-e',
        INTERRUPTIBLE,
      ]);
      child.stdout.setEncoding('utf8');
      const [grandchild] = await once(child.stdout, 'data');
      let rest = '';
      child.stdout.on('data', chunk => {
        rest += chunk;
      });
      child.kill(signal);
      const [code] = await once(child, 'close');
      assert.equal(code, exitCode);
      assert.equal(isAlive(Number(grandchild)), false);
      assert.match(rest, /cleaned up/);
    },
  );
}
