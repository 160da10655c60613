export { NowChip } from './NowChip';
