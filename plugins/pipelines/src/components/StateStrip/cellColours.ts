import { Theme } from '@material-ui/core/styles';
import { VerdictState } from '@techflow/backstage-plugin-pipelines-common';

/** Letter on ground, each pair with a contrast of at least 4.5 to 1. */
const COLOURS = {
  light: {
    met: ['#0b4f2c', '#bfe5cf'],
    missed: ['#6d0f0a', '#eea29c'],
    'at-risk': ['#5c3900', '#f6d58f'],
    other: ['#3d4754', '#e3e7ec'],
    excluded: ['#3f2a66', '#e6dcf5'],
    stripe: '#cdbbe8',
    dash: '#8a929d',
  },
  dark: {
    met: ['#d6f7e3', '#1d5a3a'],
    missed: ['#ffe1de', '#8a2f28'],
    'at-risk': ['#fff0d0', '#6d5013'],
    other: ['#dfe4ea', '#3c444e'],
    excluded: ['#efe6ff', '#4a3a69'],
    stripe: '#62508a',
    dash: '#8f98a3',
  },
} as const;

/**
 * The ground of a cell that stands for a state: excluded is hatched, what is not
 * decided is dashed.
 */
export function cellColours(theme: Theme, state: VerdictState) {
  const colours = COLOURS[theme.palette.type];
  const pair = ([color, backgroundColor]: readonly [string, string]) => ({
    color,
    backgroundColor,
    border: '1px solid transparent',
  });
  switch (state) {
    case 'met':
    case 'missed':
    case 'at-risk':
      return pair(colours[state]);
    case 'excluded': {
      const [, ground] = colours.excluded;
      return {
        ...pair(colours.excluded),
        backgroundImage: `repeating-linear-gradient(45deg, ${ground} 0 3px, ${colours.stripe} 3px 6px)`,
      };
    }
    case 'pending':
      return {
        color: theme.palette.text.secondary,
        backgroundColor: 'transparent',
        border: `1px dashed ${colours.dash}`,
      };
    default:
      return pair(colours.other);
  }
}
