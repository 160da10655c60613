import { ReactNode } from 'react';
import { Chip, ChipTone } from '../Chip';

/** How a promise stands, or anything else that is well, endangered or broken. */
export type ChipState =
  | 'met'
  | 'missed'
  | 'at-risk'
  | 'pending'
  | 'no-data'
  | 'no-baseline'
  | 'excluded';

/** Each state has a shape and a word besides its colour. */
const LOOKS: Record<
  ChipState,
  { tone: ChipTone; shape: string; word: string }
> = {
  met: { tone: 'good', shape: '✔', word: 'met' },
  missed: { tone: 'bad', shape: '✖', word: 'missed' },
  'at-risk': { tone: 'warn', shape: '▲', word: 'at risk' },
  pending: { tone: 'quiet', shape: '○', word: 'pending' },
  'no-data': { tone: 'quiet', shape: '–', word: 'no data' },
  'no-baseline': { tone: 'quiet', shape: '≈', word: 'no baseline' },
  excluded: { tone: 'apart', shape: '◇', word: 'excluded' },
};

/** A state by word, shape and colour. Children replace the word, never the shape. */
export function StateChip(props: { state: ChipState; children?: ReactNode }) {
  const { tone, shape, word } = LOOKS[props.state];
  return (
    <Chip tone={tone} shape={shape}>
      {props.children ?? word}
    </Chip>
  );
}
