export { HandoffForm } from './HandoffForm';
