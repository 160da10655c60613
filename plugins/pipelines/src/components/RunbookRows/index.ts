export { RunbookRows } from './RunbookRows';
