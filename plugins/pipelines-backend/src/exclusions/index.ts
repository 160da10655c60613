export { exclusionRoutes } from './exclusionRoutes';
export type { ExclusionRouteOptions } from './exclusionRoutes';
export { toExclusion } from './toExclusion';
