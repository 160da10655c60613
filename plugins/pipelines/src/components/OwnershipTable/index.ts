export { OwnershipTable } from './OwnershipTable';
