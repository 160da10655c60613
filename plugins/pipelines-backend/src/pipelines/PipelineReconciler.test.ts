import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { profit } from '../__testUtils__/profit';
import { createStores } from '../createStores';
import { serviceOf } from '../database/__testUtils__/backends';
import { PipelineReconciler } from './PipelineReconciler';
import { RecordedPipelines } from './RecordedPipelines';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const refOf = (name: string) => `pipeline:default/${name}`;

function named(name: string, changes: Partial<PipelineSpec> = {}): Entity {
  return {
    ...profit(changes),
    metadata: { name, namespace: 'default' },
  };
}

const lag = {
  name: 'kafka.consumer-lag',
  source: { type: 'prometheus', query: 'lag', every: '1m' },
};

describe.each(databases.eachSupportedId())('pipelines on %s', engine => {
  async function start(first: Entity[]) {
    const stores = await createStores(serviceOf(await databases.init(engine)), {
      closeAfterDays: 5,
    });
    const logger = mockServices.logger.mock();
    let current = catalogServiceMock({ entities: first });
    const catalog = catalogServiceMock.mock({
      getEntityByRef: (...args) => current.getEntityByRef(...args),
      queryEntities: (...args) => current.queryEntities(...args),
    });
    const auth = mockServices.auth();
    const options = { ...stores, auth, catalog, logger };
    const recorded = new RecordedPipelines({
      ...options,
      lookBack: 0,
      now: () => new Date('2026-11-01T12:00:00Z'),
    });
    const reconciler = new PipelineReconciler({ ...options, recorded });
    const setEntities = (entities: Entity[]) => {
      current = catalogServiceMock({ entities });
    };
    const refs = () => stores.pipelines.listRefs({ limit: 999 });
    const questionsOf = (name: string) =>
      stores.queries.listOf({ pipelineRef: refOf(name) });
    return {
      ...{ catalog, logger, questionsOf, reconciler, recorded, refs },
      ...{ setEntities, stores },
    };
  }

  it('are recorded with their jobs and questions, page by page', async () => {
    const names = Array.from({ length: 130 }, (_, index) => `p-${index}`);
    const { catalog, questionsOf, reconciler, refs, stores } = await start(
      names.map(name => named(name, { metrics: [lag] })),
    );
    await reconciler.run();
    expect(await refs()).toHaveLength(130);
    expect(catalog.getEntityByRef).not.toHaveBeenCalled();
    const ref = refOf('p-129');
    expect(await stores.pipelines.claimsBy({ ref })).toHaveLength(1);
    expect(await questionsOf('p-129')).toHaveLength(1);
  });

  it('are recorded again where an event was lost', async () => {
    const { reconciler, setEntities, stores } = await start([named('profit')]);
    await reconciler.run();
    setEntities([named('profit', { jobs: [] })]);
    await reconciler.run();
    const ref = refOf('profit');
    expect(await stores.pipelines.claimsBy({ ref })).toEqual([]);
    expect((await stores.pipelines.get({ ref }))?.spec.jobs).toEqual([]);
  });

  it('are forgotten when they are gone, with their questions', async () => {
    const both = ['profit', 'growth'].map(name =>
      named(name, { metrics: [lag] }),
    );
    const { questionsOf, reconciler, refs, setEntities } = await start(both);
    await reconciler.run();
    setEntities([both[1]]);
    await reconciler.run();
    expect(await refs()).toEqual([refOf('growth')]);
    expect(await questionsOf('profit')).toEqual([]);
    expect(await questionsOf('growth')).toHaveLength(1);
  });

  it('are kept that came while the pages were read', async () => {
    const { catalog, reconciler, recorded, refs, setEntities } = await start([
      named('profit'),
    ]);
    const { queryEntities } = catalog;
    const read = queryEntities.getMockImplementation();
    queryEntities.mockImplementation(async (...args) => {
      const page = await read?.(...args);
      setEntities([named('profit'), named('growth')]);
      await recorded.refresh(refOf('growth'));
      if (!page) throw new Error('There is no page');
      return page;
    });
    await reconciler.run();
    expect(await refs()).toEqual([refOf('growth'), refOf('profit')]);
  });

  it('that break our schema stay what they were, and are logged', async () => {
    const { logger, reconciler, setEntities, stores } = await start([
      named('profit'),
    ]);
    await reconciler.run();
    const broken = named('profit');
    setEntities([{ ...broken, spec: { ...broken.spec, criticality: 'some' } }]);
    await reconciler.run();
    const known = await stores.pipelines.get({ ref: refOf('profit') });
    expect(known?.spec.criticality).toBe('high');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/pipeline:default\/profit cannot be used: .*some/),
    );
  });

  it('of others with the same kind are none of ours', async () => {
    const theirs = { ...named('theirs'), apiVersion: 'example.com/v1' };
    const { reconciler, refs } = await start([theirs]);
    await reconciler.run();
    expect(await refs()).toEqual([]);
  });

  it('are not forgotten when the reading is stopped', async () => {
    const { reconciler, refs, setEntities } = await start([named('profit')]);
    await reconciler.run();
    setEntities([]);
    await reconciler.run(AbortSignal.abort());
    expect(await refs()).toEqual([refOf('profit')]);
  });

  it('are looked at one by one when the catalog says that they changed', async () => {
    const { recorded, refs, setEntities } = await start([named('profit')]);
    await recorded.refresh(refOf('profit'));
    expect(await refs()).toEqual([refOf('profit')]);
    setEntities([]);
    await recorded.refresh(refOf('profit'));
    expect(await refs()).toEqual([]);
  });
});
