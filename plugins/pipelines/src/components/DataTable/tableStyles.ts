import { alpha, Theme } from '@material-ui/core/styles';

/** On a narrow card each row becomes a block: its name, then a line for each cell. */
export const STACKED = {
  '& table, & tbody, & tr': { display: 'block' },
  '& thead': {
    clip: 'rect(0 0 0 0)',
    height: 1,
    overflow: 'hidden',
    position: 'absolute',
    width: 1,
  },
  '& tr': { padding: '8px var(--bui-space-3, 12px)' },
  '& td': {
    display: 'grid',
    gap: 8,
    gridTemplateColumns: '10em minmax(0, 1fr)',
    padding: '3px 0 !important',
  },
  '& td::before': { content: 'attr(data-label)', opacity: 0.7 },
  '& td[role=rowheader]': { display: 'block' },
  '& td[role=rowheader]::before': { content: 'none' },
} as const;

/** How all our tables look, whatever they are made of. */
export function tableStyles(theme: Theme) {
  const line = alpha(theme.palette.text.primary, 0.11);
  return {
    containerType: 'inline-size',
    // To the edges of the card, so that a marked row is a band across it.
    margin: '0 calc(-1 * var(--bui-space-3, 12px))',
    '& th, & td': {
      padding: theme.spacing(1.25, 1),
      verticalAlign: 'top',
      lineHeight: 1.45,
      overflow: 'visible',
    },
    '& th': {
      color: theme.palette.text.secondary,
      fontSize: 11,
      fontWeight: 600,
      letterSpacing: '0.05em',
      textTransform: 'uppercase',
      verticalAlign: 'bottom',
    },
    '& th span': { whiteSpace: 'normal' },
    '& th:first-child, & td:first-child': {
      paddingLeft: 'var(--bui-space-3, 12px)',
    },
    '& th:last-child, & td:last-child': {
      paddingRight: 'var(--bui-space-3, 12px)',
    },
    '& thead, & tr': { borderBottomColor: line },
  } as const;
}
