import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../database/__testUtils__/backends';
import {
  backendOn,
  ENGAGEMENT,
  everyFigure,
  lag,
  on,
} from './__testUtils__/pulling';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'PullMeasurements on %s, when something fails',
  id => {
    const start = async () => backendOn(await migrated(databases, id));

    it('asks later and later while the source is away, and then for all of it', async () => {
      const { ask, run, clock, measure, only, times, logger } = await start();
      measure.mockRejectedValue(new Error('Prometheus cannot be reached'));
      await ask([lag]);
      const asked: string[] = [];
      for (let second = 1; second <= 1_201; second += 15) {
        clock.now = new Date(+on('09:00:00') + second * 1_000);
        const before = measure.mock.calls.length;
        await run();
        if (measure.mock.calls.length > before) {
          asked.push(clock.now.toISOString().slice(11, 19));
        }
      }
      expect(asked).toEqual([
        '09:00:01',
        '09:01:01',
        '09:03:01',
        '09:07:01',
        '09:15:01',
      ]);
      expect(await only()).toMatchObject({
        failures: 5,
        lastError: 'Prometheus cannot be reached',
        nextAt: on('09:30:01'),
      });
      expect(logger.warn).toHaveBeenLastCalledWith(
        '1 questions to measurement sources were not answered, the first was kafka.consumer-lag of pipeline:default/engagement: Prometheus cannot be reached',
      );
      expect(times()).toEqual([]);

      measure.mockImplementation(everyFigure);
      clock.now = on('09:30:01');
      await run();
      // It was never answered: there is no time from which on figures are missed.
      expect(times()).toEqual(['09:30']);
      measure.mockRejectedValueOnce(new Error('Prometheus cannot be reached'));
      clock.now = on('09:31:01');
      await run();
      clock.now = on('09:32:01');
      await run();
      expect(times()).toEqual(['09:30', '09:31', '09:32']);
      expect(await only()).not.toHaveProperty('lastError');
      expect((await only()).failures).toBe(0);
    });

    it('asks the others although one fails', async () => {
      const { ask, run, measure, stored, queries } = await start();
      measure.mockImplementation(async (question, options) => {
        if (question.query === 'nonsense(') {
          throw new Error('bad_data: unclosed left parenthesis');
        }
        return everyFigure(question, options);
      });
      const metrics = Array.from({ length: 120 }, (_, index) => `m${index}`);
      await ask(
        metrics.map((metric, index) => ({
          ...lag,
          metric,
          query: index % 10 === 0 ? 'nonsense(' : lag.query,
        })),
      );
      await run();
      expect(stored).toHaveLength(108);
      const failing = await queries.listFailing({ limit: 100 });
      expect(failing).toHaveLength(12);
      expect(new Set(failing.map(({ lastError }) => lastError))).toEqual(
        new Set(['bad_data: unclosed left parenthesis']),
      );
    });

    it('says that nobody installed a source', async () => {
      const { ask, run, only } = await start();
      await ask([{ ...lag, source: 'influx' }]);
      await run();
      expect((await only()).lastError).toBe(
        'No measurement source of type influx is installed',
      );
    });

    it('waits no longer for a source that does not answer', async () => {
      const { ask, pullWith, measure, only } = await start();
      let heard: AbortSignal | undefined;
      measure.mockImplementation((_, { signal }) => {
        heard = signal;
        return new Promise(() => {});
      });
      await ask([lag]);
      await pullWith({ patienceMs: 1 }).run(new AbortController().signal);
      expect((await only()).lastError).toBe('No answer within 0.001 seconds');
      expect(heard?.aborted).toBe(true);
    });

    it('blames nobody when this backend stops; another asks when the lease ends', async () => {
      const database = await migrated(databases, id);
      const stops = await backendOn(database);
      const controller = new AbortController();
      stops.measure.mockImplementation(() => {
        controller.abort();
        return new Promise(() => {});
      });
      await stops.ask([lag]);
      await stops.pullWith().run(controller.signal);
      expect(await stops.only()).toMatchObject({ failures: 0 });

      const goesOn = await backendOn(database);
      goesOn.clock.now = on('09:02:00');
      await goesOn.run();
      expect(goesOn.times()).toEqual([]);
      goesOn.clock.now = on('09:02:01');
      await goesOn.run();
      expect(goesOn.times()).toEqual(['09:02']);
    });

    it.each([
      ['cuts what is long', 'x'.repeat(600), /^x{499}…$/],
      ['makes it one line', 'one\u0000\ntwo', /^one two$/],
      ['says so when there is nothing', '', /^It failed without saying why$/],
    ])('%s of a reason', async (_, message, lastError) => {
      const { ask, run, measure, only } = await start();
      measure.mockRejectedValue(new Error(message));
      await ask([lag]);
      await run();
      expect((await only()).lastError).toMatch(lastError);
    });

    it('asks again for figures that could not be stored, and tells nobody why', async () => {
      const { ask, run, accept, clock, only, times, logger } = await start();
      await ask([lag]);
      await run();
      accept.mockRejectedValueOnce(
        new Error('insert into secret_table failed'),
      );
      clock.now = on('09:01:01');
      await run();
      expect(await only()).toMatchObject({
        failures: 1,
        lastError: 'The figures could not be stored',
      });
      expect(logger.warn).toHaveBeenCalledWith(
        'Figures could not be stored',
        expect.objectContaining({ message: 'insert into secret_table failed' }),
      );
      clock.now = on('09:02:01');
      await run();
      expect(times()).toEqual(['09:00', '09:01', '09:02']);
    });

    it('goes on with the others when it cannot note how one went', async () => {
      const { ask, run, queries, measure } = await start();
      await ask(['a', 'b', 'c'].map(metric => ({ ...lag, metric })));
      jest
        .spyOn(queries, 'succeed')
        .mockRejectedValueOnce(new Error('The database is away'));
      await run();
      expect(measure).toHaveBeenCalledTimes(3);
      const went = await queries.listOf({ pipelineRef: ENGAGEMENT });
      expect(went.filter(({ lastSuccessAt }) => lastSuccessAt)).toHaveLength(2);
    });
  },
);
