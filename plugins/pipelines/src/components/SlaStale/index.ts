export { SlaStale } from './SlaStale';
