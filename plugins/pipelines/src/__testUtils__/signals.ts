import { SignalApi } from '@backstage/plugin-signals-react';
import {
  INGEST_SIGNAL_CHANNEL,
  IngestSignal,
} from '@techflow/backstage-plugin-pipelines-common';
import { act } from '@testing-library/react';

type Listener = Parameters<SignalApi['subscribe']>[1];

/** The signals of an app, called out by the test. */
export function ingestSignals() {
  const listeners = new Set<Listener>();
  const signals: SignalApi = {
    subscribe: jest
      .fn()
      .mockImplementation((channel: string, listener: Listener) => {
        if (channel === INGEST_SIGNAL_CHANNEL) listeners.add(listener);
        return { unsubscribe: () => listeners.delete(listener) };
      }),
  };
  return {
    signals,
    /** How many listen now. */
    listenerCount: () => listeners.size,
    call: (signal: Partial<IngestSignal>) =>
      act(async () => {
        listeners.forEach(listener =>
          listener({ jobIds: [], seriesIds: [], ...signal }),
        );
      }),
  };
}
