export { FiringAlerts } from './FiringAlerts';
