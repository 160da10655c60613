import { UrlReaderService } from '@backstage/backend-plugin-api';

const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 5_000;

function tooLarge(): Error {
  return new Error(`the calendar is larger than ${MAX_BYTES} bytes`);
}

async function bytesOf(
  response: Awaited<ReturnType<UrlReaderService['readUrl']>>,
  signal: AbortSignal,
): Promise<Buffer> {
  if (!response.stream) {
    const buffer = await response.buffer();
    if (buffer.length > MAX_BYTES) throw tooLarge();
    return buffer;
  }
  const stream = response.stream();
  const stop = () => stream.destroy(new Error('the calendar takes too long'));
  signal.addEventListener('abort', stop);
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > MAX_BYTES) throw tooLarge();
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  } finally {
    signal.removeEventListener('abort', stop);
    stream.destroy();
  }
}

/**
 * Reads the calendar file at an address that somebody else chose: through the
 * reader of Backstage, which goes only where `backend.reading.allow` says, and no
 * further than 1 MiB and 5 seconds.
 */
export class CalendarReader {
  readonly #urlReader: UrlReaderService;
  readonly #timeoutMs: number;

  constructor(options: { urlReader: UrlReaderService; timeoutMs?: number }) {
    this.#urlReader = options.urlReader;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /** @throws Error with a reason when it cannot be read within the limits */
  async read(url: string): Promise<string> {
    const signal = AbortSignal.timeout(this.#timeoutMs);
    const aborted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () =>
        reject(new Error('the calendar takes too long')),
      );
    });
    const read = async () => {
      const response = await this.#urlReader.readUrl(url, { signal });
      return (await bytesOf(response, signal)).toString('utf8');
    };
    // Not every reader heeds the signal.
    return Promise.race([read(), aborted]);
  }
}
