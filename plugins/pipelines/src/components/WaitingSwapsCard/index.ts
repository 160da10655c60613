export { WaitingSwapsCard } from './WaitingSwapsCard';
