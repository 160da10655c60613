export { absenceRoutes } from './absenceRoutes';
export type { AbsenceRouteOptions } from './absenceRoutes';
