import { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  HeardJob,
  Refusal,
  Sender,
} from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { JobStore, JournalStore, KnownJob } from '../database';
import { PipelineAccess } from '../pipelines/PipelineAccess';
import { Clock } from '../rotations/Clock';
import { instant, nothing, pageLimit, parse } from '../router/parse';

const MOST = 200;

const cursor = z
  .string()
  .transform(text => {
    // The first one: ids have underscores of their own.
    const at = text.indexOf('_');
    return [text.slice(0, at), text.slice(at + 1)];
  })
  .pipe(z.tuple([instant, z.string().regex(/^[\w-]{43}$/)]))
  .transform(([lastHeardAt, id]) => ({ lastHeardAt, id }));

// Claimed jobs stand with their pipelines; there is no list of them here.
const jobsQuery = z.strictObject({
  claimed: z.literal('false', { error: 'must be false' }),
  limit: pageLimit({ usual: 25, most: 100 }),
  cursor: cursor.optional(),
});

function toHeardJob(job: KnownJob): HeardJob {
  return {
    id: job.id,
    job: { namespace: job.namespace, name: job.name },
    claimedBy: [],
    firstHeardAt: job.firstHeardAt.toISOString(),
    lastHeardAt: job.lastHeardAt.toISOString(),
    producer: job.producer,
    sender: job.sender,
    outputs: [...job.outputs],
  };
}

/**
 * What is heard from tools, whoever it belongs to: `/v1/jobs`, `/v1/senders` and
 * `/v1/refusals`.
 */
export function setupRoutes({
  httpAuth,
  access,
  jobs,
  journal,
  flushJournal,
  silentAfter,
  now,
}: {
  httpAuth: HttpAuthService;
  access: PipelineAccess;
  jobs: JobStore;
  journal: JournalStore;
  /** Writes down what this backend has counted and not written yet. */
  flushJournal: () => Promise<void>;
  /** Milliseconds after which a sender that says nothing is called silent. */
  silentAfter: number;
  now: Clock;
}): express.Router {
  const router = Router();

  router.get('/jobs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { limit, cursor: after } = parse(jobsQuery, req.query);
    await access.authorizeIngest({ credentials });
    const found = await jobs.listUnclaimed({ limit: limit + 1, after });
    const page = found.slice(0, limit);
    const last = page[page.length - 1];
    res.json({
      items: page.map(toHeardJob),
      ...(found.length > page.length && {
        nextCursor: `${last.lastHeardAt.toISOString()}_${last.id}`,
      }),
    });
  });

  router.get('/senders', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    parse(nothing, req.query);
    await access.authorizeIngest({ credentials });
    await flushJournal();
    const senders = await journal.listSenders({ limit: MOST });
    const items = senders.map(
      ({ firstHeardAt, lastHeardAt, ...sender }): Sender => ({
        ...sender,
        firstHeardAt: firstHeardAt.toISOString(),
        lastHeardAt: lastHeardAt.toISOString(),
        isSilent: +now() - +lastHeardAt > silentAfter,
      }),
    );
    res.json({ items });
  });

  router.get('/refusals', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    parse(nothing, req.query);
    await access.authorizeIngest({ credentials });
    await flushJournal();
    const refusals = await journal.listRefusals({ limit: MOST });
    const items = refusals.map(
      ({ firstAt, lastAt, ...refusal }): Refusal => ({
        ...refusal,
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
      }),
    );
    res.json({ items });
  });

  return router;
}
