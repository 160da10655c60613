export { reviewRoutes } from './reviewRoutes';
export type { ReviewRouteOptions } from './reviewRoutes';
export { toReview } from './toReview';
