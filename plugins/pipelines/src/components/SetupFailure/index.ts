export { SetupFailure } from './SetupFailure';
