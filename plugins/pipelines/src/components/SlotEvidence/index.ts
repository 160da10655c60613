export { SlotEvidence } from './SlotEvidence';
