import { InputError } from '@backstage/errors';
import express, { Request, Response } from 'express';

/** Largest body, inflated: Spark's plans make events of more than 10 MB. */
export const LARGEST_BODY = 16 * 1024 * 1024;

// Express' own reader counts bytes after inflating them, so that a small body
// that unpacks to a large one is refused with 413 as soon as it is too large.
// Whatever the content type says: OpenLineage clients write several.
const read = express.raw({ limit: LARGEST_BODY, type: () => true });

/**
 * The JSON of a request, also if it came with gzip or deflate.
 *
 * @throws InputError (400) if it is no JSON; errors with status 413 and 415
 */
export async function readJson(
  request: Request,
  response: Response,
): Promise<{ body: unknown; bytes: number }> {
  await new Promise<void>((resolve, reject) =>
    read(request, response, error => (error ? reject(error) : resolve())),
  );
  const raw: unknown = request.body;
  // Some editors and tools begin a file with a mark of its byte order.
  const text = Buffer.isBuffer(raw)
    ? raw.toString('utf8').replace(/^\uFEFF/, '')
    : '';
  if (text.trim() === '') throw new InputError('The body is empty');
  try {
    return { body: JSON.parse(text), bytes: Buffer.byteLength(text) };
  } catch {
    throw new InputError('The body is not JSON');
  }
}
