import { Run, RunState } from '@techflow/backstage-plugin-pipelines-common';
import { instantWords } from '../time';

/** How a run stands, as its chip says it. */
export const STATE_WORDS: Record<RunState, string> = {
  running: 'running',
  complete: 'complete',
  failed: 'failed',
  aborted: 'aborted',
  unknown: 'unknown',
};

/** What a second, different end means. */
export function conflictWords(
  { state, at }: NonNullable<Run['conflict']>,
  now: number,
): string {
  const when = instantWords(at, { now });
  return `later reported as ${STATE_WORDS[state]}, ${when}; the first end counts`;
}

/** The slot that a run answers, as our schedule has it or else as its tool says. */
export function slotInstant({ slot, nominal }: Run): string | undefined {
  return slot?.expectedAt ?? nominal?.start;
}

/** Names a run among others: by its slot, else by its begin, else by its id. */
export function runTitle(run: Run, now: number): string {
  const at = slotInstant(run) ?? run.startedAt;
  return at ? `run of ${instantWords(at, { now })}` : `run ${run.runId}`;
}
