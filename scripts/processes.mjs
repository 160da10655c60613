import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { isWindows, root } from './repo.mjs';
import { Sentence } from './sentences.mjs';

/** How long children may take to close databases and sockets. */
const GRACE_MS = 10_000;
/** npm passes Ctrl-C on although the terminal already sent it: one press, two signals. */
const SAME_PRESS_MS = 1_000;
const POLL_MS = 50;
/** Enough to find the cause of a failure in what a command printed. */
const KEPT_CHARACTERS = 20_000;

/** Ctrl-C or a signal ended the run; clean-up is done in `finally` on the way out. */
export class Interrupted extends Error {
  constructor(signal) {
    super(`Interrupted by ${signal}`);
    this.exitCode = exitCodeOf(signal);
  }
}

const live = new Set();
let interruption;

function exitCodeOf(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

/** Ctrl-C ends what runs; pressed again, it no longer waits for it. */
function interrupt(signal) {
  if (!interruption) {
    interruption = { signal, at: Date.now() };
    live.forEach(child => child.stop(signal));
  } else if (Date.now() - interruption.at > SAME_PRESS_MS) {
    live.forEach(child => child.kill());
  }
}

/** From now on signals go through this script to everything it started. */
export function passOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => interrupt(signal));
  }
}

export function throwIfInterrupted() {
  if (interruption) throw new Interrupted(interruption.signal);
}

export async function sleep(milliseconds) {
  await wait(milliseconds);
  throwIfInterrupted();
}

/**
 * Signals a whole process group; false once nobody is left in it. A child is
 * the leader of its own group, so that this also reaches the grandchildren of
 * Yarn and Backstage, and only once.
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    // ESRCH; macOS says EPERM when only dead, unreaped members are left.
    return false;
  }
}

async function endGroup(pid, signal) {
  const deadline = Date.now() + GRACE_MS;
  signalGroup(pid, signal);
  while (Date.now() < deadline) {
    if (!signalGroup(pid, 0)) return;
    await wait(POLL_MS);
  }
  signalGroup(pid, 'SIGKILL');
}

// Windows knows no process groups; taskkill follows the tree of parents.
async function endTree(pid) {
  const killer = spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
  await new Promise(resolve => killer.once('close', resolve));
}

function endAll(pid, signal) {
  return isWindows ? endTree(pid) : endGroup(pid, signal);
}

const quoted = argument => (/\s/.test(argument) ? `"${argument}"` : argument);

/**
 * The arguments for `spawn`, without its other options: npm and yarn are .cmd
 * files on Windows, which only a shell can start.
 */
export function commandLine(command, args) {
  return isWindows
    ? [[command, ...args].map(quoted).join(' '), [], { shell: true }]
    : [command, args, {}];
}

function spawnCommand(command, args, options) {
  const [program, programArgs, shell] = commandLine(command, args);
  return spawn(program, programArgs, {
    ...options,
    ...shell,
    detached: !isWindows,
  });
}

function cannotStart(command, error) {
  return new Sentence(
    error.code === 'ENOENT'
      ? `The program \`${command}\` was not found on PATH.`
      : `The program \`${command}\` cannot be started: ${error.message}.`,
  );
}

function exitOf(child, command) {
  return new Promise((resolve, reject) => {
    child.once('error', error => reject(cannotStart(command, error)));
    child.once('close', (code, signal) => resolve(code ?? exitCodeOf(signal)));
  });
}

/**
 * Starts a command in the repository.
 *
 * @returns `exited`, a promise of the exit code that settles when the command
 *   and everything it started are gone, and `stop()`, which ends them.
 */
export function launch(command, args, { env, stdio = 'inherit' } = {}) {
  throwIfInterrupted();
  const child = spawnCommand(command, args, { cwd: root, env, stdio });
  let stopping;
  const handle = {
    child,
    stop(signal = 'SIGTERM') {
      stopping ??= endAll(child.pid, signal);
      return stopping;
    },
    kill() {
      if (isWindows) endTree(child.pid);
      else signalGroup(child.pid, 'SIGKILL');
    },
  };
  live.add(handle);
  handle.exited = exitOf(child, command)
    .then(async code => {
      await handle.stop();
      return code;
    })
    .finally(() => live.delete(handle));
  return handle;
}

/** Runs a command to its end and gives its exit code. */
export async function run(command, args, options) {
  const code = await launch(command, args, options).exited;
  throwIfInterrupted();
  return code;
}

/**
 * Runs a command and keeps what it prints, to explain a failure.
 *
 * @param options.echo - Whether the output is also shown as it comes.
 */
export async function runAndKeep(command, args, { env, echo }) {
  const { child, exited } = launch(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = target => chunk => {
    output = (output + chunk).slice(-KEPT_CHARACTERS);
    if (echo) target.write(chunk);
  };
  child.stdout.on('data', keep(process.stdout));
  child.stderr.on('data', keep(process.stderr));
  const code = await exited;
  throwIfInterrupted();
  return { code, output };
}
