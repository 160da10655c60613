export { LinesSkeleton } from './LinesSkeleton';
