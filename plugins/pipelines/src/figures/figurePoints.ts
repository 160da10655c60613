import {
  MeasuredDay,
  MeasuredPoint,
  Measurements,
} from '@techflow/backstage-plugin-pipelines-common';

const DAY = 86_400_000;

/** A place on a chart and a line of its table. */
export interface FigurePoint {
  /** Milliseconds since the epoch; the midnight in UTC where it stands for a day. */
  at: number;
  /** `yyyy-MM-dd` in UTC, where it stands for a day. */
  day?: string;
  /** The figure; of a day, the last. Null where there is none. */
  value: number | null;
  /** Lowest and highest of a day, where there was more than one figure. */
  band: [number, number] | null;
  /** How many figures the day had. */
  count?: number;
  good?: number;
  total?: number;
}

function ofPoint({ at, value, good, total }: MeasuredPoint): FigurePoint {
  return {
    at: Date.parse(at),
    value: value ?? null,
    band: null,
    good,
    total,
  };
}

function ofDay(measured: MeasuredDay): FigurePoint {
  const { day, count, last, min, max, good, total } = measured;
  return {
    at: Date.parse(`${day}T00:00:00Z`),
    day,
    value: last ?? null,
    band: min !== undefined && max !== undefined ? [min, max] : null,
    count,
    good,
    total,
  };
}

/** The figures themselves, oldest first. */
export function figurePoints(measurements: Measurements): FigurePoint[] {
  return measurements.resolution === 'day'
    ? measurements.days.map(ofDay)
    : measurements.points.map(ofPoint);
}

/** Of an even number, the lower of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/**
 * The same with a hole wherever a day is missing, so that no line is drawn over
 * it. Figures that come less than daily are not holes: their line is broken only
 * where they stay out for longer than usual.
 */
export function withGaps(points: readonly FigurePoint[]): FigurePoint[] {
  const steps = points.slice(1).map((point, i) => point.at - points[i].at);
  const usual = median(steps);
  return points.flatMap((point, index) => {
    const step = index > 0 ? steps[index - 1] : 0;
    const isMissed = step >= 2 * DAY && step > 1.5 * usual;
    return isMissed
      ? [{ at: point.at - step / 2, value: null, band: null }, point]
      : [point];
  });
}

/** More figures than these stand too close for a dot each. */
const FEW = 40;

/**
 * Whether a point is drawn as a dot: each where there are few, and else those
 * that have no neighbour to draw a line to.
 */
export function hasDot(points: readonly FigurePoint[], index: number): boolean {
  const hasValue = (i: number) => (points[i]?.value ?? null) !== null;
  const isAlone = !hasValue(index - 1) && !hasValue(index + 1);
  return hasValue(index) && (points.length <= FEW || isAlone);
}
