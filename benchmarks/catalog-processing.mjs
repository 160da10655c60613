// How long the catalog takes to process our Pipelines, beside as many of its
// own Components with as many relations. A real backend, SQLite in memory.
import { setTimeout as pause } from 'node:timers/promises';
import { metadataOf, startBackend } from './backend.mjs';
import { reportRatio } from './harness.mjs';

const ENTITIES = 2_000;
const ROUNDS = 3;
const BUDGET = 1.3;

const metadata = (name, round) => ({
  ...metadataOf(`${name}-${round}`),
  title: `Sample ${name}`,
  description: 'An entity of the benchmark',
});

const component = (index, round) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: metadata(`component-${index}`, round),
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'finance',
    system: 'reporting',
    subcomponentOf: 'portal',
    providesApis: ['profit', 'growth'],
    consumesApis: ['accounts', 'licenses'],
    dependsOn: ['resource:one', 'resource:two'],
  },
});

const pipeline = (index, round) => ({
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Pipeline',
  metadata: metadata(`pipeline-${index}`, round),
  spec: {
    type: 'batch',
    lifecycle: 'production',
    criticality: 'high',
    purpose: 'Calculates profit',
    owner: 'finance',
    secondaryOwner: 'data-engineering',
    stakeholders: ['user:cfo', 'risk'],
    system: 'reporting',
    rotation: 'data-engineering',
    escalationPolicy: 'data-engineering',
    runbook: 'profit',
    dependsOn: ['resource:one'],
    outputs: [{ name: 'Profit', audience: 'investors' }],
    schedules: [
      {
        audience: 'investors',
        cron: '0 6 1 * *',
        timeZone: 'America/New_York',
        grace: '2h',
      },
    ],
    sla: {
      timeZone: 'America/New_York',
      objectives: [
        { id: 'delivery', type: 'delivery', audience: 'investors' },
        { id: 'fresh', type: 'freshness', maxAge: '24h' },
        { id: 'mended', type: 'resolution', within: '48h' },
        { id: 'up', type: 'availability', target: 99.9 },
      ],
    },
    monitors: [
      {
        id: 'revenue-drop',
        type: 'change',
        metric: 'revenue',
        period: 'month',
        mustNotDropMoreThan: 10,
      },
    ],
  },
});

const { knex, provide, stop } = await startBackend({
  plugins: ['../plugins/catalog-backend-module-pipelines/src'],
});

async function timePerEntity(make, round) {
  const entities = Array.from({ length: ENTITIES }, (_, index) =>
    make(index, round),
  );
  const begin = performance.now();
  await provide(entities);
  for (;;) {
    const [{ count }] = await knex('final_entities')
      .whereNotNull('final_entity')
      .andWhere('entity_ref', 'like', `%-${round}`)
      .count({ count: '*' });
    if (Number(count) >= ENTITIES) break;
    await pause(20);
  }
  return (performance.now() - begin) / ENTITIES;
}

const times = { component: [], pipeline: [] };
await timePerEntity(component, 'warm-up');
for (let round = 0; round < ROUNDS; round += 1) {
  // Turn by turn, so that both meet the same machine.
  times.component.push(await timePerEntity(component, `c${round}`));
  times.pipeline.push(await timePerEntity(pipeline, `p${round}`));
}
await stop();

reportRatio(`Catalog processing of ${ENTITIES} entities`, {
  peer: { what: 'stock Component', times: times.component },
  ours: { what: 'Pipeline', times: times.pipeline },
  budget: BUDGET,
});
process.exit();
