// Writes docs/entities.md from the schemas. A test fails when the two differ.
require('@backstage/cli/config/nodeTransform.cjs');
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const {
  entityReference,
} = require('../plugins/pipelines-common/src/reference/entityReference');

writeFileSync(
  path.resolve(__dirname, '../docs/entities.md'),
  entityReference(),
);
