import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import {
  countWords,
  FigureFormat,
  FigurePoint,
  figureWords,
} from '../../figures';
import { useNow } from '../../hooks/useNow';
import { dateWords, instantWords } from '../../time';
import { ScrollRegion } from '../ScrollRegion';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      border: `1px solid ${alpha(theme.palette.text.primary, 0.11)}`,
      borderRadius: 4,
      maxHeight: 220,
      '& table': {
        borderCollapse: 'collapse',
        fontSize: 13,
        fontVariantNumeric: 'tabular-nums',
        width: '100%',
      },
      '& th, & td': {
        padding: theme.spacing(0.5, 1),
        textAlign: 'left',
        whiteSpace: 'nowrap',
      },
      '& thead th': {
        backgroundColor: theme.palette.background.paper,
        color: theme.palette.text.secondary,
        fontSize: 11,
        position: 'sticky',
        top: 0,
      },
      '& tbody th': { fontWeight: 400 },
    },
  }),
  { name: 'PipelinesFigureTable' },
);

/** The twin of a chart: the same figures as a table, newest first. */
export function FigureTable(props: {
  label: string;
  format: FigureFormat;
  points: FigurePoint[];
}) {
  const { label, format, points } = props;
  const classes = useStyles();
  const now = useNow();
  const isShare = format.kind === 'share';
  // The unit stands in the heading, once.
  const plain = { ...format, unit: undefined };
  const unit = format.unit ? `, ${format.unit}` : '';
  const isByDay = points.some(({ day }) => day !== undefined);
  return (
    <ScrollRegion label={`${label}, as a table`} className={classes.root}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{isByDay ? 'Day (UTC)' : 'When'}</th>
            <th scope="col">{`${isByDay ? 'Last' : 'Figure'}${unit}`}</th>
            {isShare && <th scope="col">Counts</th>}
            {isByDay && <th scope="col">Lowest</th>}
            {isByDay && <th scope="col">Highest</th>}
            {isByDay && <th scope="col">Figures</th>}
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map(point => (
            <tr key={point.at}>
              <th scope="row">
                {point.day
                  ? dateWords(point.day, { now })
                  : instantWords(new Date(point.at).toISOString(), { now })}
              </th>
              <td>{figureWords(point.value, plain)}</td>
              {isShare && (
                <td>
                  {point.good !== undefined && point.total !== undefined
                    ? countWords(point.good, point.total)
                    : ''}
                </td>
              )}
              {isByDay && (
                <td>{point.band && figureWords(point.band[0], plain)}</td>
              )}
              {isByDay && (
                <td>{point.band && figureWords(point.band[1], plain)}</td>
              )}
              {isByDay && <td>{point.count}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
