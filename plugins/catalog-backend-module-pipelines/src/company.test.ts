import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EscalationPolicyEntity,
  isEscalationPolicyEntity,
  isPipelineEntity,
  isRotationEntity,
  isRunbookEntity,
  PipelineEntity,
  RotationEntity,
  RunbookEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  expectedCommonIssues,
  expectedDataSources,
  expectedDataTypes,
  expectedEscalationLevels,
  expectedMonitors,
  expectedMonthEnd,
  expectedOutputs,
  expectedOwnershipMatrix,
  expectedPipelines,
  expectedRefs,
  expectedRotation,
  expectedRotationOrder,
  expectedSchedules,
  expectedSla,
  expectedSuccessMetrics,
} from './__testUtils__/companyDocument';
import { startCatalog } from './__testUtils__/startCatalog';
import { waitFor } from './__testUtils__/waitFor';

/*
 * The customer's own company, read by the real catalog from the files in
 * `catalog-info` and held against tables that were written from the customer's
 * document alone.
 */
const COMPANY = resolvePackagePath(
  '@techflow/backstage-plugin-catalog-backend-module-pipelines',
  '../../catalog-info/all.yaml',
);

/** As many entities as the files hold, Locations included. */
const ENTITIES = 38;

jest.setTimeout(60_000);

function fullRef(ref: string, defaultKind = 'Group'): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
  );
}

function related(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}

/** How often a five-field cron expression of a plain schedule comes round. */
function frequency(cron: string): 'day' | 'week' | 'month' {
  const [, , dayOfMonth, , dayOfWeek] = cron.split(' ');
  if (dayOfMonth !== '*') return 'month';
  return dayOfWeek === '*' ? 'day' : 'week';
}

/** Words as the document may have them: lists joined again, letters of one case. */
function words(text: string | readonly string[]): string {
  return [text].flat().join(', ').toLocaleLowerCase('en-US');
}

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('the company on %p', databaseId => {
  let entities: Entity[];
  let errors: Record<string, string>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    const catalog = await startCatalog({ knex, files: [COMPANY] });
    stop = catalog.stop;
    entities = await waitFor(async () => {
      const found = await catalog.entities();
      const settled =
        found.length >= ENTITIES &&
        found
          .filter(isPipelineEntity)
          .every(({ relations }) => relations?.length);
      return settled ? found : undefined;
    });
    errors = await catalog.errors();
  });

  afterAll(() => stop());

  const pipelineOf = (name: string): PipelineEntity =>
    entities
      .filter(isPipelineEntity)
      .find(({ metadata }) => metadata.name === name)!;
  const runbookOf = (name: string): RunbookEntity => {
    const [ref] = related(pipelineOf(name), 'hasRunbook');
    return entities
      .filter(isRunbookEntity)
      .find(entity => stringifyEntityRef(entity) === ref)!;
  };
  const theRotation = (): RotationEntity =>
    entities.filter(isRotationEntity)[0];
  const thePolicy = (): EscalationPolicyEntity =>
    entities.filter(isEscalationPolicyEntity)[0];

  it('is processed without an error', () => {
    expect(errors).toEqual({});
  });

  it('has no reference that leads nowhere', () => {
    const known = new Set(entities.map(stringifyEntityRef));
    const targets = entities.flatMap(({ relations = [] }) =>
      relations.map(({ targetRef }) => targetRef),
    );
    expect(targets.filter(ref => !known.has(ref))).toEqual([]);
  });

  it('has every group and person that the document names', () => {
    const known = entities.map(stringifyEntityRef);
    expect(known).toEqual(expect.arrayContaining(Object.values(expectedRefs)));
  });

  it.each(expectedPipelines)(
    '$pipeline has its title and critical level',
    ({ pipeline, title, runbookTitle, criticality }) => {
      const { metadata, spec } = pipelineOf(pipeline);
      expect(metadata.title).toBe(title);
      expect(spec.criticality).toBe(criticality);
      expect(runbookOf(pipeline).metadata.title).toBe(runbookTitle);
    },
  );

  it.each(expectedPipelines.filter(({ purpose }) => purpose))(
    '$pipeline has its purpose',
    ({ pipeline, purpose = '' }) => {
      expect(words(pipelineOf(pipeline).spec.purpose)).toBe(words(purpose));
    },
  );

  it.each(expectedOwnershipMatrix)(
    '$pipeline has the owners of the matrix row "$row", in both directions',
    ({ pipeline, primaryOwner, secondaryOwner, businessStakeholders }) => {
      const entity = pipelineOf(pipeline);
      const ref = stringifyEntityRef(entity);
      const refsOf = (names: readonly string[]) =>
        names.map(name => expectedRefs[name]).sort();
      expect(related(entity, 'ownedBy')).toEqual(refsOf([primaryOwner]));
      expect(related(entity, 'secondaryOwnedBy')).toEqual(
        refsOf([secondaryOwner]),
      );
      expect(related(entity, 'hasStakeholder').sort()).toEqual(
        refsOf(businessStakeholders),
      );
      const owner = entities.find(
        other => stringifyEntityRef(other) === expectedRefs[primaryOwner],
      )!;
      expect(related(owner, 'ownerOf')).toContain(ref);
      const secondary = entities.find(
        other => stringifyEntityRef(other) === expectedRefs[secondaryOwner],
      )!;
      expect(related(secondary, 'secondaryOwnerOf')).toContain(ref);
    },
  );

  it.each(expectedSchedules)(
    '$pipeline runs as "$line" says',
    ({ pipeline, audiences }) => {
      const schedules = pipelineOf(pipeline).spec.schedules ?? [];
      expect(
        Object.fromEntries(
          schedules.map(({ audience, cron }) => [audience, frequency(cron)]),
        ),
      ).toEqual(audiences);
    },
  );

  it.each(Object.entries(expectedDataSources))(
    '%s names its data sources',
    (pipeline, sources) => {
      expect(words(pipelineOf(pipeline).spec.dataSources ?? [])).toBe(
        words(sources),
      );
    },
  );

  it.each(Object.entries(expectedDataTypes))(
    '%s names its data types',
    (pipeline, types) => {
      expect(words(pipelineOf(pipeline).spec.dataTypes ?? [])).toBe(
        words(types),
      );
    },
  );

  it.each(expectedOutputs)(
    '$pipeline puts out "$name" for $audience',
    ({ pipeline, ...output }) => {
      expect(pipelineOf(pipeline).spec.outputs).toEqual(
        expect.arrayContaining([expect.objectContaining(output)]),
      );
    },
  );

  it.each(expectedCommonIssues)(
    'the runbook of $pipeline answers "$title"',
    ({ pipeline, title, symptom, action, escalation, escalateTo }) => {
      const row = runbookOf(pipeline).spec.rows.find(
        candidate => candidate.title === title,
      )!;
      expect(row.symptom).toBe(symptom);
      expect(words(row.actions)).toBe(words(action));
      expect(row.escalation).toBe(escalation);
      expect((row.escalateTo ?? []).map(ref => fullRef(ref))).toEqual(
        escalateTo.map(name => expectedRefs[name]),
      );
    },
  );

  it('has no runbook row beyond the fourteen', () => {
    const rows = entities
      .filter(isRunbookEntity)
      .flatMap(({ spec }) => spec.rows);
    expect(rows).toHaveLength(14);
    expect(expectedCommonIssues).toHaveLength(14);
  });

  it.each(expectedSla)(
    '$pipeline promises "$line"',
    ({ pipeline, line, objective }) => {
      const objectives = pipelineOf(pipeline).spec.sla?.objectives ?? [];
      const found = objectives.find(({ description }) =>
        description?.includes(`"${line}"`),
      );
      expect(found).toMatchObject(objective);
    },
  );

  it.each(
    expectedSuccessMetrics.flatMap(metric =>
      expectedPipelines.map(({ pipeline }) => ({ pipeline, ...metric })),
    ),
  )('$pipeline promises "$line"', ({ pipeline, objective, line }) => {
    const objectives = pipelineOf(pipeline).spec.sla?.objectives ?? [];
    // Growth's completeness promise of all active accounts is the stricter one.
    expect({ line, objectives }).toEqual({
      line,
      objectives: expect.arrayContaining([expect.objectContaining(objective)]),
    });
  });

  it.each(expectedMonitors)(
    '$pipeline watches "$line"',
    ({ pipeline, line, monitors }) => {
      const found = (pipelineOf(pipeline).spec.monitors ?? []).filter(
        ({ description }) => description?.includes(`"${line}"`),
      );
      expect(found.length).toBeGreaterThanOrEqual(monitors.length);
      for (const monitor of monitors) {
        expect(found).toEqual(
          expect.arrayContaining([expect.objectContaining(monitor)]),
        );
      }
    },
  );

  it('warns when the newest click is older than 48 hours, not newer', () => {
    const monitor = pipelineOf('engagement').spec.monitors?.find(
      ({ type }) => type === 'freshness',
    );
    expect(monitor?.description).toMatch(/OLDER than 48 hours/);
  });

  it('makes the Executive pipeline depend on the other three', () => {
    expect(related(pipelineOf('executive'), 'dependsOn')).toEqual([
      'pipeline:default/engagement',
      'pipeline:default/growth',
      'pipeline:default/profit',
    ]);
    expect(related(pipelineOf('profit'), 'dependencyOf')).toEqual([
      'pipeline:default/executive',
    ]);
  });

  it('rotates duty weekly through engineers A, B, C and D', () => {
    const { spec } = theRotation();
    expect(spec).toMatchObject(expectedRotation);
    expect(spec.members.map(ref => fullRef(ref, 'User'))).toEqual(
      expectedRotationOrder.map(name => expectedRefs[name]),
    );
    expect(spec.holidays?.dates.map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2026-11-26', '2026-12-25', '2027-01-01']),
    );
  });

  it('has everyone watch the investor pipelines in the last week of a month', () => {
    const { period, days, pipelines } = expectedMonthEnd;
    const [allHands] = theRotation().spec.allHands ?? [];
    expect(allHands).toMatchObject({ period, days });
    expect(
      allHands.pipelines?.map(
        ref => parseEntityRef(ref, { defaultKind: 'Pipeline' }).name,
      ),
    ).toEqual(pipelines);
  });

  it('escalates through the three levels of the matrix', () => {
    const { levels } = thePolicy().spec;
    expect(levels.map(({ name }) => name)).toEqual(
      expectedEscalationLevels.map(({ name }) => name),
    );
    expect(levels[0]).toMatchObject({
      for: expectedEscalationLevels[0].lines,
      targets: [{ role: 'on-call' }],
    });
    expect(levels[1].targets).toEqual([{ role: 'primary-owner' }]);
    expect(
      levels[2].targets.map(target =>
        'ref' in target ? fullRef(target.ref) : target.role,
      ),
    ).toEqual([
      'user:default/business-analytics-lead',
      'user:default/data-engineering-lead',
      'user:default/cfo',
    ]);
    expect(levels[2].targets[2]).toMatchObject({
      for: 'critical financial issues',
      severities: ['critical'],
    });
  });

  it.each(expectedPipelines)(
    '$pipeline is tied to the rotation and the escalation policy',
    ({ pipeline }) => {
      const entity = pipelineOf(pipeline);
      expect(related(entity, 'hasRotation')).toEqual([
        stringifyEntityRef(theRotation()),
      ]);
      expect(related(entity, 'escalatesBy')).toEqual([
        stringifyEntityRef(thePolicy()),
      ]);
      expect(related(theRotation(), 'rotationOf')).toContain(
        stringifyEntityRef(entity),
      );
    },
  );
});
