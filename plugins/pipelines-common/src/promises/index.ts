export { cronWords, deadlineWords, zonePlace } from './timeWords';
export {
  objectiveWords,
  type ObjectiveContext,
  type ObjectiveWords,
  type RuleWords,
} from './objectiveWords';
export { monitorWords } from './monitorWords';
