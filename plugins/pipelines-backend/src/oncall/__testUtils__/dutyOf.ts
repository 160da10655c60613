import { resolve, whoAtResolved } from '../resolve';
import { RotationState } from '../roster';
import { lineIn } from './exampleRotation';

/** A rule in the words of the team, with dates. */
export interface DutyCase {
  sentence: string;
  state: RotationState;
  /** A span of time, as instants. */
  from: string;
  to: string;
  /** Lines as `lineIn` writes them, in New York's time. */
  expected: string[];
  /** The last reason of the line with this place in `expected`. */
  text?: { line: number; is: string };
}

/**
 * What the engine answers to a case, to be compared with the case itself; and the
 * lines for whose first or last moment `whoAtResolved` says something else.
 */
export function dutyOf({ state, from, to, text }: DutyCase) {
  const { shifts, gaps } = resolve(state, new Date(from), new Date(to));
  const segments = [...shifts, ...gaps].sort(
    (one, other) => one.start.getTime() - other.start.getTime(),
  );
  const line = lineIn();
  const disagreeing = segments
    .filter(segment =>
      [segment.start.getTime(), segment.end.getTime() - 1].some(at => {
        const found = whoAtResolved(state, new Date(at));
        return JSON.stringify(found) !== JSON.stringify(segment);
      }),
    )
    .map(line);
  return {
    expected: segments.map(line),
    disagreeing,
    ...(text && {
      text: {
        line: text.line,
        is: segments[text.line].reasons.slice(-1)[0].text,
      },
    }),
  };
}
