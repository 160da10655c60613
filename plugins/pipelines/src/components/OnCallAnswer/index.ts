export { OnCallAnswer } from './OnCallAnswer';
