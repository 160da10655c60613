export { RunSteps } from './RunSteps';
