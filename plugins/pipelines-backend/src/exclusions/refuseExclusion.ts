import { InputError } from '@backstage/errors';
import type { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { ParsedExclusion } from './exclusionBody';

const MAX_DAYS_AHEAD = 800;
const DAY_MS = 86_400_000;

type Kind = 'objective' | 'monitor';

function refuseUnknown(
  named: readonly string[] | undefined,
  known: readonly { id: string }[] | undefined,
  { kind, ref }: { kind: Kind; ref: string },
): void {
  const ids = (known ?? []).map(({ id }) => id);
  const index = (named ?? []).findIndex(id => !ids.includes(id));
  if (!named || index < 0) return;
  const allowed =
    ids.length > 0 ? `it must be one of ${ids.join(', ')}` : `it has none`;
  throw new InputError(
    `${kind}s.${index}: ${JSON.stringify(
      named[index],
    )} is no ${kind} of ${ref}; ${allowed}`,
  );
}

/**
 * Refuses what could not matter to the pipeline: rules that it does not have, and
 * times that cannot be judged again or are far away.
 *
 * @param options - `oldest`: the earliest instant whose data is kept
 * @throws InputError that names the path, what was found and what is allowed
 */
export function refuseExclusion(
  exclusion: ParsedExclusion,
  options: { ref: string; spec: PipelineSpec; oldest: Date; now: Date },
): void {
  const { ref, spec, oldest, now } = options;
  const { from, objectives, monitors } = exclusion;
  refuseUnknown(objectives, spec.sla?.objectives, { kind: 'objective', ref });
  refuseUnknown(monitors, spec.monitors, { kind: 'monitor', ref });
  if (from < oldest) {
    throw new InputError(
      `from: ${from.toISOString()} is too long ago; the data of that time is not kept any more, so it cannot be judged again; it must be ${oldest.toISOString()} or later`,
    );
  }
  // A slip in the year, which nobody would notice before that year.
  if (+from - +now > MAX_DAYS_AHEAD * DAY_MS) {
    throw new InputError(
      `from: ${from.toISOString()} is too far away; it must be at most ${MAX_DAYS_AHEAD} days ahead`,
    );
  }
}
