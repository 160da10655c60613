// What people of the company did on the pages; through the demo's own sign-in.
import { setTimeout as sleep } from 'node:timers/promises';
import { iso, monthOf } from './calendar.mjs';
import { postAs } from './post.mjs';

const POLL_MS = 1_000;
/** A new portal reads its catalog for some seconds; nobody is known before that. */
const PATIENCE_MS = 90_000;

async function signIn(backend, provider, headers) {
  const url = `${backend}/api/auth/${provider}/refresh`;
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${response.status} of ${url}`);
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}

async function untilWorks(work, what) {
  const begin = Date.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      // There is no portal at all.
      if (error.cause || Date.now() - begin > PATIENCE_MS) {
        throw new Error(`${what}: ${error.message}`, { cause: error.cause });
      }
      await sleep(POLL_MS);
    }
  }
}

/**
 * Waits until the portal has read what the pipelines promise: what came before
 * that would not count as heard by those that listen for silence.
 */
export function untilJudged(backend, pipelines) {
  return untilWorks(async () => {
    const token = await signIn(backend, 'guest');
    for (const name of pipelines) {
      const response = await fetch(
        `${backend}/api/pipelines/v1/pipelines/default/${name}/sla`,
        { headers: { Authorization: `Bearer ${token}` } },
      );
      const { judgedSince } = response.ok ? await response.json() : {};
      if (!judgedSince) throw new Error(`${name} is not judged yet`);
    }
  }, 'The portal is not ready');
}

/** Does a deed as a person, when the portal knows him and the pipeline. */
function deed(backend, { person, path, body }) {
  return untilWorks(async () => {
    const token = await signIn(backend, 'company', {
      'x-company-person': `user:default/${person}`,
    });
    await postAs(token, `${backend}/api/pipelines/v1${path}`, body);
  }, `${person} at ${path}`);
}

/** Excludes what was announced, and signs a month. */
export async function actAsPeople(backend, { today }, { maintenance }) {
  await deed(backend, {
    person: 'data-engineering-lead',
    path: '/pipelines/default/profit/exclusions',
    body: {
      type: 'maintenance',
      reason: 'The database of Profit is moved to new disks; announced to all',
      from: iso(maintenance.from),
      to: iso(maintenance.to),
    },
  });
  const period = iso(monthOf(today, -2)).slice(0, 7);
  await deed(backend, {
    person: 'business-analytics-lead',
    path: '/pipelines/default/executive/reviews',
    body: {
      objective: 'accuracy-review',
      period,
      isApproved: true,
      comment: 'Agrees with the books.',
    },
  });
}
