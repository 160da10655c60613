export { EntityFailure } from './EntityFailure';
