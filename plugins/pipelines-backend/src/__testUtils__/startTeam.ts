import { as, startPipelines } from './startPipelines';
import { NOW, team, TEAM_PATH } from './team';

type Options = Partial<Parameters<typeof startPipelines>[0]>;

/**
 * The plugin with the rotation of three, and somebody named lead who owns it.
 * Shift 1 runs and is B's; then C has 2, A 3, B 4, C 5 and A 6.
 */
export async function startTeam(options: Options = {}) {
  let now = NOW;
  const started = await startPipelines({
    entities: [team()],
    owners: ['lead'],
    now: () => now,
    ...options,
  });
  const post = (name: string, path: string, body: object = {}) =>
    started.api.post(`${TEAM_PATH}${path}`).set(as.user(name)).send(body);
  const who = async (number: number) => {
    const { body } = await started.api.get(
      `${TEAM_PATH}/shifts?from=2026-11-23T14:00:00Z&to=2027-03-01T00:00:00Z`,
    );
    return body.items
      .filter((item: { number: number }) => item.number === number)
      .map((item: { primary: string }) => item.primary);
  };
  return {
    ...started,
    post,
    who,
    setNow: (text: string) => {
      now = new Date(text);
    },
  };
}

/** A gives the week from 14 December to B for the one after. */
export const SWAP = {
  type: 'swap',
  shift: 3,
  withShift: 4,
  reason: 'vacation',
};
