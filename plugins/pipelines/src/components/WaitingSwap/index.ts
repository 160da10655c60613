export { WaitingSwap } from './WaitingSwap';
