import { useApiHolder } from '@backstage/core-plugin-api';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';

/** How often a page asks where the app has no signals. */
export const POLL_MS = 30_000;

/**
 * When a page that has just opened asks besides: its connection for signals takes
 * a while, and what happens meanwhile is told to nobody.
 */
const EARLY_MS = [3_000, 8_000];

/** What a signal may carry: anything that is JSON. */
type Message = Parameters<Parameters<SignalApi['subscribe']>[1]>[0];

/**
 * Calls back when the backend says on a channel that something happened which
 * concerns this page. In an app without signals it calls back twice a minute,
 * while the tab is seen.
 */
export function useNews<T extends Message>(options: {
  channel: string;
  concerns: (message: T) => boolean;
  onNews: () => void;
  /** Ask by the clock as well: signals do not tell of it, or not surely. */
  alwaysPoll?: boolean;
}): void {
  const { channel } = options;
  const latest = useRef(options);
  latest.current = options;
  const signals = useApiHolder().get(signalApiRef);

  // Each message is looked at by itself: of two that come at once, the hook of
  // the signals library would show the last only.
  useEffect(() => {
    const subscription = signals?.subscribe<T>(channel, message => {
      const { concerns, onNews } = latest.current;
      if (concerns(message)) onNews();
    });
    return () => subscription?.unsubscribe();
  }, [signals, channel]);

  const isPolling = !signals || options.alwaysPoll === true;
  useEffect(() => {
    if (!isPolling) return () => {};
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current.onNews();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [isPolling]);

  useEffect(() => {
    const timers = EARLY_MS.map(delay =>
      setTimeout(() => latest.current.onNews(), delay),
    );
    return () => timers.forEach(timer => clearTimeout(timer));
  }, []);

  // A tab in the background may have slept through news.
  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') latest.current.onNews();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, []);
}
