import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { team } from '../__testUtils__/team';
import { RotationReconciler } from './RotationReconciler';

function named(name: string, changes: Partial<Entity> = {}): Entity {
  return { ...team(), metadata: { name, namespace: 'default' }, ...changes };
}

function start(entities: Entity[]) {
  const readMany = jest.fn(
    async (refs: readonly string[]) =>
      new Map(refs.map(ref => [ref, new Error(`${ref} is odd`)])),
  );
  const logger = mockServices.logger.mock();
  const reconciler = new RotationReconciler({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    logger,
    rotations: { readMany },
  });
  return { reconciler, readMany, logger };
}

describe('RotationReconciler', () => {
  it('looks at every rotation, page by page', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `team-${index}`);
    const { reconciler, readMany } = start(names.map(name => named(name)));
    await reconciler.run();
    const refs = readMany.mock.calls.map(([page]) => page);
    expect(refs.map(page => page.length)).toEqual([100, 100, 50]);
    expect(new Set(refs.flat()).size).toBe(250);
  });

  it('leaves what is no Rotation of ours to others', async () => {
    const { reconciler, readMany } = start([
      named('ours'),
      named('theirs', { apiVersion: 'opsgenie.com/v1' }),
      named('person', { kind: 'User' }),
    ]);
    await reconciler.run();
    expect(readMany.mock.calls[0][0]).toEqual(['rotation:default/ours']);
  });

  it('logs what cannot be used, and goes on', async () => {
    const { reconciler, logger } = start([named('one'), named('two')]);
    await reconciler.run();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('stops between pages when it is told to', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `team-${index}`);
    const { reconciler, readMany } = start(names.map(name => named(name)));
    await reconciler.run(AbortSignal.abort());
    expect(readMany).toHaveBeenCalledTimes(1);
  });
});
