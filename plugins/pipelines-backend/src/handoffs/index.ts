export { handoffRoutes } from './handoffRoutes';
export type { HandoffRouteOptions } from './handoffRoutes';
