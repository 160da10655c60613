// The same rules as for measurements that tools send.
const NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,62}$/;
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const LONGEST = 500;
const MOST = 20;

function isAllowed([name, value]: [string, string]): boolean {
  return (
    NAME.test(name) &&
    name !== '__proto__' &&
    value.length <= LONGEST &&
    ONE_LINE.test(value)
  );
}

/** Those labels of a source that can be dimensions, in the order of their names. */
export function allowedDimensions(
  labels: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels)
      .filter(isAllowed)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, MOST),
  );
}
