export { StateChip, type ChipState } from './StateChip';
