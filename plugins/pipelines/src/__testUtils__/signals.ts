import { SignalApi } from '@backstage/plugin-signals-react';
import {
  INGEST_SIGNAL_CHANNEL,
  IngestSignal,
  SLA_SIGNAL_CHANNEL,
} from '@techflow/backstage-plugin-pipelines-common';
import { act } from '@testing-library/react';

type Listener = Parameters<SignalApi['subscribe']>[1];

/** One channel of an app's signals, called out by the test. */
function signalsOn(channel: string) {
  const listeners = new Set<Listener>();
  const signals: SignalApi = {
    subscribe: jest
      .fn()
      .mockImplementation((asked: string, listener: Listener) => {
        if (asked === channel) listeners.add(listener);
        return { unsubscribe: () => listeners.delete(listener) };
      }),
  };
  return {
    signals,
    /** How many listen now. */
    listenerCount: () => listeners.size,
    callOut: (message: Parameters<Listener>[0]) =>
      act(async () => {
        listeners.forEach(listener => listener(message));
      }),
  };
}

/** What is heard from tools, as signals tell it. */
export function ingestSignals() {
  const { callOut, ...channel } = signalsOn(INGEST_SIGNAL_CHANNEL);
  return {
    ...channel,
    call: (signal: Partial<IngestSignal>) =>
      callOut({ jobIds: [], seriesIds: [], ...signal }),
  };
}

/** What was judged anew, as signals tell it. */
export function slaSignals() {
  const { callOut, ...channel } = signalsOn(SLA_SIGNAL_CHANNEL);
  return {
    ...channel,
    call: (pipelines: string[]) => callOut({ pipelines }),
  };
}
