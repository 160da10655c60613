export { NewFeed } from './NewFeed';
