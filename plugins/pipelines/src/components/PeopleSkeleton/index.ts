export { PeopleSkeleton } from './PeopleSkeleton';
