import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { startCatalog } from './__testUtils__/startCatalog';
import { waitFor } from './__testUtils__/waitFor';
import { validateFiles } from './validate';

const PIPELINE = `
apiVersion: techflow.io/v1alpha1
kind: Pipeline
metadata:
  name: NAME
spec:
  type: batch
  lifecycle: production
  owner: finance
  criticality: high
  purpose: Calculates profit
  outputs:
    - { name: Profit, audience: investors }
  schedules:
    - audience: investors
      cron: 0 6 1 * *
      timeZone: America/New_York
      grace: 2h
  sla:
    timeZone: America/New_York
    objectives:
      - { id: fresh, type: freshness, maxAge: 24h }
      - { id: mended, type: resolution, within: 48h }
  monitors:
    - { id: lag, type: threshold, metric: lag, mustBeLessThan: 9 }
`.trimStart();

const ROTATION = `
apiVersion: techflow.io/v1alpha1
kind: Rotation
metadata:
  name: NAME
spec:
  type: weekly
  owner: data-engineering
  members: [user:a, user:b]
  start: '2026-01-05'
  handoff:
    weekday: monday
    time: '09:00'
    timeZone: America/New_York
`.trimStart();

const RUNBOOK = `
apiVersion: techflow.io/v1alpha1
kind: Runbook
metadata:
  name: NAME
spec:
  owner: finance
  rows:
    - id: mismatch
      title: Mismatch
      symptom: Numbers do not align
      actions: [Check data freshness]
      escalation: Finance Team
`.trimStart();

const POLICY = `
apiVersion: techflow.io/v1alpha1
kind: EscalationPolicy
metadata:
  name: NAME
spec:
  owner: data-engineering
  levels:
    - { name: one, after: 0m, targets: [{ role: on-call }] }
    - { name: two, after: 30m, targets: [{ role: primary-owner }] }
`.trimStart();

/** What stands in a good file, what stands there instead, where, and what is said of it. */
const FAULTS: [
  base: string,
  good: string,
  bad: string,
  position: string,
  message: string,
][] = [
  [
    PIPELINE,
    'criticality: high',
    'critcality: high',
    '9:3',
    'did you mean `criticality`?',
  ],
  [
    PIPELINE,
    '  purpose: Calculates profit\n',
    '',
    '5:1',
    'spec.purpose is missing',
  ],
  [PIPELINE, 'type: batch', 'type: bach', '6:3', 'Did you mean batch?'],
  [
    PIPELINE,
    'owner: finance',
    'owner: resource:table',
    '8:3',
    'of kind Group or User',
  ],
  [
    PIPELINE,
    'cron: 0 6 1 * *',
    'cron: 61 6 1 * *',
    '15:7',
    'a cron expression of five fields',
  ],
  [
    PIPELINE,
    'timeZone: America/New_York\n      grace',
    'timeZone: EST/5\n      grace',
    '16:7',
    'an IANA time zone',
  ],
  [
    PIPELINE,
    'grace: 2h',
    'grace: 2 hours',
    '17:7',
    'a whole number and a unit',
  ],
  [
    PIPELINE,
    'audience: investors }',
    'audience: public }',
    '12:23',
    'an audience that spec.schedules serves (investors)',
  ],
  [PIPELINE, 'id: mended', 'id: fresh', '22:11', 'given once only'],
  [
    PIPELINE,
    'type: freshness',
    'type: freshnes',
    '21:22',
    'Did you mean freshness?',
  ],
  [
    PIPELINE,
    'within: 48h',
    'within: 48h, by: end of month',
    '22:9',
    'exactly one of within, by',
  ],
  [
    PIPELINE,
    'mustBeLessThan: 9',
    'mustBeLessThan: nine',
    '24:48',
    'it must be a number',
  ],
  [
    PIPELINE,
    'kind: Pipeline',
    'kind: Pipelin',
    '2:1',
    'Did you mean Pipeline?',
  ],
  [PIPELINE, 'v1alpha1', 'v2', '1:1', 'it must be techflow.io/v1alpha1'],
  [ROTATION, 'user:b', 'user:a', '8:21', 'given once only'],
  [ROTATION, "'2026-01-05'", "'2026-01-06'", '9:3', 'it must be a monday'],
  [ROTATION, "'09:00'", "'9:00'", '12:5', 'a time of day from 00:00 to 23:59'],
  [
    RUNBOOK,
    'actions: [Check data freshness]',
    'actions: []',
    '11:7',
    'an empty list',
  ],
  [
    RUNBOOK,
    'id: mismatch',
    'id: Mis Match',
    '8:7',
    'lower-case letters, digits and dashes',
  ],
  [
    POLICY,
    'after: 30m',
    'after: 0m',
    '9:20',
    'longer than the 0m of the level before it',
  ],
  [
    POLICY,
    'role: primary-owner',
    'role: primary',
    '9:44',
    'it must be on-call, primary-owner',
  ],
];

jest.setTimeout(60_000);

const directory = createMockDirectory();
const files = FAULTS.map(([base, good, bad], index) => {
  const name = `broken-${index}`;
  const content = base.replace(good, bad).replace('NAME', name);
  return { name, content };
});
const goodFiles = [PIPELINE, ROTATION, RUNBOOK, POLICY].map((base, index) => ({
  name: `good-${index}`,
  content: base.replace('NAME', `good-${index}`),
}));

beforeAll(() => {
  directory.setContent(
    Object.fromEntries(
      [...files, ...goodFiles].map(({ name, content }) => [
        `${name}.yaml`,
        content,
      ]),
    ),
  );
});

describe('a broken entity file', () => {
  it.each(
    FAULTS.map(([, good, bad, position, message], index) => ({
      index,
      good: good.trim(),
      bad: bad || 'nothing',
      position,
      message,
    })),
  )(
    'with "$bad" for "$good" is found at $position',
    async ({ index, position, message }) => {
      const file = directory.resolve(`${files[index].name}.yaml`);
      const { faults } = await validateFiles([file]);
      expect(faults).toHaveLength(1);
      const [fault] = faults;
      expect(fault.message).toContain(message);
      expect(`${fault.line}:${fault.column}`).toBe(position);
    },
  );
});

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

it.each(databases.eachSupportedId())(
  'twenty-one broken files leave the good ones alone, each with its own error, on %p',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const catalog = await startCatalog({
      knex,
      files: [...files, ...goodFiles].map(({ name }) =>
        directory.resolve(`${name}.yaml`),
      ),
    });
    const errors = await waitFor(async () => {
      const found = await catalog.errors();
      return Object.keys(found).length >= FAULTS.length ? found : undefined;
    });
    const good = await waitFor(async () => {
      const found = await catalog.entities();
      const names = found.map(({ metadata }) => metadata.name).sort();
      return names.includes('good-3') ? names : undefined;
    });
    FAULTS.forEach(([, , , , message], index) => {
      const ref = Object.keys(errors).find(key =>
        key.endsWith(`/broken-${index}`),
      );
      // A kind that does not exist never becomes an entity: there the catalog's
      // own rules speak first, at the location.
      const error = ref
        ? errors[ref]
        : Object.values(errors).find(text => text.includes(`broken-${index} `));
      expect({ index, error }).toEqual({
        index,
        error: expect.stringContaining(
          ref ? message : 'is not of an allowed kind',
        ),
      });
    });
    expect(good.filter(name => /^(good|broken)-/.test(name))).toEqual(
      goodFiles.map(({ name }) => name),
    );
    await catalog.stop();
  },
);
