import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain, tail } from './sentences.mjs';

test('the usual causes of a failure become one sentence', () => {
  const cases = [
    [
      'npm error code ENOTFOUND\nnpm error syscall getaddrinfo',
      /registry cannot be reached/,
    ],
    ['npm error code EAI_AGAIN', /registry cannot be reached/],
    [
      'RequestError: connect ECONNREFUSED 127.0.0.1:9',
      /registry cannot be reached/,
    ],
    ['npm error code ETIMEDOUT', /registry cannot be reached/],
    ['npm error code ENOSPC', /disk is full/],
    ['tar: write error: No space left on device', /disk is full/],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
    ["Error: EACCES: permission denied, mkdir '.tools'", /may not write/],
    [
      '➤ YN0028: │ The lockfile would have been modified',
      /yarn\.lock does not match/,
    ],
    ['something nobody has seen before', /the end of its output says why/],
  ];
  for (const [output, sentence] of cases) {
    assert.match(explain('Fetching', output).message, sentence, output);
  }
});

test('a full disk is named even when it also broke downloads', () => {
  const output = 'socket hang up\nENOSPC: no space left on device, write';
  assert.match(explain('Installing', output).message, /disk is full/);
});

test('a failed download is named even when Yarn complains of the lockfile', () => {
  const output = 'getaddrinfo ENOTFOUND\nYN0028: The lockfile would change';
  assert.match(explain('Installing', output).message, /cannot be reached/);
});

test('the output beneath the sentence is the end of it', () => {
  assert.equal(tail('one\ntwo\nthree\n', 2), 'two\nthree');
  const long = Array.from({ length: 100 }, (_, line) => `line ${line}`);
  assert.equal(explain('x', long.join('\n')).details.split('\n').length, 20);
});
