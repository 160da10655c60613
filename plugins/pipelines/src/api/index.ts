export { pipelinesApiRef } from './pipelinesApiRef';
