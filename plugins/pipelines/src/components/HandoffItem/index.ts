export { HandoffItem } from './HandoffItem';
