export { OwnershipFilters } from './OwnershipFilters';
