import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  add,
  countsLine,
  countsOfJest,
  countsOfNodeEvent,
  NOTHING,
} from './counts.mjs';

test('counts of suites add up to one plain line', () => {
  const jest = { passed: 10, failed: 1, skipped: 2 };
  const journeys = { passed: 3, failed: 0, skipped: 1 };
  assert.equal(
    countsLine(add(jest, journeys)),
    '13 passed, 1 failed, 3 skipped',
  );
});

test('of a Jest report, a file that does not load is a failure and a todo is skipped', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 2,
    numPendingTests: 3,
    numTodoTests: 4,
  };
  assert.deepEqual(countsOfJest(report), { passed: 5, failed: 3, skipped: 7 });
});

test('of the events of Node, the ends of tests count and nothing else', () => {
  const event = (type, data = {}) => ({
    type,
    data: { details: { type: 'test' }, ...data },
  });
  const cases = [
    [event('test:pass'), { ...NOTHING, passed: 1 }],
    [event('test:fail'), { ...NOTHING, failed: 1 }],
    [event('test:pass', { skip: '' }), { ...NOTHING, skipped: 1 }],
    [event('test:pass', { skip: 'no display' }), { ...NOTHING, skipped: 1 }],
    [event('test:fail', { todo: '' }), { ...NOTHING, skipped: 1 }],
    [event('test:pass', { details: { type: 'suite' } }), undefined],
    [event('test:start'), undefined],
    [{ type: 'test:stdout', data: { message: 'hello' } }, undefined],
  ];
  for (const [given, counts] of cases) {
    assert.deepEqual(countsOfNodeEvent(given), counts);
  }
});
