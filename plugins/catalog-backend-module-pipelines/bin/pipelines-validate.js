#!/usr/bin/env node
const {
  runValidate,
} = require('@techflow/backstage-plugin-catalog-backend-module-pipelines/validate');

runValidate(process.argv.slice(2), line =>
  process.stdout.write(`${line}\n`),
).then(exitCode => {
  process.exitCode = exitCode;
});
