export { ScorecardTiles } from './ScorecardTiles';
