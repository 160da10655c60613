export { MonitorItem } from './MonitorItem';
