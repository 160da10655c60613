export { MissingReference } from './MissingReference';
