import { MonitorSpec } from '../../evaluation';

/** The metrics that a monitor reads; without any it is about runs, or anything. */
export function metricsOf(monitor: MonitorSpec): string[] {
  switch (monitor.type) {
    case 'reconciliation':
      return [monitor.metric, monitor.against];
    case 'required':
      return [...monitor.metrics];
    case 'freshness':
      return monitor.watermark ? [monitor.watermark] : [];
    case 'silence':
      return monitor.metric ? [monitor.metric] : [];
    default:
      return [monitor.metric];
  }
}
