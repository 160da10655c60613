import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('./backendProcess.mjs', import.meta.url));

/** The next message of ours; what loads the sources sends messages of its own. */
async function heard(child, signal) {
  for await (const [message] of on(child, 'message', { signal })) {
    if (message.worker) return message.worker;
  }
  return undefined;
}

/** A backend in a process of its own, started again whenever it was killed. */
export class Worker {
  #child;
  #setup;
  kills = 0;

  /** @param setup - `config` of the database, `rulesTogether` */
  constructor(setup) {
    this.#setup = setup;
  }

  async #start() {
    const child = fork(FILE, [], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, JUDGING_WORKER: JSON.stringify(this.#setup) },
    });
    this.#child = child;
    const answer = await this.#answer(child);
    if (!answer?.ready) throw new Error('A worker ended before it was ready');
  }

  /** The next thing that it says; undefined if it was killed. */
  async #answer(child) {
    const ended = new AbortController();
    const { signal } = ended;
    const left = once(child, 'exit', { signal }).then(([code, killed]) => {
      if (killed === 'SIGKILL') return undefined;
      throw new Error(`A worker ended with ${code ?? killed}`);
    });
    try {
      return await Promise.race([heard(child, signal), left]);
    } finally {
      ended.abort();
      left.catch(() => {});
    }
  }

  /**
   * Has it do something, again and again until it acknowledges.
   *
   * @param options - `killAfter`: it dies when it has sent so many statements;
   * `killAfterMs`: it is killed after that time. Only the first attempt is
   */
  async do(act, batch, { killAfter, killAfterMs } = {}) {
    for (let isFirst = true; ; isFirst = false) {
      if (!this.#child) await this.#start();
      const child = this.#child;
      const answered = this.#answer(child);
      child.send({ act, batch, ...(isFirst && { killAfter }) });
      const timer =
        isFirst && killAfterMs !== undefined
          ? setTimeout(() => child.kill('SIGKILL'), killAfterMs)
          : undefined;
      const answer = await answered;
      clearTimeout(timer);
      if (answer?.failed) throw new Error(answer.failed);
      // Killed as it answered, it has answered nevertheless.
      if (!answer || child.killed) {
        this.kills += 1;
        this.#child = undefined;
      }
      if (answer) return;
    }
  }

  async stop() {
    const child = this.#child;
    if (!child?.connected) return;
    const exited = once(child, 'exit');
    child.disconnect();
    await exited;
  }
}
