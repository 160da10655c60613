import { createRequire } from 'node:module';

/** Gets packages as the pipelines backend does, and sources by their path from it. */
export const requireSource = createRequire(
  new URL(
    '../../../../../plugins/pipelines-backend/package.json',
    import.meta.url,
  ),
);
