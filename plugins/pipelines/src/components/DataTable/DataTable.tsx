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
import { STACKED, tableStyles } from './tableStyles';

/** One column of a {@link DataTable}. */
export interface DataColumn<T> {
  id: string;
  label: string;
  /** The column that names the row; exactly one. */
  isRowHeader?: boolean;
  cell: (row: T) => ReactNode;
}

const useStyles = makeStyles(
  (theme: Theme) => ({
    // Text wraps and columns take the room they need, unlike the stock table:
    // names and sentences must be readable without scrolling sideways.
    root: {
      ...tableStyles(theme),
      '& table': { tableLayout: 'auto' },
      '& tbody tr:last-child': { borderBottom: 0 },
    },
    few: { '@container (max-width: 520px)': STACKED },
    many: { '@container (max-width: 760px)': STACKED },
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
