import { alpha, makeStyles, Theme, useTheme } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import {
  axisWords,
  FigureFormat,
  FigurePoint,
  figureDomain,
  figureWords,
  FigureRange,
  hasDot,
  withGaps,
} from '../../figures';
import { FigureLimits } from '../../verdicts';
import { FigureHint } from './FigureHint';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      '& .recharts-surface:focus-visible': {
        borderRadius: 4,
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
  }),
  { name: 'PipelinesFigureChart' },
);

/** Width until the first measuring, and where nothing can be measured. */
const FIRST_WIDTH = 320;

function dayWords(at: number): string {
  return DateTime.fromMillis(at).setLocale('en-US').toFormat('d LLL');
}

/** Three or four dates along the axis, at even distances. */
function ticksOf({ from, to }: FigureRange): number[] {
  return [0, 1, 2, 3].map(third => from + ((to - from) * (third + 0.25)) / 3.5);
}

/** What the chart shows, for those who do not see it. */
function summary(points: FigurePoint[], format: FigureFormat): string {
  const values = points.flatMap(({ value }) => value ?? []);
  if (!values.length) return 'No figures.';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${values.length} figures from ${figureWords(
    low,
    format,
  )} to ${figureWords(high, format)}, the last ${figureWords(
    values[values.length - 1],
    format,
  )}. The arrow keys go from one to the next.`;
}

/** All figures of a limit, for they must be seen as well. */
function limitFigures(limits: FigureLimits | undefined): number[] {
  return [
    ...(limits?.lines.map(({ at }) => at) ?? []),
    ...(limits?.good ?? []),
  ];
}

/**
 * A line through the figures; around it, of days, from the lowest to the highest.
 * With a limit, the line that must not be crossed, and the times in which it was.
 */
export function FigureChart(props: {
  label: string;
  format: FigureFormat;
  points: FigurePoint[];
  range: FigureRange;
  height: number;
  limits?: FigureLimits;
  /** Times in which the limit was broken. */
  broken?: readonly FigureRange[];
}) {
  const { label, format, points, range, height, limits, broken = [] } = props;
  const classes = useStyles();
  const theme = useTheme();
  const data = useMemo(() => withGaps(points), [points]);
  const lineColour = theme.palette.primary.main;
  const limitColour =
    theme.palette.type === 'dark' ? '#ff9d92' : theme.palette.error.dark;
  const axis = {
    axisLine: false,
    fontSize: 11,
    tick: { fill: theme.palette.text.secondary },
    tickLine: false,
  };
  return (
    <div className={classes.root}>
      <ResponsiveContainer
        width="100%"
        height={height}
        initialDimension={{ width: FIRST_WIDTH, height }}
      >
        <ComposedChart
          data={data}
          title={label}
          desc={[summary(points, format), limits?.words]
            .filter(Boolean)
            .join(' ')}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid
            vertical={false}
            stroke={alpha(theme.palette.text.primary, 0.11)}
          />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={[range.from, range.to]}
            ticks={ticksOf(range)}
            tickFormatter={dayWords}
            // Else the newest dot is cut in half.
            padding={{ left: 4, right: 6 }}
            {...axis}
          />
          <YAxis
            width={56}
            tickCount={4}
            domain={figureDomain(points, format, limitFigures(limits))}
            tickFormatter={(value: number) => axisWords(value, format)}
            {...axis}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: alpha(theme.palette.text.primary, 0.3) }}
            content={(tooltip: TooltipContentProps) => (
              <FigureHint
                point={tooltip.active ? tooltip.payload[0]?.payload : undefined}
                format={format}
              />
            )}
          />
          {limits?.good && (
            <ReferenceArea
              y1={limits.good[0]}
              y2={limits.good[1]}
              fill={alpha(theme.palette.success.main, 0.1)}
              stroke="none"
              ifOverflow="extendDomain"
            />
          )}
          {broken.map(({ from, to }) => (
            <ReferenceArea
              key={from}
              x1={Math.max(from, range.from)}
              x2={Math.min(to, range.to)}
              fill={alpha(limitColour, 0.16)}
              stroke={alpha(limitColour, 0.4)}
            />
          ))}
          {limits?.usual !== undefined && (
            <ReferenceLine
              y={limits.usual}
              stroke={theme.palette.text.secondary}
              strokeDasharray="2 3"
            />
          )}
          {limits?.lines.map(({ at, label: words }) => (
            <ReferenceLine
              key={words}
              y={at}
              // A limit that no figure has come near to must be seen as well.
              ifOverflow="extendDomain"
              stroke={limitColour}
              strokeDasharray="5 4"
              label={{
                value: words,
                position: 'insideBottomRight',
                fontSize: 11,
                fill: limitColour,
              }}
            />
          ))}
          <Area
            dataKey="band"
            stroke="none"
            fill={alpha(lineColour, 0.18)}
            isAnimationActive={false}
            activeDot={false}
            connectNulls={false}
          />
          <Line
            dataKey="value"
            stroke={lineColour}
            strokeWidth={2}
            isAnimationActive={false}
            connectNulls={false}
            dot={({ key, cx, cy, index }) =>
              hasDot(data, index) ? (
                <circle key={key} cx={cx} cy={cy} r={2.5} fill={lineColour} />
              ) : (
                <g key={key} />
              )
            }
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
