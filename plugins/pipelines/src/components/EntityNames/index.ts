export { EntityNames, separator } from './EntityNames';
