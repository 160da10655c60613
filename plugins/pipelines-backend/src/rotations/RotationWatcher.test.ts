import { setTimeout as pause } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { ENTITY_CHANGED_TOPIC } from '@techflow/backstage-plugin-pipelines-common';
import { RotationWatcher } from './RotationWatcher';

async function start(readMany = jest.fn(async () => new Map())) {
  const events = mockServices.events();
  const lifecycle = mockServices.lifecycle.mock();
  const logger = mockServices.logger.mock();
  const watcher = new RotationWatcher({
    auth: mockServices.auth(),
    logger,
    rotations: { readMany },
    lookAfter: [1, 20],
  });
  await watcher.start({ events, lifecycle });
  const publish = (eventPayload: unknown) =>
    events.publish({ topic: ENTITY_CHANGED_TOPIC, eventPayload });
  return { publish, readMany, lifecycle, logger };
}

describe('RotationWatcher', () => {
  it('looks at a changed rotation soon, and once more a little later', async () => {
    const { publish, readMany } = await start();
    await publish({ entityRef: 'rotation:default/team' });
    await pause(60);
    expect(readMany).toHaveBeenCalledTimes(2);
    expect(readMany).toHaveBeenCalledWith(
      ['rotation:default/team'],
      expect.objectContaining({
        principal: { type: 'service', subject: 'plugin:test' },
      }),
    );
  });

  it.each([
    [{ entityRef: 'pipeline:default/profit' }],
    [{ entityRef: ':/:' }],
    [{ entity: 'rotation:default/team' }],
    [undefined],
  ])('passes over %j', async payload => {
    const { publish, readMany } = await start();
    await publish(payload);
    await pause(60);
    expect(readMany).not.toHaveBeenCalled();
  });

  it('does not look any more when the plugin is shut down', async () => {
    const { publish, readMany, lifecycle } = await start();
    await publish({ entityRef: 'rotation:default/team' });
    const [[stop]] = lifecycle.addShutdownHook.mock.calls;
    await stop();
    await pause(60);
    expect(readMany).not.toHaveBeenCalled();
  });

  it('logs why a rotation could not be recorded, and goes on', async () => {
    const failing = jest.fn().mockRejectedValue(new Error('no catalog'));
    const { publish, logger } = await start(failing);
    await publish({ entityRef: 'rotation:default/team' });
    await pause(60);
    expect(failing).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledWith(
      'rotation:default/team could not be recorded',
      expect.objectContaining({ message: 'no catalog' }),
    );
  });
});
