export { TakeBackDialog } from './TakeBackDialog';
