// Ways to live through a year: in this process, in one that is killed, in two.
import { open } from './databases.mjs';
import { isOfTool, SimulatedBackend } from './sources.mjs';
import { Worker } from './Worker.mjs';

// So few that a step needs several transactions, between which it may die.
const FEW_RULES = 5;
const MOST_STATEMENTS = 60;

/** One backend, in this process; `look(knex, batch)` is called now and then. */
export async function alone({ config, batches, random, looks, look }) {
  const knex = open(config);
  try {
    const backend = await SimulatedBackend.create({
      database: { getClient: async () => knex },
    });
    const share = looks / batches.length;
    for (const batch of batches) {
      await backend.handle(batch);
      if (random.chance(share)) await look(knex, batch);
    }
    return { judged: backend.judged };
  } finally {
    await knex.destroy();
  }
}

/** One backend that is killed at random statements. */
export async function killed({ config, batches, random, kills }) {
  const worker = new Worker({ config, rulesTogether: FEW_RULES });
  const share = (kills * 1.1) / batches.length;
  try {
    for (const batch of batches) {
      const dies = random.chance(share);
      const killAfter = random.integer(1, 2 * MOST_STATEMENTS) / 2;
      await worker.do('handle', batch, dies ? { killAfter } : {});
    }
    return { kills: worker.kills };
  } finally {
    await worker.stop();
  }
}

/**
 * What each of two is dealt: what people do in order, by one; the same again by the
 * same one, since of two that come at once either may be the first.
 */
function dealt({ deliveries, now }, random) {
  const hands = [[], []];
  const handOf = new Map();
  for (const delivery of deliveries) {
    const { receivedAt: _, ...said } = delivery;
    const name = JSON.stringify(said);
    const drawn = isOfTool(delivery) ? random.integer(0, 1) : 0;
    const hand = handOf.get(name) ?? drawn;
    handOf.set(name, hand);
    hands[hand].push(delivery);
  }
  return hands.map(hand => ({ deliveries: hand, now }));
}

/** Two backends at the same time, both killed now and then. */
export async function two({ config, batches, random, kills }) {
  const workers = [0, 1].map(
    () => new Worker({ config, rulesTogether: FEW_RULES }),
  );
  const share = (kills * 0.7) / batches.length;
  const fate = () => {
    if (!random.chance(share)) return {};
    return random.chance(0.5)
      ? { killAfter: random.integer(1, 2 * MOST_STATEMENTS) / 2 }
      : { killAfterMs: random.integer(0, 60) };
  };
  try {
    // The tables are made by one; whoever is second finds them.
    await workers[0].do('wake', { wakesUntil: 0 });
    for (const batch of batches) {
      const hands = dealt(batch, random);
      await Promise.all(workers.map(each => each.do('wake', batch, fate())));
      await Promise.all(
        workers.map((each, index) => each.do('take', hands[index], fate())),
      );
    }
    return { kills: workers[0].kills + workers[1].kills };
  } finally {
    await Promise.all(workers.map(each => each.stop()));
  }
}
