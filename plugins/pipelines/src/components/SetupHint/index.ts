export { SetupHint } from './SetupHint';
