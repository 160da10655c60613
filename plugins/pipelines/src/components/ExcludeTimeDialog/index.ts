export { ExcludeTimeDialog } from './ExcludeTimeDialog';
