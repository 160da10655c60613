import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import { failureKind } from '../components/LoadFailure';
import { Renewal } from './renewal';
import { Loaded } from './useLoaded';

/** Something fetched that is kept fresh while the page is open. */
export interface Live<T> {
  loaded: Loaded<T>;
  /** Fetches again without a word, at most once a second or as often as told. */
  renew: () => void;
  /** What is shown could not be renewed the last time. */
  isStale: boolean;
}

interface Answer<T> {
  key: string;
  /** Counts the requests, so that a slow answer never replaces a later one. */
  turn: number;
  value?: { is: T };
  error?: Error;
}

const ONE_SECOND_MS = 1_000;

/**
 * Fetches as `useLoaded` does, and renews on demand. A backend that cannot be
 * reached for a moment takes nothing away that was shown already; one that says
 * no does.
 */
export function useLive<T>(
  key: string,
  load: () => Promise<T>,
  options: { everyMs?: number } = {},
): Live<T> {
  const { everyMs = ONE_SECOND_MS } = options;
  const latest = useRef({ key, load });
  latest.current = { key, load };
  const turns = useRef(0);
  const [answer, setAnswer] = useState<Answer<T>>();

  const ask = useCallback(async () => {
    const asked = latest.current;
    turns.current += 1;
    const turn = turns.current;
    const settle = (settled: Omit<Answer<T>, 'key' | 'turn'>) =>
      setAnswer(before => {
        if (latest.current.key !== asked.key) return before;
        const atHand = before?.key === asked.key ? before : undefined;
        if (atHand && atHand.turn > turn) return before;
        const keepsValue =
          settled.error && failureKind(settled.error) === 'unreachable';
        return {
          value: keepsValue ? atHand?.value : undefined,
          ...settled,
          key: asked.key,
          turn,
        };
      });
    try {
      settle({ value: { is: await asked.load() } });
    } catch (error) {
      settle({ error: toError(error) });
    }
  }, []);

  const renewal = useRef<Renewal>();
  useEffect(() => {
    const current = new Renewal({ renew: ask, everyMs });
    renewal.current = current;
    return () => current.stop();
  }, [ask, everyMs]);
  const renew = useCallback(() => renewal.current?.want(), []);
  useEffect(() => {
    ask();
  }, [ask, key]);

  const reload = useCallback(() => {
    setAnswer(undefined);
    ask();
  }, [ask]);

  if (answer?.key !== key) {
    return { loaded: { state: 'loading' }, renew, isStale: false };
  }
  const { value, error } = answer;
  if (value) {
    const ready: Loaded<T> = { state: 'ready', value: value.is, reload };
    return { loaded: ready, renew, isStale: Boolean(error) };
  }
  return {
    loaded: error ? { state: 'failed', error, reload } : { state: 'loading' },
    renew,
    isStale: false,
  };
}
