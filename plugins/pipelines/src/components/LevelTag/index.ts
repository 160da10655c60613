export { LevelTag } from './LevelTag';
