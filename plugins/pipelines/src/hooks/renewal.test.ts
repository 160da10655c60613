import { Renewal } from './renewal';

describe('Renewal', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('renews at once, and what comes meanwhile once, a second later', async () => {
    const renew = jest.fn(async () => {});
    const renewal = new Renewal({ renew, everyMs: 1_000 });
    renewal.want();
    renewal.want();
    renewal.want();
    expect(renew).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(999);
    expect(renew).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(renew).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it('begins nothing while the last is under way, and then does', async () => {
    let finish = () => {};
    const renew = jest.fn(
      () =>
        new Promise<void>(resolve => {
          finish = resolve;
        }),
    );
    const renewal = new Renewal({ renew, everyMs: 1_000 });
    renewal.want();
    await jest.advanceTimersByTimeAsync(5_000);
    renewal.want();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(renew).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(0);
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it('begins nothing once it was stopped', async () => {
    const renew = jest.fn(async () => {});
    const renewal = new Renewal({ renew, everyMs: 1_000 });
    renewal.want();
    renewal.want();
    renewal.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(renew).toHaveBeenCalledTimes(1);
  });
});
