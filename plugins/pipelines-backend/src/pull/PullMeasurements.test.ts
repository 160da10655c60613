import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated, twoMigrated } from '../database/__testUtils__/backends';
import { backendOn, ENGAGEMENT, lag, on } from './__testUtils__/pulling';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('PullMeasurements on %s', id => {
  const start = async () => backendOn(await migrated(databases, id));

  it('asks what a spec says, and stores the answer under its instant', async () => {
    const { ask, run, measure, accept, only } = await start();
    await ask([lag]);
    await run();
    expect(measure).toHaveBeenCalledWith(
      {
        query: lag.query,
        endpoint: 'default',
        from: on('08:59:00'),
        to: on('09:00:00'),
        every: 60,
      },
      { signal: expect.any(AbortSignal) },
    );
    expect(accept).toHaveBeenCalledWith({
      measurements: [
        {
          subject: { pipelineRef: ENGAGEMENT },
          metric: 'kafka.consumer-lag',
          dimensions: { topic: 'clicks' },
          at: on('09:00:00'),
          figure: 0,
          key: '2026-11-23T09:00:00.000Z',
        },
      ],
      sender: 'source:prometheus',
      route: 'prometheus',
    });
    expect(await only()).toMatchObject({
      failures: 0,
      lastSuccessAt: on('09:00:01'),
      measuredTo: on('09:00:00'),
      nextAt: on('09:01:01'),
    });
  });

  it('asks each minute once, however often it runs', async () => {
    const { ask, run, clock, times } = await start();
    await ask([lag]);
    for (let second = 1; second <= 181; second += 15) {
      clock.now = new Date(+on('09:00:00') + second * 1_000);
      await run();
    }
    expect(times()).toEqual(['09:00', '09:01', '09:02', '09:03']);
  });

  it('asks for what it missed while this backend was away', async () => {
    const { ask, run, clock, times } = await start();
    await ask([lag]);
    await run();
    clock.now = on('09:04:40');
    await run();
    expect(times()).toEqual(['09:00', '09:01', '09:02', '09:03', '09:04']);
  });

  it('takes an answer without figures as an answer', async () => {
    const { ask, run, measure, accept, only } = await start();
    measure.mockResolvedValue([]);
    await ask([lag]);
    await run();
    expect(accept).not.toHaveBeenCalled();
    expect(await only()).toMatchObject({
      failures: 0,
      nextAt: on('09:01:01'),
    });
  });

  it('asks eight at once, and no more', async () => {
    const { ask, run, measure } = await start();
    let open = 0;
    let most = 0;
    measure.mockImplementation(async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise(setImmediate);
      open -= 1;
      return [];
    });
    const metrics = Array.from({ length: 40 }, (_, index) => `m${index}`);
    await ask(metrics.map(metric => ({ ...lag, metric })));
    await run();
    expect(measure).toHaveBeenCalledTimes(40);
    expect(most).toBe(8);
  });

  it('asks each question once when two backends run at once', async () => {
    const [one, other] = await Promise.all(
      (await twoMigrated(databases, id)).map(backendOn),
    );
    const refs = Array.from(
      { length: 150 },
      (_, index) => `pipeline:default/p${index}`,
    );
    for (const pipelineRef of refs) await one.ask([lag], pipelineRef);
    await Promise.all([one.run(), other.run()]);
    const asked = [...one.stored, ...other.stored].map(
      ({ subject }) => subject,
    );
    expect(asked).toHaveLength(150);
    expect(new Set(asked.map(subject => JSON.stringify(subject))).size).toBe(
      150,
    );
  });
});
