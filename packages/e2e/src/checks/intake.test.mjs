// The shortest form of three checks, in seconds; `yarn check:intake` has them whole.
import { describe, it } from 'node:test';
import { crash } from './crash.mjs';
import { delivery } from './delivery.mjs';
import { samples } from './samples.mjs';

const engines = ['SQLite'];
const seed = Number(process.env.PIPELINES_SEED ?? Date.now() % 2 ** 31);
const short = { engines, seed };

// At once, since each waits for backends to start.
describe(
  `what tools send, PIPELINES_SEED=${seed}`,
  { concurrency: true },
  () => {
    it('says the same in any order', () => samples({ ...short, shuffles: 1 }));

    it('is there once though answers break', () =>
      delivery({ ...short, runs: 15, delays: 0 }));

    it('outlives a kill -9 once it is acknowledged', () =>
      crash({ ...short, rounds: 1 }));
  },
);
