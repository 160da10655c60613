// PostgreSQL goes away under load, and later stands still: senders hear 503 with
// the time to try again, and what they send again is there once.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { withBackend } from './support/backend.mjs';
import { withPostgres } from './support/databases.mjs';
import { freeze } from './support/frozen.mjs';
import { isStored, Ledger } from './support/Ledger.mjs';
import { randomOf } from './support/random.mjs';

const CONNECTIONS = 16;
const LOAD_BEFORE_MS = 3_000;
const LOAD_AFTER_MS = 5_000;
const PATIENCE_MS = 5_000;
const FULLY_BACK_MS = 15_000;
// Less than Retry-After says, so that many are refused.
const NEXT_TRY_MS = 200;

/** What was answered, and when. */
class Answers {
  #counts = new Map();
  #longest = 0;
  lastUnavailable = 0;

  note(what, milliseconds) {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    this.#longest = Math.max(this.#longest, milliseconds);
    if (what === '503') this.lastUnavailable = performance.now();
  }

  count(what) {
    return this.#counts.get(what) ?? 0;
  }

  get longest() {
    return this.#longest;
  }

  get said() {
    const counts = [...this.#counts].map(
      ([what, count]) => `${what}: ${count}`,
    );
    return `${counts.join(', ')}; slowest ${Math.round(this.#longest)} ms`;
  }
}

/** Sends until told; a 503 is sent again, whatever else is no success is a fault. */
async function send(client, ledger, answers, isDone) {
  const faults = [];
  const work = async () => {
    while (!isDone()) {
      const request = ledger.take();
      const begin = performance.now();
      const answer = await client
        .post(request.path, request.body)
        .catch(error => ({ status: error.code ?? error.message }));
      answers.note(String(answer.status), performance.now() - begin);
      if (isStored(answer)) {
        ledger.acknowledge(request);
        continue;
      }
      ledger.giveBack(request);
      const isTold = answer.status === 503 && answer.headers['retry-after'];
      if (!isTold) {
        faults.push(`${request.path}: ${answer.status} ${answer.text ?? ''}`);
      }
      await pause(NEXT_TRY_MS);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return faults;
}

/** One fault under load. */
async function round({ name, backend, database, ledger, fault, seconds }) {
  const client = backend.client(CONNECTIONS);
  const answers = new Answers();
  let isOver = false;
  const sending = send(client, ledger, answers, () => isOver && !ledger.isOpen);
  await pause(LOAD_BEFORE_MS);
  const heal = await fault();
  await pause(seconds * 1_000);
  await heal();
  const healed = performance.now();
  await pause(LOAD_AFTER_MS);
  isOver = true;
  const faults = await sending;

  assert.deepEqual(faults.slice(0, 5), [], `${faults.length} other answers`);
  assert(answers.count('503') > 0, 'nobody was told to wait');
  assert(backend.isRunning(), 'the backend ended');
  const back = Math.max(0, answers.lastUnavailable - healed);
  assert(back < FULLY_BACK_MS, `back only after ${back} ms`);
  assert(
    answers.longest < PATIENCE_MS,
    `an answer came after ${answers.longest} ms`,
  );
  const found = await database.read(knex => ledger.judge(knex));
  const { sent, acknowledged } = ledger.counts;
  assert.equal(acknowledged, sent, 'items acknowledged in the end');
  assert.equal(found, sent, 'items that are there in the end');
  console.log(
    `${name} for ${seconds} s: ${answers.said}; no 503 from ` +
      `${Math.round(
        back,
      )} ms after its end on; ${found} items sent, each there once`,
  );
}

/**
 * @param options - `away` is how long PostgreSQL is stopped, `frozen` how long it
 * stands still, in seconds
 */
export async function outage({ away, frozen, seed }) {
  await withPostgres(async ({ server, fresh }) => {
    const database = fresh();
    const ledger = new Ledger({ random: randomOf(seed) });
    await withBackend({ database }, async backend => {
      const all = { backend, database, ledger };
      await round({
        ...all,
        name: 'PostgreSQL stopped',
        seconds: away,
        fault: async () => {
          await server.goAway();
          return () => server.comeBack();
        },
      });
      await round({
        ...all,
        name: 'PostgreSQL frozen',
        seconds: frozen,
        fault: () => database.read(freeze),
      });
    });
  });
}
