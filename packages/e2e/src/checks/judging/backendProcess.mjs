// A backend that is told what comes in and what time it is, in a process of its
// own, so that it can be killed; or that kills itself before a statement.
import { open } from './databases.mjs';
import { SimulatedBackend } from './sources.mjs';

const { config, rulesTogether } = JSON.parse(process.env.JUDGING_WORKER);
const knex = open(config);
let statementsLeft = Infinity;

// Before a statement is sent, or after its answer came: a commit may be either.
function countHalf() {
  statementsLeft -= 0.5;
  if (statementsLeft <= 0) process.kill(process.pid, 'SIGKILL');
}
knex.on('query', countHalf);
knex.on('query-response', countHalf);

const backend = await SimulatedBackend.create({
  database: { getClient: async () => knex },
  rulesTogether,
});

const ACTS = {
  handle: batch => backend.handle(batch),
  wake: batch => backend.wakeUntil(batch.wakesUntil),
  take: batch => backend.take(batch),
};

process.on('message', async ({ act, batch, killAfter = Infinity }) => {
  statementsLeft = killAfter;
  try {
    await ACTS[act](batch);
    statementsLeft = Infinity;
    process.send({ worker: { isDone: true } });
  } catch (error) {
    process.send({ worker: { failed: error.stack } });
  }
});
process.on('disconnect', () => process.exit());
process.send({ worker: { ready: true } });
