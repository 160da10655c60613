export { NoRuns } from './NoRuns';
