export { PromisesTable } from './PromisesTable';
