import { Flex, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { MonitorInWords } from '../../hooks/usePromises';
import { LevelTag } from '../LevelTag';
import { SetupHint } from '../SetupHint';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))',
      gap: theme.spacing(3),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
  }),
  { name: 'PipelinesMonitorList' },
);

const EXAMPLE = `spec:
  monitors:
    - id: revenue-drop
      type: change
      metric: revenue
      period: month
      mustNotDropMoreThan: 10
      severity: critical`;

/** What warns about a pipeline, a sentence for each monitor. */
export function MonitorList(props: { monitors: MonitorInWords[] }) {
  const classes = useStyles();
  if (!props.monitors.length) {
    return (
      <SetupHint title="Nothing warns about this pipeline yet." yaml={EXAMPLE}>
        A monitor opens an issue when a figure looks wrong.
      </SetupHint>
    );
  }
  return (
    <ul className={classes.list}>
      {props.monitors.map(monitor => (
        <li key={monitor.id}>
          <Flex direction="column" gap="1">
            <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
              <Text weight="bold">{monitor.title}</Text>
              <LevelTag level={monitor.severity} />
            </Flex>
            <Text as="p">{monitor.sentence}</Text>
            {monitor.description && (
              <Text as="p" variant="body-small" color="secondary">
                {monitor.description}
              </Text>
            )}
          </Flex>
        </li>
      ))}
    </ul>
  );
}
