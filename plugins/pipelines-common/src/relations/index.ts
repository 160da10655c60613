export * from './types';
export { relationsOf, type SpecRelation } from './relationsOf';
