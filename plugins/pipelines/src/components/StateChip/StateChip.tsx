import { makeStyles, Theme } from '@material-ui/core/styles';
import { ReactNode } from 'react';

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
const LOOKS: Record<ChipState, { shape: string; word: string }> = {
  met: { shape: '✔', word: 'met' },
  missed: { shape: '✖', word: 'missed' },
  'at-risk': { shape: '▲', word: 'at risk' },
  pending: { shape: '○', word: 'pending' },
  'no-data': { shape: '–', word: 'no data' },
  'no-baseline': { shape: '≈', word: 'no baseline' },
  excluded: { shape: '◇', word: 'excluded' },
};

/** Text on ground, each pair with a contrast of at least 4.5 to 1. */
const COLOURS = {
  light: {
    good: ['#146c3e', '#e3f4ea'],
    bad: ['#a3211a', '#fbe6e4'],
    warn: ['#7d4f00', '#fdf1d8'],
    quiet: ['#4c5664', '#eceff3'],
    apart: ['#63478f', '#efe9f8'],
  },
  dark: {
    good: ['#8fe0b2', '#143a26'],
    bad: ['#ffb4ab', '#52201c'],
    warn: ['#f5c869', '#44330c'],
    quiet: ['#c3cad4', '#333a43'],
    apart: ['#d5c2f5', '#3a2d53'],
  },
} as const;

const useStyles = makeStyles(
  (theme: Theme) => {
    const colours = COLOURS[theme.palette.type];
    const pair = ([color, backgroundColor]: readonly [string, string]) => ({
      color,
      backgroundColor,
    });
    return {
      root: {
        display: 'inline-flex',
        alignItems: 'baseline',
        gap: 5,
        borderRadius: 99,
        padding: '2px 9px',
        fontSize: 12,
        lineHeight: 1.5,
        fontWeight: 600,
        whiteSpace: 'nowrap',
      },
      met: pair(colours.good),
      missed: pair(colours.bad),
      'at-risk': pair(colours.warn),
      pending: pair(colours.quiet),
      'no-data': pair(colours.quiet),
      'no-baseline': pair(colours.quiet),
      excluded: pair(colours.apart),
    };
  },
  { name: 'PipelinesStateChip' },
);

/** A state by word, shape and colour. Children replace the word, never the shape. */
export function StateChip(props: { state: ChipState; children?: ReactNode }) {
  const classes = useStyles();
  const { shape, word } = LOOKS[props.state];
  return (
    <span className={`${classes.root} ${classes[props.state]}`}>
      <span aria-hidden="true">{shape}</span>
      <span>{props.children ?? word}</span>
    </span>
  );
}
