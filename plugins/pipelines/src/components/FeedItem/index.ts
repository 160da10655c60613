export { FeedItem } from './FeedItem';
