export { calendarFeedPath, calendarFeedRoutes } from './calendarFeedRoutes';
export type { CalendarFeedRouteOptions } from './calendarFeedRoutes';
export { calendarRoutes } from './calendarRoutes';
export type { CalendarRouteOptions } from './calendarRoutes';
