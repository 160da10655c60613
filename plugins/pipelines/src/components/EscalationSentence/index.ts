export { EscalationSentence } from './EscalationSentence';
