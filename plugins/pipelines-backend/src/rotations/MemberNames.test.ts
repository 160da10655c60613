import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { MemberNames } from './MemberNames';

function person(name: string, changes: object = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { memberOf: [] },
    ...changes,
  };
}

function start(entities: Entity[]) {
  let now = 0;
  const catalog = catalogServiceMock({ entities });
  const read = jest.spyOn(catalog, 'getEntitiesByRefs');
  const logger = mockServices.logger.mock();
  const names = new MemberNames({
    auth: mockServices.auth(),
    catalog,
    logger,
    now: () => new Date(now),
  });
  const wait = (minutes: number) => {
    now += minutes * 60_000;
  };
  return { names, read, wait, logger };
}

describe('MemberNames', () => {
  it.each([
    [
      'his display name',
      { spec: { profile: { displayName: 'Ada L.' } } },
      'Ada L.',
    ],
    ['his title', { metadata: { name: 'ada', title: 'Ada' } }, 'Ada'],
    ['his name', {}, 'ada'],
    [
      'his name where the display name is empty',
      { spec: { profile: { displayName: '' } } },
      'ada',
    ],
  ])('calls a person by %s', async (_, changes, expected) => {
    const { names } = start([person('ada', changes)]);
    const nameOf = await names.load(['user:default/ada']);
    expect(nameOf('user:default/ada')).toBe(expected);
  });

  it('calls whom the catalog does not know by the name in the reference', async () => {
    const { names } = start([]);
    const nameOf = await names.load(['user:default/gone']);
    expect(nameOf('user:default/gone')).toBe('gone');
    expect(nameOf('not asked for')).toBe('not asked for');
  });

  it('remembers names for ten minutes', async () => {
    const { names, read, wait } = start([person('ada')]);
    await names.load(['user:default/ada', 'user:default/ada']);
    wait(9);
    await names.load(['user:default/ada']);
    expect(read).toHaveBeenCalledTimes(1);
    wait(1);
    await names.load(['user:default/ada']);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('asks for a hundred at a time', async () => {
    const { names, read } = start([]);
    await names.load(
      Array.from({ length: 250 }, (_, i) => `user:default/${i}`),
    );
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('does without the catalog when it cannot be asked', async () => {
    const { names, read, logger } = start([person('ada')]);
    read.mockRejectedValueOnce(new Error('down'));
    const nameOf = await names.load(['user:default/ada']);
    expect(nameOf('user:default/ada')).toBe('ada');
    expect(logger.warn).toHaveBeenCalled();
  });
});
