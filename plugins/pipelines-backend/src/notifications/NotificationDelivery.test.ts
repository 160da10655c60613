import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { KnexNotificationOutbox } from '../database';
import { migrated, twoMigrated } from '../database/__testUtils__/backends';
import { toMessage } from './notice';
import { NotificationDelivery } from './NotificationDelivery';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const nine = new Date('2026-11-23T14:00Z');

const messageOf = (about: string) =>
  toMessage(
    {
      about,
      recipient: 'user:default/a',
      rotationRef: 'rotation:default/engineers',
      title: 'Your on-call duty starts',
      description: 'Until Monday.',
      severity: 'high',
      topic: 'on-call-duty',
    },
    nine,
  );

/** A backend with a clock of its own, and what it sends. */
async function backendOn(database: DatabaseService) {
  const sent: NotificationSendOptions[] = [];
  let now = nine;
  const outbox = await KnexNotificationOutbox.create({ database });
  const send = jest.fn(async (options: NotificationSendOptions) => {
    sent.push(options);
  });
  const logger = mockServices.logger.mock();
  const delivery = new NotificationDelivery({
    outbox,
    notifications: { send },
    logger,
    now: () => now,
  });
  const scopes = () => sent.map(({ payload }) => payload.scope);
  const wait = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  return { outbox, send, sent, scopes, delivery, logger, wait };
}

describe.each(databases.eachSupportedId())('delivery on %s', id => {
  it('sends what is due, once, with its key as the scope', async () => {
    const { outbox, sent, delivery } = await backendOn(
      await migrated(databases, id),
    );
    await outbox.enqueue(messageOf('starts'));
    await delivery.run();
    await delivery.run();
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: ['user:default/a'] },
        payload: {
          title: 'Your on-call duty starts',
          description: 'Until Monday.',
          link: '/catalog/default/rotation/engineers',
          severity: 'high',
          topic: 'on-call-duty',
          scope: 'on-call/starts/user:default/a',
        },
      },
    ]);
  });

  it('sends nothing twice when two backends run at once', async () => {
    const [one, other] = await Promise.all(
      (await twoMigrated(databases, id)).map(backendOn),
    );
    const about = Array.from({ length: 60 }, (_, index) => `starts/${index}`);
    for (const each of about) await one.outbox.enqueue(messageOf(each));
    await Promise.all([one.delivery.run(), other.delivery.run()]);
    const scopes = [...one.scopes(), ...other.scopes()].sort();
    expect(scopes).toEqual(about.map(each => messageOf(each).key).sort());
  });

  it('tries again later when sending fails, and gives up in the end', async () => {
    const { outbox, send, delivery, logger, wait } = await backendOn(
      await migrated(databases, id),
    );
    send.mockRejectedValue(new Error('Request failed with status 503'));
    await outbox.enqueue(messageOf('starts'));
    await delivery.run();
    expect(logger.warn).toHaveBeenCalledWith(
      '1 notifications were not sent, the first because: Request failed with status 503',
    );
    await delivery.run();
    expect(send).toHaveBeenCalledTimes(1);
    wait(1);
    await delivery.run();
    expect(send).toHaveBeenCalledTimes(2);
    for (let hour = 0; hour < 30; hour += 1) {
      wait(60);
      await delivery.run();
    }
    expect(send).toHaveBeenCalledTimes(16);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('sends the others although one fails', async () => {
    const { outbox, send, delivery } = await backendOn(
      await migrated(databases, id),
    );
    send.mockRejectedValueOnce(new Error('no'));
    await outbox.enqueue(messageOf('one'));
    await outbox.enqueue(messageOf('two'));
    await delivery.run();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('sends the same scope again after a death between sending and noting it', async () => {
    const database = await migrated(databases, id);
    const dies = await backendOn(database);
    await dies.outbox.enqueue(messageOf('starts'));
    jest
      .spyOn(dies.outbox, 'markSent')
      .mockRejectedValue(new Error('The backend dies'));
    await expect(dies.delivery.run()).rejects.toThrow('The backend dies');
    const lives = await backendOn(database);
    await lives.delivery.run();
    expect(lives.sent).toEqual([]);
    lives.wait(5);
    await lives.delivery.run();
    expect(lives.scopes()).toEqual(dies.scopes());
  });
});
