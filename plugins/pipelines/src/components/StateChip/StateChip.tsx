import { VerdictState } from '@techflow/backstage-plugin-pipelines-common';
import { ReactNode } from 'react';
import { STATE_LOOKS } from '../../verdicts';
import { Chip } from '../Chip';

/** How a promise stands, or anything else that is well, endangered or broken. */
export type ChipState = VerdictState;

/** A state by word, shape and colour. Children replace the word, never the shape. */
export function StateChip(props: { state: ChipState; children?: ReactNode }) {
  const { tone, shape, word } = STATE_LOOKS[props.state];
  return (
    <Chip tone={tone} shape={shape}>
      {props.children ?? word}
    </Chip>
  );
}
