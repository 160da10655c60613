import { makeStyles, Theme } from '@material-ui/core/styles';
import { ReactNode } from 'react';

/** Text on ground, each pair with a contrast of at least 4.5 to 1. */
const COLOURS = {
  light: {
    good: ['#146c3e', '#e3f4ea'],
    bad: ['#a3211a', '#fbe6e4'],
    warn: ['#7d4f00', '#fdf1d8'],
    quiet: ['#4c5664', '#eceff3'],
    busy: ['#1f5493', '#e4eefa'],
    apart: ['#63478f', '#efe9f8'],
  },
  dark: {
    good: ['#8fe0b2', '#143a26'],
    bad: ['#ffb4ab', '#52201c'],
    warn: ['#f5c869', '#44330c'],
    quiet: ['#c3cad4', '#333a43'],
    busy: ['#a9cdfb', '#1b3350'],
    apart: ['#d5c2f5', '#3a2d53'],
  },
} as const;

/** How good or bad a chip looks. */
export type ChipTone = keyof typeof COLOURS.light;

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
      good: pair(colours.good),
      bad: pair(colours.bad),
      warn: pair(colours.warn),
      quiet: pair(colours.quiet),
      busy: pair(colours.busy),
      apart: pair(colours.apart),
    };
  },
  { name: 'PipelinesChip' },
);

/** A state by word, shape and colour: never by colour alone. */
export function Chip(props: {
  tone: ChipTone;
  shape: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <span className={`${classes.root} ${classes[props.tone]}`}>
      <span aria-hidden="true">{props.shape}</span>
      <span>{props.children}</span>
    </span>
  );
}
