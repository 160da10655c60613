export { RefusalList } from './RefusalList';
