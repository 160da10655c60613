import { Flex } from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { MemberLoad } from '@techflow/backstage-plugin-pipelines-common';
import { DataColumn, DataTable } from '../DataTable';
import { groundOf, PersonAvatar } from '../PersonAvatar';

const useStyles = makeStyles(
  (theme: Theme) => ({
    figure: { fontVariantNumeric: 'tabular-nums' },
    hours: {
      alignItems: 'center',
      display: 'grid',
      gap: theme.spacing(1),
      gridTemplateColumns: '4.5em minmax(40px, 140px)',
      fontVariantNumeric: 'tabular-nums',
    },
    track: {
      backgroundColor: alpha(theme.palette.text.primary, 0.1),
      borderRadius: 4,
      display: 'block',
      height: 8,
      overflow: 'hidden',
    },
    fill: { display: 'block', height: '100%' },
  }),
  { name: 'PipelinesFairness' },
);

const FIGURE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

type Row = MemberLoad & { id: string };

function Figure({ children }: { children: number }) {
  const classes = useStyles();
  return <span className={classes.figure}>{FIGURE.format(children)}</span>;
}

/** A figure with a bar as long as its part of the largest; the figure is its twin. */
function Bar(props: { member: string; value: number; most: number }) {
  const { member, value, most } = props;
  const classes = useStyles();
  const width = most > 0 ? `${(100 * value) / most}%` : 0;
  return (
    <span className={classes.hours}>
      <span>{FIGURE.format(value)}</span>
      <span className={classes.track} aria-hidden="true">
        <span
          className={classes.fill}
          style={{ backgroundColor: groundOf(member), width }}
        />
      </span>
    </span>
  );
}

/** Who carries how much: every member, also those who have nothing. */
export function FairnessTable(props: { label: string; load: MemberLoad[] }) {
  const { label, load } = props;
  const most = (of: (row: MemberLoad) => number) =>
    Math.max(0, ...load.map(of));
  const mostHours = most(({ hours }) => hours);
  const mostWatching = most(({ watchingHours }) => watchingHours);
  const columns: DataColumn<Row>[] = [
    {
      id: 'member',
      label: 'Member',
      isRowHeader: true,
      cell: row => (
        <Flex gap="2" align="center" style={{ whiteSpace: 'nowrap' }}>
          <PersonAvatar entityRef={row.member} small />
          <EntityRefLink entityRef={row.member} hideIcon />
        </Flex>
      ),
    },
    {
      id: 'shifts',
      label: 'Shifts',
      cell: row => <Figure>{row.shifts}</Figure>,
    },
    {
      id: 'weekendDays',
      label: 'Weekend days',
      cell: row => <Figure>{row.weekendDays}</Figure>,
    },
    {
      id: 'holidays',
      label: 'Holidays',
      cell: row => <Figure>{row.holidays}</Figure>,
    },
    {
      id: 'hours',
      label: 'Hours on call',
      cell: row => (
        <Bar member={row.member} value={row.hours} most={mostHours} />
      ),
    },
    {
      id: 'watching',
      label: 'Hours watching',
      cell: row => (
        <Bar
          member={row.member}
          value={row.watchingHours}
          most={mostWatching}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={load.map(row => ({ ...row, id: row.member }))}
    />
  );
}
