import { Run } from '@techflow/backstage-plugin-pipelines-common';
import { Settings } from 'luxon';
import { run, SCRIPT_ADDRESS, step } from '../__testUtils__';
import {
  conflictWords,
  lateness,
  producerName,
  runDuration,
  runTitle,
  slotInstant,
  stepTree,
  webLink,
} from '.';

const slot = {
  audience: 'investors',
  expectedAt: '2026-11-23T11:00:00.000Z',
  dueAt: '2026-11-23T13:00:00.000Z',
};
const running = { state: 'running', endedAt: undefined } as const;
const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);

describe('lateness', () => {
  it.each<[string, Partial<Run>, string, object]>([
    [
      'a good run by its time',
      { slot: { ...slot, lateBy: 0 } },
      '20:00:00',
      { state: 'on-time', words: 'on time' },
    ],
    [
      'a good run after its time, as the backend counted it',
      { slot: { ...slot, lateBy: 7_800 } },
      '23:00:00',
      { state: 'late', words: 'late by 2 h 10 min' },
    ],
    [
      'one that runs before its time',
      { ...running, slot: { ...slot, lateBy: 0 } },
      '12:20:00',
      { state: 'expected', words: 'due in 40 min' },
    ],
    [
      'one that runs past its time: this page counts on',
      { ...running, slot: { ...slot, lateBy: 0 } },
      '13:05:00',
      { state: 'late', words: 'late by 5 min' },
    ],
    [
      'one that was heard of only, past its time',
      { ...running, state: 'unknown', slot: { ...slot, lateBy: 60 } },
      '13:05:00',
      { state: 'late', words: 'late by 5 min' },
    ],
    ['a failed run', { state: 'failed', slot }, '20:00:00', { state: 'none' }],
    ['a backfill', { isBackfill: true, slot }, '20:00:00', { state: 'none' }],
    ['no slot', { slot: undefined }, '20:00:00', { state: 'none' }],
  ])('of %s', (_case, changes, now, expected) => {
    expect(lateness(run(changes), at(now))).toEqual(expected);
  });
});

describe('runDuration', () => {
  it.each<[string, Partial<Run>, number | undefined]>([
    ['as it was told, once it has ended', { duration: 1452 }, 1452],
    [
      'counted on while it runs',
      { ...running, startedAt: '2026-11-23T11:00:00.000Z', duration: 1 },
      3_600,
    ],
    [
      'never below zero, whatever the clocks say',
      { ...running, startedAt: '2026-11-23T12:00:09.000Z' },
      0,
    ],
    ['not known', { duration: undefined }, undefined],
  ])('is %s', (_case, changes, seconds) => {
    expect(runDuration(run(changes), at('12:00:00'))).toBe(seconds);
  });
});

describe('words about a run', () => {
  beforeEach(() => {
    Settings.defaultZone = 'Europe/Berlin';
  });
  afterEach(() => {
    Settings.defaultZone = 'system';
  });

  it('says what a second end means', () => {
    expect(
      conflictWords(
        { state: 'failed', at: '2026-11-23T13:02:00.000Z' },
        at('15:00:00'),
      ),
    ).toBe('later reported as failed, Mon 23 Nov 14:02; the first end counts');
  });

  it.each<[string, Partial<Run>, string]>([
    ['our slot', {}, 'run of Mon 23 Nov 12:00'],
    [
      'the slot that the tool says',
      { slot: undefined, nominal: { start: '2026-11-22T05:00:00.000Z' } },
      'run of Sun 22 Nov 06:00',
    ],
    [
      'its begin',
      { slot: undefined, startedAt: '2026-11-21T05:00:00.000Z' },
      'run of Sat 21 Nov 06:00',
    ],
    [
      'its id',
      { slot: undefined, startedAt: undefined, runId: 'abc' },
      'run abc',
    ],
  ])('names it by %s', (_case, changes, title) => {
    expect(runTitle(run(changes), at('15:00:00'))).toBe(title);
  });

  it('prefers our slot to the one that the tool says', () => {
    const nominal = { start: '2026-11-22T11:00:00.000Z' };
    expect(slotInstant(run({ nominal }))).toBe('2026-11-23T11:00:00.000Z');
  });
});

describe('producerName', () => {
  const ol = 'https://github.com/OpenLineage/OpenLineage/tree';
  it.each([
    [
      'https://github.com/apache/airflow/tree/providers-openlineage/2.3.0',
      'Airflow',
    ],
    [`${ol}/1.19.0/integration/spark`, 'Spark'],
    [`${ol}/0.0.1/integration/dbt`, 'dbt'],
    [`${ol}/1.32.0/integration/flink`, 'Flink'],
    [`${ol}/1.34.0-SNAPSHOT/integration/hive`, 'Hive'],
    ['https://github.com/dbt-labs/dbt-core', 'dbt'],
    ['https://example.com/scripts/', 'scripts'],
    // A word that only contains a tool's name is another's.
    ['https://example.com/sparkling', 'sparkling'],
    ['me', 'me'],
    ['', ''],
  ])('of %s is %s', (producer, name) => {
    expect(producerName(producer)).toBe(name);
  });
});

describe('webLink', () => {
  it.each([
    ['https://airflow.example.com/dags/profit', true],
    ['http://localhost:8080', true],
    [SCRIPT_ADDRESS, false],
    [SCRIPT_ADDRESS.toUpperCase(), false],
    ['data:text/html,<script>', false],
    ['file:///etc/passwd', false],
    ['//airflow.example.com', false],
    ['dags/profit', false],
    [undefined, false],
  ])('of %s is opened: %s', (link, isOpened) => {
    expect(webLink(link)).toBe(isOpened ? link : undefined);
  });
});

describe('stepTree', () => {
  const shape = (steps: ReturnType<typeof stepTree>): unknown[] =>
    steps.map(({ name, steps: below }) =>
      below.length ? [name, shape(below)] : name,
    );

  it('puts each below its parent, without the name that it repeats', () => {
    const tree = stepTree(run(), [
      step('extract'),
      step('submit'),
      step('spark', {
        parentId: 'step-submit',
        job: { namespace: 'spark', name: 'insert_into' },
      }),
      step('notify'),
    ]);
    expect(shape(tree)).toEqual([
      'extract',
      ['submit', ['insert_into']],
      'notify',
    ]);
  });

  it('shows every step once, whatever the tool says of their parents', () => {
    const tree = stepTree(run(), [
      step('orphan', { parentId: 'nobody' }),
      step('a', { parentId: 'step-b' }),
      step('b', { parentId: 'step-a' }),
      step('self', { parentId: 'step-self' }),
    ]);
    expect(shape(tree)).toEqual(['orphan', 'a', 'b', 'self']);
  });
});
