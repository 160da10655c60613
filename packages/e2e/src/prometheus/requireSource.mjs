import { createRequire } from 'node:module';

/** Gets packages and sources as the backend does, TypeScript included. */
export const requireSource = createRequire(
  new URL('../../../backend/package.json', import.meta.url),
);
requireSource('@backstage/cli/config/nodeTransform.cjs');
