/**
 * Reads the body of a response, unpacked, up to a limit.
 *
 * @returns undefined if there is more
 */
export async function boundedText(
  response: Response,
  mostBytes: number,
): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    bytes += value.length;
    if (bytes > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
