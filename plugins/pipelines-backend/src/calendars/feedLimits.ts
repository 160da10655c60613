// Well kept, made for Express, and in every Backstage backend already; memory of
// this process is enough, for what it guards is this process.
import { Options, rateLimit } from 'express-rate-limit';

const MINUTE_MS = 60_000;
/** A calendar asks once in a quarter of an hour at most. */
const READS_OF_FEED = 20;
/** Many people's calendars ask from the address of one company. */
const READS_OF_ADDRESS = 240;

const usual: Partial<Options> = {
  windowMs: MINUTE_MS,
  standardHeaders: 'draft-7',
  legacyHeaders: false,
  // Whether a proxy may name the address is for `backend.trustProxy` to say; the
  // library would log an error at each request that it doubts.
  validate: { trustProxy: false, xForwardedForHeader: false },
  handler: (_req, res) => {
    res.status(429).type('text/plain').send('Too many requests\n');
  },
};

/** At most so many reads of all feeds from one address in a minute. */
export function limitByAddress() {
  return rateLimit({ ...usual, limit: READS_OF_ADDRESS });
}

/** At most so many reads of one feed in a minute, from wherever. */
export function limitByToken() {
  return rateLimit({
    ...usual,
    limit: READS_OF_FEED,
    keyGenerator: ({ params }) => params.token,
  });
}
