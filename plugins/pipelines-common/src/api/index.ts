export * from './shifts';
export * from './changes';
export * from './people';
export * from './runs';
export * from './measurements';
export * from './ingest';
export type { PipelinesApi } from './PipelinesApi';
export { PipelinesClient } from './PipelinesClient';
