import { ApiProvider } from '@backstage/core-app-api';
import { TestApiRegistry } from '@backstage/test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { ingestSignals } from '../__testUtils__';
import { isNamed, useIngestNews } from './useIngestNews';
import { POLL_MS } from './useNews';

function see(visibility: 'visible' | 'hidden') {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

function renderNews(options: {
  signals?: ReturnType<typeof ingestSignals>['signals'];
  alwaysPoll?: boolean;
}) {
  const { signals, alwaysPoll } = options;
  const onNews = jest.fn();
  const apis = signals
    ? TestApiRegistry.from([signalApiRef, signals])
    : TestApiRegistry.from();
  const hook = renderHook(
    () =>
      useIngestNews({
        concerns: ({ jobIds }) => jobIds.includes('mine'),
        onNews,
        alwaysPoll,
      }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <ApiProvider apis={apis}>{children}</ApiProvider>
      ),
    },
  );
  return { onNews, ...hook };
}

/** {@link renderNews}, when what is asked at the beginning is past. */
function opened(options: Parameters<typeof renderNews>[0]) {
  const rendered = renderNews(options);
  jest.advanceTimersByTime(10_000);
  rendered.onNews.mockClear();
  return rendered;
}

describe('useIngestNews', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('listens to what concerns the page, and to nothing else', async () => {
    const backend = ingestSignals();
    const { onNews, unmount } = renderNews(backend);
    await backend.call({ jobIds: ['another'] });
    expect(onNews).not.toHaveBeenCalled();
    await backend.call({ jobIds: ['another', 'mine'] });
    expect(onNews).toHaveBeenCalledTimes(1);
    unmount();
    expect(backend.listenerCount()).toBe(0);
  });

  it('takes a full message for one that may have left something out', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `job-${index}`);
    expect(isNamed(ids, 'mine')).toBe(true);
    expect(isNamed(ids.slice(1), 'mine')).toBe(false);
    expect(isNamed([...ids.slice(1, 9), 'mine'], 'mine')).toBe(true);
  });

  it('asks twice soon after it was opened: signals may not be connected yet', () => {
    const { onNews, unmount } = renderNews(ingestSignals());
    jest.advanceTimersByTime(3_000);
    expect(onNews).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(5_000);
    expect(onNews).toHaveBeenCalledTimes(2);
    unmount();
  });

  it('does not ask by the clock in an app with signals', () => {
    const { onNews } = opened(ingestSignals());
    jest.advanceTimersByTime(10 * POLL_MS);
    expect(onNews).not.toHaveBeenCalled();
  });

  it('asks by the clock as well when signals do not tell of it', () => {
    const { onNews } = opened({ ...ingestSignals(), alwaysPoll: true });
    jest.advanceTimersByTime(POLL_MS);
    expect(onNews).toHaveBeenCalledTimes(1);
  });

  it('asks by the clock in an app without signals, while the tab is seen', () => {
    const { onNews, unmount } = opened({});
    jest.advanceTimersByTime(POLL_MS);
    expect(onNews).toHaveBeenCalledTimes(1);
    see('hidden');
    jest.advanceTimersByTime(10 * POLL_MS);
    expect(onNews).toHaveBeenCalledTimes(1);
    see('visible');
    expect(onNews).toHaveBeenCalledTimes(2);
    unmount();
    jest.advanceTimersByTime(10 * POLL_MS);
    expect(onNews).toHaveBeenCalledTimes(2);
  });
});
