export { ReadsAndFeedsCard } from './ReadsAndFeedsCard';
