import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  INGEST_SIGNAL_CHANNEL,
  INGEST_SIGNAL_MOST_IDS,
  IngestSignal,
} from '@techflow/backstage-plugin-pipelines-common';
import { useEffect, useRef } from 'react';

/** How often a page asks where the app has no signals. */
export const POLL_MS = 30_000;

/**
 * When a page that has just opened asks besides: its connection for signals takes
 * a while, and what happens meanwhile is told to nobody.
 */
const EARLY_MS = [3_000, 8_000];

/** Whether a message names an id, or may have left it out for want of room. */
export function isNamed(ids: readonly string[], id: string): boolean {
  return ids.length >= INGEST_SIGNAL_MOST_IDS || ids.includes(id);
}

// A type rather than the interface, so that it counts as JSON.
type Message = Pick<IngestSignal, keyof IngestSignal>;

/**
 * Calls back when the backend says that something came in which concerns this
 * page. In an app without signals it calls back twice a minute, while the tab is
 * seen.
 */
export function useIngestNews(options: {
  concerns: (signal: IngestSignal) => boolean;
  onNews: () => void;
  /** Ask by the clock as well: signals do not tell of it, or not surely. */
  alwaysPoll?: boolean;
}): void {
  const latest = useRef(options);
  latest.current = options;
  const signals = useApiHolder().get(signalApiRef);

  // Each message is looked at by itself: of two that come at once, the hook of
  // the signals library would show the last only.
  useEffect(() => {
    const subscription = signals?.subscribe<Message>(
      INGEST_SIGNAL_CHANNEL,
      message => {
        const { concerns, onNews } = latest.current;
        if (concerns(message)) onNews();
      },
    );
    return () => subscription?.unsubscribe();
  }, [signals]);

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
