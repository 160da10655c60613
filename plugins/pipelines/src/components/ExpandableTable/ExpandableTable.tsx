import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { Fragment, ReactNode, useId, useState } from 'react';
import { DataColumn } from '../DataTable';
import { STACKED, tableStyles } from '../DataTable/tableStyles';

const useStyles = makeStyles(
  (theme: Theme) => {
    const stacked = {
      ...STACKED,
      '& td[data-toggle], & td[data-details]': { display: 'block' },
      '& td[data-toggle]::before, & td[data-details]::before': {
        content: 'none',
      },
    };
    const line = `1px solid ${alpha(theme.palette.text.primary, 0.11)}`;
    return {
      root: {
        ...tableStyles(theme),
        '& table': {
          borderCollapse: 'collapse',
          color: theme.palette.text.primary,
          font: 'inherit',
          fontSize: 14,
          width: '100%',
        },
        '& th': { ...tableStyles(theme)['& th'], textAlign: 'left' },
        '& thead tr, & tbody tr': { borderBottom: line },
        '& tbody:last-child tr:last-child': { borderBottom: 0 },
        '@container (max-width: 860px)': {
          '& [data-extra]': { display: 'none' },
        },
      },
      few: { '@container (max-width: 480px)': stacked },
      many: { '@container (max-width: 760px)': stacked },
      row: {
        '&:hover': {
          backgroundColor: alpha(theme.palette.text.primary, 0.04),
        },
      },
      open: { '$root &': { borderBottom: 0 } },
      toggle: {
        alignItems: 'center',
        appearance: 'none',
        background: 'none',
        border: 0,
        borderRadius: 4,
        color: theme.palette.text.secondary,
        cursor: 'pointer',
        display: 'inline-flex',
        font: 'inherit',
        margin: -4,
        padding: 4,
        '&:hover': { color: theme.palette.text.primary },
        '&:focus-visible': { outline: '2px solid currentColor' },
        '& svg': { height: 18, width: 18 },
      },
      hidden: {
        clip: 'rect(0 0 0 0)',
        height: 1,
        overflow: 'hidden',
        position: 'absolute',
        width: 1,
      },
    };
  },
  { name: 'PipelinesExpandableTable' },
);

/** A column of an {@link ExpandableTable}. */
export interface ExpandableColumn<T> extends DataColumn<T> {
  /** Left out where there is little room; the details must say it too. */
  isExtra?: boolean;
}

/** What a row of an {@link ExpandableTable} shows below itself. */
export interface RowDetails<T> {
  /** Names the details of a row, such as "Details of the run of Mon 23 Nov". */
  label: (row: T) => string;
  /** Word on the button; without it the arrow stands alone. */
  word?: string;
  render: (row: T) => ReactNode;
}

/**
 * A table whose rows open. A plain table, where the others are grids: in a grid
 * the arrow keys go from cell to cell, and nothing inside an opened row could be
 * scrolled or read with them.
 */
export function ExpandableTable<T extends { id: string }>(props: {
  /** Says aloud what the table holds. */
  label: string;
  columns: ExpandableColumn<T>[];
  rows: T[];
  details: RowDetails<T>;
  /** The row that is open at first. */
  openId?: string;
}) {
  const { label, columns, rows, details, openId } = props;
  const classes = useStyles();
  const prefix = useId();
  // Without its extra columns a table has room for the others side by side.
  const size = columns.some(({ isExtra }) => isExtra)
    ? classes.few
    : classes.many;
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(
    new Set(openId === undefined ? [] : [openId]),
  );
  const toggle = (id: string) =>
    setOpenIds(before => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <div className={`${classes.root} ${size}`}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.hidden}>Details</span>
            </th>
            {columns.map(column => (
              <th
                key={column.id}
                scope="col"
                data-extra={column.isExtra || undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const isOpen = openIds.has(row.id);
            const detailsId = `${prefix}-${row.id}`;
            return (
              <Fragment key={row.id}>
                <tr className={`${classes.row} ${isOpen ? classes.open : ''}`}>
                  <td data-toggle>
                    <button
                      type="button"
                      className={classes.toggle}
                      aria-label={details.label(row)}
                      aria-expanded={isOpen}
                      aria-controls={isOpen ? detailsId : undefined}
                      onClick={() => toggle(row.id)}
                    >
                      {isOpen ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
                      {details.word}
                    </button>
                  </td>
                  {columns.map(column => (
                    <td
                      key={column.id}
                      role={column.isRowHeader ? 'rowheader' : undefined}
                      data-label={column.label}
                      data-extra={column.isExtra || undefined}
                    >
                      <div>{column.cell(row)}</div>
                    </td>
                  ))}
                </tr>
                {isOpen && (
                  <tr id={detailsId}>
                    <td data-details colSpan={columns.length + 1}>
                      {details.render(row)}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
