import { RunState } from '@techflow/backstage-plugin-pipelines-common';
import { STATE_WORDS } from '../../runs';
import { Chip, ChipTone } from '../Chip';

const LOOKS: Record<RunState, { tone: ChipTone; shape: string }> = {
  running: { tone: 'busy', shape: '◐' },
  complete: { tone: 'good', shape: '✔' },
  failed: { tone: 'bad', shape: '✖' },
  aborted: { tone: 'warn', shape: '■' },
  unknown: { tone: 'quiet', shape: '?' },
};

/** How a run stands, by word, shape and colour. */
export function RunStateChip({ state }: { state: RunState }) {
  const { tone, shape } = LOOKS[state];
  return (
    <Chip tone={tone} shape={shape}>
      {STATE_WORDS[state]}
    </Chip>
  );
}
