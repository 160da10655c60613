export { TimeEvidence } from './TimeEvidence';
