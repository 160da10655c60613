import {
  SLA_SIGNAL_CHANNEL,
  SLA_SIGNAL_MOST_PIPELINES,
  SlaSignal,
} from '@techflow/backstage-plugin-pipelines-common';
import { Live, useLive } from './useLive';
import { useNews } from './useNews';

// A type rather than the interface, so that it counts as JSON.
type Message = Pick<SlaSignal, keyof SlaSignal>;

/**
 * Fetches something that judging changes, and renews it when a pipeline was
 * judged anew.
 */
export function useSlaLive<T>(
  key: string,
  load: () => Promise<T>,
  options: {
    /** Names the pipeline in signals; of all pipelines, or not yet known, if absent. */
    signalIdOf: (value: T) => string | undefined;
    /** Renewed at most this often; once a second without it. */
    everyMs?: number;
  },
): Live<T> {
  const live = useLive(key, load, { everyMs: options.everyMs });
  const { loaded, renew } = live;
  useNews<Message>({
    channel: SLA_SIGNAL_CHANNEL,
    concerns: ({ pipelines }) => {
      if (loaded.state !== 'ready') return true;
      const id = options.signalIdOf(loaded.value);
      return (
        !id ||
        pipelines.length >= SLA_SIGNAL_MOST_PIPELINES ||
        pipelines.includes(id)
      );
    },
    onNews: renew,
  });
  return live;
}
