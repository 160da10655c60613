export { ScorecardGroups } from './ScorecardGroups';
