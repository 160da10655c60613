export { CoverDialog } from './CoverDialog';
