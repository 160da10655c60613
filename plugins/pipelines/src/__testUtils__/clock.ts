import { Settings } from 'luxon';

/** An hour into Data Engineer A's week; 16:00 in Berlin, 10:00 in New York. */
export const NOW = '2026-11-23T15:00:00Z';

/** Sets the date and the reader's zone; timers run on. For `beforeEach`. */
export function readInBerlin(at = NOW) {
  Settings.defaultZone = 'Europe/Berlin';
  jest.useFakeTimers({
    now: Date.parse(at),
    doNotFake: [
      'cancelAnimationFrame',
      'cancelIdleCallback',
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'requestAnimationFrame',
      'requestIdleCallback',
      'setImmediate',
      'setInterval',
      'setTimeout',
    ],
  });
}

/** Undoes {@link readInBerlin}. For `afterEach`. */
export function readAnywhere() {
  Settings.defaultZone = 'system';
  jest.useRealTimers();
}
