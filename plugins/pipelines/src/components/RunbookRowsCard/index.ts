export { RunbookRowsCard } from './RunbookRowsCard';
