export { SwapResultDialog } from './SwapResultDialog';
