export { RunbookBody } from './RunbookBody';
