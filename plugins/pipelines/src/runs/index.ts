export { lateness, type Lateness } from './lateness';
export { producerName } from './producerName';
export { runDuration } from './runDuration';
export { conflictWords, runTitle, slotInstant, STATE_WORDS } from './runWords';
export { stepTree, type Step } from './stepTree';
export { webLink } from './webLink';
