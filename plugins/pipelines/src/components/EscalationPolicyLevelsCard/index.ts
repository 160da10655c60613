export { EscalationPolicyLevelsCard } from './EscalationPolicyLevelsCard';
