export { RunbookRowSection } from './RunbookRowSection';
