import { isError } from '@backstage/errors';
import { boundedText } from './boundedText';
import { rangeAnswer, RangeSeries } from './rangeAnswer';
import { Endpoint } from './readEndpoints';

const MIB = 1024 * 1024;
const MOST_MIB = 10;

/**
 * Why there was no answer, without the address: readers of a pipeline see it, and
 * what the platform says of a failed connection often names it.
 */
function reasonOf(error: unknown): string {
  const cause = isError(error) ? error.cause : undefined;
  if (!isError(cause)) return 'the connection failed';
  if (typeof cause.code === 'string') return cause.code;
  return cause.message === 'unexpected redirect'
    ? 'it redirects to another address'
    : 'the connection failed';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Sends the request, and reads what comes.
 *
 * @throws whatever `fetch` throws, and Error if too much comes
 */
async function request(
  endpoint: Endpoint,
  form: URLSearchParams,
  signal: AbortSignal,
): Promise<{ status: number; isOk: boolean; text: string | undefined }> {
  // As a form, since queries may be longer than an address can be.
  const response = await fetch(`${endpoint.url}/api/v1/query_range`, {
    method: 'POST',
    headers: { ...endpoint.headers, Accept: 'application/json' },
    body: form,
    // Elsewhere nobody is meant to read our headers.
    redirect: 'error',
    signal,
  });
  const { status, ok: isOk } = response;
  return { status, isOk, text: await boundedText(response, MOST_MIB * MIB) };
}

/** @throws Error with a sentence that begins with `who` */
function seriesIn(
  answer: Awaited<ReturnType<typeof request>>,
  who: string,
): RangeSeries[] {
  const { status, isOk, text } = answer;
  if (text === undefined) {
    throw new Error(
      `${who} answers more than ${MOST_MIB} MiB: aggregate in the query`,
    );
  }
  const parsed = rangeAnswer.safeParse(jsonOf(text));
  if (parsed.success && parsed.data.status === 'error') {
    const { errorType, error } = parsed.data;
    throw new Error(`${who} answers ${status}, ${errorType}: ${error}`);
  }
  if (!parsed.success || parsed.data.status !== 'success' || !isOk) {
    throw new Error(
      `${who} answers ${status}, and not as Prometheus answers a range query`,
    );
  }
  return parsed.data.data.result;
}

/**
 * Asks for a range of figures.
 *
 * @param options - `start` and `end`, both included, and `step` in seconds
 * @throws Error with a sentence that names the endpoint, and no address
 */
export async function queryRange(
  endpoint: Endpoint,
  options: { query: string; start: number; end: number; step: number },
  signal: AbortSignal,
): Promise<RangeSeries[]> {
  const { query, start, end, step } = options;
  const { name, timeoutMs } = endpoint;
  const who = `Prometheus endpoint ${name}`;
  const form = new URLSearchParams({
    query,
    start: String(start),
    end: String(end),
    step: String(step),
    // So that it does not go on computing what nobody waits for.
    timeout: `${timeoutMs}ms`,
  });
  const patience = AbortSignal.timeout(timeoutMs);
  let answer: Awaited<ReturnType<typeof request>>;
  try {
    answer = await request(endpoint, form, AbortSignal.any([signal, patience]));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw new Error(
      patience.aborted
        ? `${who} did not answer within ${timeoutMs / 1_000} seconds`
        : `${who} cannot be reached: ${reasonOf(error)}`,
    );
  }
  return seriesIn(answer, who);
}
