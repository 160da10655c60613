import { requireSource } from '../support/requireSource.mjs';

const fc = requireSource('fast-check');

/*
 * What JSON.stringify cannot write stands for itself until the text is there: keys
 * that JavaScript has a use for, numbers beyond all, nesting without a bottom.
 */
const PROTO = 'the-key-proto';
const HUGE = 'a-number-beyond-all';
const TINY = 'a-number-next-to-nothing';
const DEEP = 'nesting-without-end';
const DEEP_OBJECT = 'nesting-of-objects';
const DEPTH = 20_000;

const nested = (open, core, close) =>
  `${open.repeat(DEPTH)}${core}${close.repeat(DEPTH)}`;

/** JSON of a value, with what JSON.stringify cannot write. */
export function textOf(value) {
  return JSON.stringify(value)
    .replaceAll(`"${PROTO}"`, '"__proto__"')
    .replaceAll(`"${HUGE}"`, '1e999')
    .replaceAll(`"${TINY}"`, '4.9e-324')
    .replaceAll(`"${DEEP}"`, () => nested('[', '', ']'))
    .replaceAll(`"${DEEP_OBJECT}"`, () => nested('{"a":', '1', '}'));
}

/** Text that is no name of anything. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    'a\udfffb',
    '\u202e\u0000\ufffe',
    '👩‍👩‍👧‍👦'.repeat(20),
    `${'x'.repeat(439)}👩‍👩‍👧‍👦${'y'.repeat(100)}`,
    `${'x'.repeat(499)}👩‍👩‍👧‍👦`,
    '../../etc/passwd',
    "' or 1=1 --",
    '"}]},{"',
    '{}{},,""\\',
    '\\"\\\\',
    'null',
    'NaN',
    '__proto__',
    'constructor',
    'toString',
    'data:text/html,<script>',
    'x'.repeat(4_001),
    'ä'.repeat(10_000),
    'z'.repeat(200_000),
  ),
);

const instant = fc.constantFrom(
  '2026-02-30T00:00:00Z',
  '0000-00-00T00:00:00Z',
  '1969-12-31T23:59:59Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00Z',
  '2026-11-01T00:00:00.1234567890123456789Z',
  '2026-11-01T25:61:61Z',
  '2026-11-01 00:00:00',
  '2026-W48-4T00:00:00Z',
  new Date().toISOString(),
  new Date(Date.now() + 864e5).toISOString(),
);

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(
    0,
    -0,
    -1,
    1e308,
    -1e308,
    2 ** 53,
    2 ** 63,
    1e21,
    0.1,
    HUGE,
    TINY,
  ),
);

const odd = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: instant },
  { weight: 3, arbitrary: number },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      null,
      true,
      [],
      {},
      [[]],
      [null],
      { [PROTO]: { isAdmin: true } },
      { constructor: { prototype: {} }, toString: 1, hasOwnProperty: null },
      { length: 1e9 },
      DEEP,
      DEEP_OBJECT,
    ),
  },
);

const key = fc.oneof(
  text.filter(each => each.length < 5_000),
  fc.constantFrom(
    PROTO,
    'constructor',
    'run',
    'dataset',
    'eventType',
    '_deleted',
  ),
);

function replaced(good, name, value) {
  return Array.isArray(good)
    ? good.map((each, index) => (String(index) === name ? value : each))
    : { ...good, [name]: value };
}

function without(good, name) {
  if (Array.isArray(good)) {
    return good.filter((_, index) => String(index) !== name);
  }
  const { [name]: _, ...rest } = good;
  return rest;
}

/** A value of which something, anywhere in it, is another, too much or missing. */
export function spoilt(good) {
  if (typeof good !== 'object' || good === null) return odd;
  const names = Object.keys(good);
  if (names.length === 0) return odd;
  const name = fc.constantFrom(...names);
  return fc.oneof(
    {
      weight: 12,
      arbitrary: name.chain(each =>
        spoilt(good[each]).map(value => replaced(good, each, value)),
      ),
    },
    { weight: 2, arbitrary: name.map(each => without(good, each)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(key, odd)
        .map(([more, value]) =>
          Array.isArray(good) ? [...good, value] : { ...good, [more]: value },
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(name, fc.integer({ min: 2, max: 300 }))
        .map(([each, times]) =>
          Array.isArray(good)
            ? new Array(times).fill(good[Number(each)])
            : replaced(good, each, [good[each]]),
        ),
    },
    { weight: 1, arbitrary: odd },
  );
}

/** {@link spoilt} in one place, or in several. */
export const spoiltOften = good =>
  fc.oneof(
    { weight: 3, arbitrary: spoilt(good) },
    { weight: 1, arbitrary: spoilt(good).chain(spoilt) },
    { weight: 1, arbitrary: spoilt(good).chain(spoilt).chain(spoilt) },
    { weight: 1, arbitrary: fc.constant(good) },
  );
