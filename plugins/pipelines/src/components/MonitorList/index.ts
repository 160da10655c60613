export { MonitorList } from './MonitorList';
