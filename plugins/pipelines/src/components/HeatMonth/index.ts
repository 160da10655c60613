export { HeatMonth } from './HeatMonth';
