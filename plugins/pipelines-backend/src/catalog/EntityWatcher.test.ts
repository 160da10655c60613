import { setTimeout as pause } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { ENTITY_CHANGED_TOPIC } from '@techflow/backstage-plugin-pipelines-common';
import { EntityWatcher } from './EntityWatcher';

async function start(look = jest.fn().mockResolvedValue(undefined)) {
  const events = mockServices.events();
  const lifecycle = mockServices.lifecycle.mock();
  const logger = mockServices.logger.mock();
  const watcher = new EntityWatcher({
    logger,
    looks: { rotation: look },
    lookAfter: [1, 20],
  });
  await watcher.start({ events, lifecycle });
  const publish = (eventPayload: unknown) =>
    events.publish({ topic: ENTITY_CHANGED_TOPIC, eventPayload });
  return { publish, look, lifecycle, logger };
}

describe('EntityWatcher', () => {
  it('looks at a changed entity soon, and once more a little later', async () => {
    const { publish, look } = await start();
    await publish({ entityRef: 'rotation:default/team' });
    await pause(60);
    expect(look.mock.calls).toEqual([
      ['rotation:default/team'],
      ['rotation:default/team'],
    ]);
  });

  it.each([
    [{ entityRef: 'runbook:default/profit' }],
    [{ entityRef: 'constructor:default/profit' }],
    [{ entityRef: ':/:' }],
    [{ entity: 'rotation:default/team' }],
    [undefined],
  ])('passes over %j', async payload => {
    const { publish, look } = await start();
    await publish(payload);
    await pause(60);
    expect(look).not.toHaveBeenCalled();
  });

  it('does not look any more when the plugin is shut down', async () => {
    const { publish, look, lifecycle } = await start();
    await publish({ entityRef: 'rotation:default/team' });
    const [[stop]] = lifecycle.addShutdownHook.mock.calls;
    await stop();
    await pause(60);
    expect(look).not.toHaveBeenCalled();
  });

  it('logs why an entity could not be recorded, and goes on', async () => {
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
