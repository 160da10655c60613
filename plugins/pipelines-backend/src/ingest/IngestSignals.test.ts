import { mockServices } from '@backstage/backend-test-utils';
import { INGEST_SIGNAL_CHANNEL } from '@techflow/backstage-plugin-pipelines-common';
import { IngestSignals } from './IngestSignals';

function setUp() {
  const publish = jest.fn(async (_: object) => {});
  const logger = mockServices.logger.mock();
  const signals = new IngestSignals({ signals: { publish }, logger });
  return { logger, publish, signals };
}

const told = (jobIds: string[], seriesIds: string[]) => ({
  recipients: { type: 'broadcast' },
  channel: INGEST_SIGNAL_CHANNEL,
  message: { jobIds, seriesIds },
});

describe('IngestSignals', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tell pages once a second of all that came in it, by ids alone', () => {
    const { publish, signals } = setUp();
    signals.tell({ jobIds: ['a', 'b'], seriesIds: [1] });
    signals.tell({ jobIds: ['a'] });
    signals.tell({ seriesIds: [1, 2] });
    jest.advanceTimersByTime(999);
    expect(publish).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(publish.mock.calls).toEqual([[told(['a', 'b'], ['1', '2'])]]);
  });

  it('tell nothing twice, and nothing of nothing', () => {
    const { publish, signals } = setUp();
    signals.tell({ jobIds: [], seriesIds: [] });
    jest.advanceTimersByTime(5_000);
    expect(publish).not.toHaveBeenCalled();
    signals.tell({ jobIds: ['a'] });
    jest.advanceTimersByTime(5_000);
    signals.tell({ jobIds: ['b'] });
    jest.advanceTimersByTime(5_000);
    expect(publish.mock.calls).toEqual([[told(['a'], [])], [told(['b'], [])]]);
  });

  it('name 500 of each at most', () => {
    const { publish, signals } = setUp();
    const many = Array.from({ length: 900 }, (_, index) => index);
    signals.tell({ jobIds: many.map(String), seriesIds: many });
    jest.advanceTimersByTime(1_000);
    const first = many.slice(0, 500).map(String);
    expect(publish.mock.calls).toEqual([[told(first, first)]]);
  });

  it('harm nothing when they fail, and go on', async () => {
    const { logger, publish, signals } = setUp();
    publish.mockRejectedValueOnce(new Error('nobody listens'));
    signals.tell({ jobIds: ['a'] });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.debug).toHaveBeenCalledTimes(1);
    signals.tell({ jobIds: ['b'] });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(publish).toHaveBeenLastCalledWith(told(['b'], []));
  });
});
