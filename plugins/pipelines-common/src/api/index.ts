export * from './shifts';
export * from './changes';
export * from './people';
export type { PipelinesApi } from './PipelinesApi';
export { PipelinesClient } from './PipelinesClient';
