import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { ENTITY_CHANGED_TOPIC } from '@techflow/backstage-plugin-pipelines-common';
import { PipelinesEntityProcessor } from './PipelinesEntityProcessor';

const rotation: Entity = {
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Rotation',
  metadata: { name: 'team', namespace: 'default' },
  spec: { owner: 'group:data', members: ['a', 'b'] },
};

const changed: Entity = { ...rotation, spec: { ...rotation.spec, length: 2 } };

function start(publish = jest.fn(async () => {})) {
  const logger = mockServices.logger.mock();
  const events = mockServices.events.mock({ publish });
  const processor = new PipelinesEntityProcessor({ events, logger });
  const remembered = new Map<string, JsonValue>();
  const cache = {
    get: async <T extends JsonValue>(key: string): Promise<T | undefined> =>
      JSON.parse(JSON.stringify(remembered.get(key) ?? null)) ?? undefined,
    set: async (key: string, value: JsonValue) => {
      remembered.set(key, value);
    },
  };
  const process = (entity: Entity) =>
    processor.postProcessEntity(
      entity,
      { type: 'file', target: 'team.yaml' },
      () => {},
      cache,
    );
  return { process, publish, logger };
}

const event = {
  topic: ENTITY_CHANGED_TOPIC,
  eventPayload: { entityRef: 'rotation:default/team' },
};

describe('the event of a changed entity', () => {
  it('is published when an entity is new', async () => {
    const { process, publish } = start();
    await process(rotation);
    expect(publish.mock.calls).toEqual([[event]]);
  });

  it('is not published again in every loop', async () => {
    const { process, publish } = start();
    await process(rotation);
    await process({
      ...rotation,
      metadata: { ...rotation.metadata, uid: 'x' },
    });
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('is published again for each change of the spec', async () => {
    const { process, publish } = start();
    for (const entity of [rotation, changed, rotation]) await process(entity);
    expect(publish).toHaveBeenCalledTimes(3);
  });

  it('is not published for entities of others', async () => {
    const { process, publish } = start();
    await process({ ...rotation, apiVersion: 'backstage.io/v1alpha1' });
    expect(publish).not.toHaveBeenCalled();
  });

  it('does not hold up the catalog when it cannot be published', async () => {
    const { process, logger } = start(
      jest.fn().mockRejectedValue(new Error('no bus')),
    );
    await expect(process(rotation)).resolves.toBe(rotation);
    await new Promise(setImmediate);
    expect(logger.warn).toHaveBeenCalledWith(
      'The change of rotation:default/team could not be announced',
      expect.objectContaining({ message: 'no bus' }),
    );
  });
});
