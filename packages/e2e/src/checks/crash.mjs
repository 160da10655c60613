// The backend is killed in the middle of its work, again and again: what it has
// acknowledged is there, what it has not is there whole or not at all.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { withBackend } from './support/backend.mjs';
import { onEachDatabase } from './support/databases.mjs';
import { isStored, Ledger } from './support/Ledger.mjs';
import { randomOf } from './support/random.mjs';

const CONNECTIONS = 16;
const EARLIEST_MS = 300;
const LATEST_MS = 1_500;

/** Sends until told to stop, or until all is sent; nothing is lost on the way. */
async function send(client, ledger, isDone) {
  const work = async () => {
    while (!isDone()) {
      const request = ledger.take();
      try {
        const answer = await client.post(request.path, request.body);
        assert(
          isStored(answer),
          `${request.path} answers ${answer.status} ${answer.text}`,
        );
        ledger.acknowledge(request);
      } catch (error) {
        ledger.giveBack(request);
        if (error instanceof assert.AssertionError) throw error;
        // The backend is gone, and with it the connection.
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

async function round({ backend, database, ledger, random }) {
  const after = random.integer(EARLIEST_MS, LATEST_MS);
  const before = ledger.counts;
  const sending = send(backend.client(CONNECTIONS), ledger, () => false);
  await Promise.race([pause(after), sending]);
  await backend.kill();
  await sending;
  const { sent, acknowledged } = ledger.counts;
  await backend.start();
  const found = await database.read(knex => ledger.judge(knex));

  // A client sends again what was not acknowledged.
  const client = backend.client(CONNECTIONS);
  await send(client, ledger, () => !ledger.isOpen);
  const whole = await database.read(knex => ledger.judge(knex));
  assert.equal(whole, sent, 'what is there in the end');
  assert.equal(ledger.counts.acknowledged, sent, 'what is acknowledged then');
  const runs = await database.read(knex => knex('runs').pluck('id'));
  assert.equal(await ledger.readRuns(client), runs.length, 'runs over HTTP');
  return (
    `killed after ${after} ms: ${acknowledged - before.acknowledged} items ` +
    `acknowledged, ${sent - acknowledged} not, ${found - before.sent} found; ` +
    `${whole - before.sent} once the rest was sent again`
  );
}

/** @param options - `rounds` is how often it is killed */
export async function crash({ rounds, seed, engines }) {
  await onEachDatabase(engines, async ({ name, fresh }) => {
    const random = randomOf(seed);
    const ledger = new Ledger({ random });
    const database = fresh();
    await withBackend({ database }, async backend => {
      for (let index = 1; index <= rounds; index += 1) {
        const said = await round({ backend, database, ledger, random });
        console.log(`${name}, round ${index}: ${said}`);
      }
    });
  });
}
