export { MeasurementSources } from './MeasurementSources';
export type { MeasurementSink } from './MeasurementSink';
export { PullMeasurements } from './PullMeasurements';
export { failingQueryRoutes, pipelineQueryRoutes } from './queryRoutes';
export { questionsOf } from './questionsOf';
