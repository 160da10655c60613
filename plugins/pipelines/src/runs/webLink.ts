/**
 * The address if a browser may open it, else none. Links come from tools, and
 * `javascript:` is an address too.
 */
export function webLink(link: string | undefined): string | undefined {
  if (!link || !URL.canParse(link)) return undefined;
  return ['http:', 'https:'].includes(new URL(link).protocol)
    ? link
    : undefined;
}
