export { GroupRotationsCard } from './GroupRotationsCard';
