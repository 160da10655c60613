import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { ReactNode } from 'react';

/** One column of a {@link DataTable}. */
export interface DataColumn<T> {
  id: string;
  label: string;
  /** The column that names the row; exactly one. */
  isRowHeader?: boolean;
  cell: (row: T) => ReactNode;
}

/** On a narrow card each row becomes a block: its name, then a line for each cell. */
const stacked = {
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

const useStyles = makeStyles(
  (theme: Theme) => ({
    // Text wraps and columns take the room they need, unlike the stock table:
    // names and sentences must be readable without scrolling sideways.
    root: {
      containerType: 'inline-size',
      // To the edges of the card, so that a marked row is a band across it.
      margin: '0 calc(-1 * var(--bui-space-3, 12px))',
      '& table': { tableLayout: 'auto' },
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
      '& thead, & tr': {
        borderBottomColor: alpha(theme.palette.text.primary, 0.11),
      },
      '& tbody tr:last-child': { borderBottom: 0 },
    },
    few: { '@container (max-width: 520px)': stacked },
    many: { '@container (max-width: 760px)': stacked },
    marked: { backgroundColor: alpha(theme.palette.primary.main, 0.1) },
  }),
  { name: 'PipelinesDataTable' },
);

/** More columns than this need a wide card to stand side by side. */
const FEW = 4;

/** A table of our own rows: the stock pieces, with a name and with text that wraps. */
export function DataTable<T extends { id: string }>(props: {
  /** Says aloud what the table holds. */
  label: string;
  columns: DataColumn<T>[];
  rows: T[];
  /** The row the page is about. */
  markedId?: string;
}) {
  const { label, columns, rows, markedId } = props;
  const classes = useStyles();
  const size = columns.length > FEW ? classes.many : classes.few;
  return (
    <div className={`${classes.root} ${size}`}>
      <TableRoot aria-label={label}>
        <TableHeader columns={columns}>
          {column => (
            <Column id={column.id} isRowHeader={column.isRowHeader}>
              {column.label}
            </Column>
          )}
        </TableHeader>
        <TableBody items={rows} dependencies={[columns, rows, markedId]}>
          {row => (
            <Row
              id={row.id}
              columns={columns}
              className={row.id === markedId ? classes.marked : undefined}
            >
              {column => (
                <Cell data-label={column.label}>
                  <div>{column.cell(row)}</div>
                </Cell>
              )}
            </Row>
          )}
        </TableBody>
      </TableRoot>
    </div>
  );
}
