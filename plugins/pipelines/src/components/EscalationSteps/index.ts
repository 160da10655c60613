export { EscalationSteps } from './EscalationSteps';
