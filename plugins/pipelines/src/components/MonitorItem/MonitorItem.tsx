import { Flex, Text } from '@backstage/ui';
import {
  MetricSeries,
  MonitorSla,
  PipelineEntity,
  PipelineSla,
} from '@techflow/backstage-plugin-pipelines-common';
import { useRef } from 'react';
import { FigureFormat, figureFormat, figureWords } from '../../figures';
import { useNear } from '../../hooks/useNear';
import { useNow } from '../../hooks/useNow';
import { MonitorInWords } from '../../hooks/usePromises';
import { evidenceWords } from '../../verdicts';
import { Instant } from '../Instant';
import { LevelTag } from '../LevelTag';
import { NowChip } from '../NowChip';
import { Quiet } from '../Quiet';
import { MonitorPast } from './MonitorPast';

/** A share is written by the judges as one, and by the chart in percent. */
function writerOf(format: FigureFormat | undefined) {
  return format && ((value: number) => figureWords(value, format));
}

/** What a monitor watches, how it stands and since when, and its figures. */
export function MonitorItem(props: {
  pipeline: PipelineEntity;
  monitor: MonitorInWords;
  /** How it stands; absent until it is known. */
  judged?: MonitorSla;
  sla?: PipelineSla;
  /** Series of the metric that it watches, where there is one. */
  series?: MetricSeries;
}) {
  const { pipeline, monitor, judged, sla, series } = props;
  const root = useRef<HTMLElement>(null);
  const isNear = useNear(root);
  const now = useNow();
  const current = judged?.current;
  const figure = writerOf(series && figureFormat(series));
  const isWell = current?.state === 'met' || current?.state === 'pending';
  return (
    <section ref={root} aria-label={monitor.title} style={{ minWidth: 0 }}>
      <Flex direction="column" gap="1">
        <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
          <Text weight="bold">{monitor.title}</Text>
          {sla && <NowChip verdict={current} now={now} figure={figure} />}
          <LevelTag level={judged?.severity ?? monitor.severity} />
        </Flex>
        <Text as="p">{monitor.sentence}</Text>
        {monitor.description && <Quiet>{monitor.description}</Quiet>}
        {current && !isWell && (
          <Text as="p" style={{ overflowWrap: 'anywhere' }}>
            {evidenceWords(current, { now, figure }).join(' ')}
          </Text>
        )}
        {sla && judged?.since && (
          <Quiet>
            so since{' '}
            <Instant
              at={judged.since}
              timeZone={sla.month.timeZone}
              now={now}
            />
          </Quiet>
        )}
        {sla && judged && isNear && (
          <MonitorPast
            pipeline={pipeline}
            monitor={monitor}
            judged={judged}
            sla={sla}
            series={series}
          />
        )}
      </Flex>
    </section>
  );
}
