export { scorecardRoutes } from './scorecardRoutes';
export type { ExclusionsTouching, SlaAnswerOptions } from './SlaAnswerOptions';
export { slaRoutes } from './slaRoutes';
