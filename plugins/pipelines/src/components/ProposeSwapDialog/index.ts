export { ProposeSwapDialog } from './ProposeSwapDialog';
