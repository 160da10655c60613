export { LinkedRun } from './LinkedRun';
