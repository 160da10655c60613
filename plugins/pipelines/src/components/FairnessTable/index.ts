export { FairnessTable } from './FairnessTable';
