import { mockServices } from '@backstage/backend-test-utils';
import { JudgedStep } from '../database';
import { Judging } from './Judging';

const NOW = new Date('2026-11-20T12:00:00Z');
const step = (rules: number, pipelineRefs: string[] = []): JudgedStep => ({
  rules,
  pipelineRefs,
  failures: [],
});

function setUp(
  options: { due?: boolean; touched?: number[]; steps?: JudgedStep[] } = {},
) {
  const { due = true, touched = [], steps = [] } = options;
  const store = {
    isAnythingDue: jest.fn(async () => due),
    touch: jest.fn(async () => touched.shift() ?? 0),
    judgeDue: jest.fn(async () => steps.shift() ?? step(0)),
  };
  const signals = { tell: jest.fn() };
  const logger = mockServices.logger.mock();
  const judging = new Judging({
    judging: store,
    signals,
    logger,
    kept: 86_400_000,
    now: () => NOW,
  });
  return { judging, logger, signals, store };
}

describe('judging', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once, and does nothing, if nothing is due', async () => {
    const { judging, store } = setUp({ due: false });
    await judging.run();
    expect(store.isAnythingDue).toHaveBeenCalledTimes(1);
    expect(store.touch).not.toHaveBeenCalled();
    expect(store.judgeDue).not.toHaveBeenCalled();
  });

  it('goes on until no rule is due, and tells open pages', async () => {
    const { judging, signals, store } = setUp({
      steps: [step(1_000, ['pipeline:default/a']), step(3, [])],
    });
    await judging.run();
    expect(store.judgeDue).toHaveBeenCalledTimes(3);
    expect(signals.tell).toHaveBeenCalledWith(['pipeline:default/a']);
  });

  it('judges by what is kept', async () => {
    const { judging, store } = setUp();
    await judging.run();
    expect(store.judgeDue).toHaveBeenCalledWith({
      now: NOW,
      limit: 1_000,
      floor: new Date('2026-11-19T12:00:00Z'),
    });
  });

  it('judges together what comes in together', async () => {
    const { judging, store } = setUp();
    judging.nudge();
    judging.nudge();
    await jest.advanceTimersByTimeAsync(249);
    expect(store.isAnythingDue).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(store.isAnythingDue).toHaveBeenCalledTimes(1);
  });

  it('says which rule cannot be judged, and goes on', async () => {
    const error = new RangeError('odd');
    const { judging, logger } = setUp({
      steps: [
        {
          ...step(1),
          failures: [
            { pipelineRef: 'pipeline:default/a', rule: 'monitor lag', error },
          ],
        },
      ],
    });
    await judging.run();
    expect(logger.error).toHaveBeenCalledWith(
      'monitor lag of pipeline:default/a could not be judged',
      error,
    );
  });

  it('does not fall with the database, and is stopped with the backend', async () => {
    const { judging, logger, store } = setUp();
    store.isAnythingDue.mockRejectedValueOnce(new Error('gone'));
    judging.nudge();
    await jest.advanceTimersByTimeAsync(250);
    expect(logger.error).toHaveBeenCalled();
    await judging.stop();
    judging.nudge();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(store.isAnythingDue).toHaveBeenCalledTimes(1);
  });
});
