import { deflateSync, gzipSync, brotliCompressSync } from 'node:zlib';
import { requireSource } from '../support/requireSource.mjs';
import { FORMATS, QUESTIONS } from './bodies.mjs';
import { spoiltOften, text, textOf } from './spoilt.mjs';

const fc = requireSource('fast-check');

const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
const LARGE = Buffer.alloc(15 * 1024 * 1024, ' ');
const TOO_LARGE = Buffer.alloc(17 * 1024 * 1024, ' ');
// Node takes 16 KB of headers, address included, and answers longer ones itself.
const LONGEST_ADDRESS = 6_000;

const post = fc.oneof(
  ...FORMATS.map(({ path, share, body }) => ({
    weight: share,
    arbitrary: spoiltOften(body).map(value => ({
      method: 'POST',
      path,
      headers: {},
      body: Buffer.from(textOf(value)),
    })),
  })),
);

const types = fc.constantFrom(
  '',
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json; charset=no-such-charset',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/cloudevents+json',
  '🙈'.normalize('NFKD').replace(/[^\x20-\x7e]/g, '/'),
);

const cut = (body, share) => body.subarray(0, Math.floor(body.length * share));

const flipped = (body, share) => {
  const copy = Buffer.from(body);
  if (copy.length > 0) copy[Math.floor((copy.length - 1) * share)] ^= 0xff;
  return copy;
};

/** What can go wrong between a body and the wire. */
const WIRE = [
  ['text cut', body => [body, {}], cut],
  ['bytes that are no text', body => [body, {}], flipped],
  [
    'with the mark of a Windows editor',
    body => [Buffer.concat([Buffer.from('\ufeff'), body]), {}],
  ],
  ['in UTF-16', body => [Buffer.from(body.toString(), 'utf16le'), {}]],
  ['packed', body => [gzipSync(body), { 'Content-Encoding': 'gzip' }]],
  [
    'packed the other way',
    body => [deflateSync(body), { 'Content-Encoding': 'deflate' }],
  ],
  [
    'packed a third way',
    body => [brotliCompressSync(body), { 'Content-Encoding': 'br' }],
  ],
  [
    'packed and cut',
    body => [gzipSync(body), { 'Content-Encoding': 'gzip' }],
    cut,
  ],
  [
    'packed and spoilt',
    body => [gzipSync(body), { 'Content-Encoding': 'gzip' }],
    flipped,
  ],
  [
    'packed, with more behind it',
    body => [
      Buffer.concat([gzipSync(body), Buffer.from('more')]),
      { 'Content-Encoding': 'gzip' },
    ],
  ],
  ['said to be packed', body => [body, { 'Content-Encoding': 'gzip' }]],
  [
    'packed twice, said once',
    body => [gzipSync(gzipSync(body)), { 'Content-Encoding': 'gzip' }],
  ],
  ['packed by nobody', body => [body, { 'Content-Encoding': 'zstd, odd' }]],
  ['nothing', () => [Buffer.alloc(0), {}]],
  ['blanks', () => [Buffer.from(' \n\t'), {}]],
  ['in pieces', body => [body, { 'Transfer-Encoding': 'chunked' }]],
];

const onTheWire = fc
  .tuple(
    post,
    fc.constantFrom(...WIRE),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([request, [, wrap, spoil], share]) => {
    const [body, headers] = wrap(request.body);
    return { ...request, headers, body: spoil ? spoil(body, share) : body };
  });

const ofAnotherType = fc.tuple(post, types).map(([request, type]) => ({
  ...request,
  headers: { 'Content-Type': type },
}));

const large = fc
  .tuple(
    fc.constantFrom(...FORMATS.map(({ path }) => path)),
    fc.constantFrom(
      { body: BOMB, headers: { 'Content-Encoding': 'gzip' } },
      { body: LARGE, headers: {} },
      { body: TOO_LARGE, headers: {} },
      { body: Buffer.from('['.repeat(5_000_000)), headers: {} },
      {
        body: Buffer.from(`[${'{},'.repeat(20_000)}{}]`),
        headers: {},
      },
    ),
  )
  .map(([path, rest]) => ({ method: 'POST', path, ...rest }));

const address = fc.oneof(
  text.map(each => encodeURIComponent(each.toWellFormed())),
  fc.constantFrom(
    '%00',
    '%ff%fe',
    '%zz',
    '%',
    '%u0000',
    '..%2f..',
    '+',
    '&',
    '',
  ),
  fc.constantFrom(
    '-1',
    '0',
    '1e9',
    '99999999999999999999',
    'NaN',
    '1.5',
    '0x10',
  ),
);

const questions = fc
  .tuple(
    fc.constantFrom(...QUESTIONS),
    fc.constantFrom(
      'value',
      'key',
      'list',
      'nested',
      'twice',
      'missing',
      'none',
    ),
    fc.nat(),
    address,
  )
  .map(([{ path, query }, how, nth, odd]) => {
    const pairs = Object.entries(query).map(([name, value]) => [
      name,
      encodeURIComponent(value),
    ]);
    const [name = 'limit', value = '1'] = pairs[nth % pairs.length] ?? [];
    const rest = pairs.filter(([each]) => each !== name);
    const ways = {
      value: [...rest, [name, odd]],
      key: [...pairs, [odd, value]],
      list: [...rest, [`${name}[]`, odd]],
      nested: [...rest, [`${name}[${odd}][a]`, value]],
      twice: [...pairs, [name, odd]],
      missing: rest,
      none: pairs,
    };
    return `${path}?${ways[how].map(pair => pair.join('=')).join('&')}`;
  });

const oddPaths = fc
  .tuple(
    address,
    fc.constantFrom(
      '/v1/runs/§',
      '/v1/runs/§/steps',
      '/v1/pipelines/default/§/series',
      '/v1/pipelines/§/fuzzed/alerts',
      '/v1/pipelines/default/fuzzed/series/§/measurements',
      '/v1/§',
    ),
  )
  .map(([odd, path]) => path.replace('§', () => odd));

const get = fc
  .oneof(
    { weight: 3, arbitrary: questions },
    { weight: 1, arbitrary: oddPaths },
  )
  .filter(path => path.length < LONGEST_ADDRESS)
  .map(path => ({ method: 'GET', path, headers: {} }));

const spoiltQuery = fc
  .tuple(post, address)
  .map(([request, odd]) => ({
    ...request,
    path: request.path.includes('?')
      ? request.path.replace(/=[^&]*$/, () => `=${odd}`)
      : `${request.path}?odd=${odd}`,
  }))
  .filter(({ path }) => path.length < LONGEST_ADDRESS);

const request = fc.oneof(
  { weight: 760, arbitrary: post },
  { weight: 80, arbitrary: onTheWire },
  { weight: 20, arbitrary: ofAnotherType },
  { weight: 1, arbitrary: large },
  { weight: 110, arbitrary: get },
  { weight: 30, arbitrary: spoiltQuery },
);

/** Requests that a seed repeats. */
export const requestsOf = ({ count, seed }) =>
  fc.sample(request, { numRuns: count, seed });
