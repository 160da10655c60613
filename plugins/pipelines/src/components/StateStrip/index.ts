export { StateStrip } from './StateStrip';
