export { FailingMetricQueries } from './FailingMetricQueries';
