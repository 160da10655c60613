import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 100;
const GIVE_UP_MS = 45_000;

/** Asks until there is an answer: the catalog works in its own time. */
export async function waitFor<T>(
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error('Waited too long');
    await pause(POLL_MS);
  }
}
