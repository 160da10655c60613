import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { ScrollRegion } from '../ScrollRegion';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      border: `1px solid ${alpha(theme.palette.text.primary, 0.11)}`,
      borderRadius: 4,
      maxHeight: 300,
      // It may stand in the row of another table: nothing of that one's look, and
      // of how its rows are stacked on a narrow card, may reach in here.
      '& table[aria-label]': {
        borderCollapse: 'collapse',
        display: 'table',
        fontSize: 13,
        fontVariantNumeric: 'tabular-nums',
        width: '100%',
        '& thead': {
          clip: 'auto',
          height: 'auto',
          overflow: 'visible',
          position: 'static',
          width: 'auto',
        },
        '& tbody': { display: 'table-row-group' },
        '& tr': {
          border: 0,
          borderTop: `1px solid ${alpha(theme.palette.text.primary, 0.08)}`,
          display: 'table-row',
          padding: 0,
        },
        '& th, & td': {
          display: 'table-cell',
          padding: `${theme.spacing(0.5, 1)} !important`,
          textAlign: 'left',
          verticalAlign: 'top',
        },
        '& td::before': { content: 'none' },
        '& thead th': {
          backgroundColor: theme.palette.background.paper,
          color: theme.palette.text.secondary,
          fontSize: 11,
          position: 'sticky',
          top: 0,
          zIndex: 1,
        },
        '& tbody th': {
          color: 'inherit',
          fontSize: 13,
          fontWeight: 400,
          letterSpacing: 0,
          textTransform: 'none',
          whiteSpace: 'nowrap',
        },
      },
    },
  }),
  { name: 'PipelinesTwinTable' },
);

/** The twin of a picture: the same as a small table that scrolls when it is long. */
export function TwinTable(props: {
  label: string;
  /** The first names the row. */
  columns: readonly string[];
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}) {
  const { label, columns, rows } = props;
  const classes = useStyles();
  return (
    <ScrollRegion label={`${label}, as a table`} className={classes.root}>
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [name, ...cells] }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
