import {
  INGEST_SIGNAL_CHANNEL,
  INGEST_SIGNAL_MOST_IDS,
  IngestSignal,
} from '@techflow/backstage-plugin-pipelines-common';
import { useNews } from './useNews';

/** Whether a message names an id, or may have left it out for want of room. */
export function isNamed(ids: readonly string[], id: string): boolean {
  return ids.length >= INGEST_SIGNAL_MOST_IDS || ids.includes(id);
}

// A type rather than the interface, so that it counts as JSON.
type Message = Pick<IngestSignal, keyof IngestSignal>;

/**
 * Calls back when the backend says that something came in from tools which
 * concerns this page; see {@link useNews}.
 */
export function useIngestNews(options: {
  concerns: (signal: IngestSignal) => boolean;
  onNews: () => void;
  alwaysPoll?: boolean;
}): void {
  useNews<Message>({ channel: INGEST_SIGNAL_CHANNEL, ...options });
}
