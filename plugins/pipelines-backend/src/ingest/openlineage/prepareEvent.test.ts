import fc from 'fast-check';
import { prepared, RECEIVED } from '../__testUtils__/prepared';
import { JOB, runEvent, written } from '../__testUtils__/lineageEvents';
import { UnprocessableError } from '../UnprocessableError';
import { jobIdOf, runIdOf } from './names';

/** The same JSON with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, turned(each)]),
  );
}

function asObject(value: unknown): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new Error('That is no object');
}

const JOB_EVENT = {
  eventTime: '2026-11-01T11:00:00Z',
  schemaURL:
    'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent',
  job: JOB,
  outputs: [{ namespace: 'warehouse', name: 'profit' }],
};

const DATASET_EVENT = {
  eventTime: '2026-11-01T11:00:00Z',
  dataset: { namespace: 'warehouse', name: 'profit', facets: {} },
};

describe('an event from the wire', () => {
  it('is the same whatever the order of its keys, and another when a value is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [first, again, second] = [
          runEvent({ runFacets: { odd: one } }),
          asObject(turned(runEvent({ runFacets: { odd: one } }))),
          runEvent({ runFacets: { odd: other } }),
        ].map(body => prepared(body));
        expect(again.id).toBe(first.id);
        expect(again.body).toBe(first.body);
        expect(second.id === first.id).toBe(second.body === first.body);
      }),
    );
  });

  it('is the same whoever sends it, whenever it comes', () => {
    const first = prepared(runEvent());
    const again = prepared(runEvent(), {
      sender: 'external:somebody',
      receivedAt: new Date('2027-01-01T00:00:00Z'),
    });
    expect(again.id).toBe(first.id);
  });

  it('is kept as it came', () => {
    const event = runEvent({ runFacets: { odd: { text: 'a\u0000b' } } });
    expect(JSON.parse(prepared(event).body)).toEqual(event);
  });

  it('of a run names the job, the run and whose it is', () => {
    const event = runEvent({
      runId: 'run-1',
      outputs: [written('profit', 1), written('expenses', 2)],
    });
    expect(prepared(event)).toMatchObject({
      id: expect.stringMatching(/^[\w-]{43}$/),
      sender: 'external:airflow',
      receivedAt: RECEIVED,
      producer: 'https://example.com/scheduler',
      job: {
        id: jobIdOf(JOB),
        ...JOB,
        outputs: ['warehouse/expenses', 'warehouse/profit'],
      },
      run: { id: runIdOf({ ...JOB, runId: 'run-1' }), runId: 'run-1' },
      dropped: [],
    });
  });

  it('of a job names the job alone', () => {
    const event = prepared(JOB_EVENT);
    expect(event.job).toEqual({
      id: jobIdOf(JOB),
      ...JOB,
      outputs: ['warehouse/profit'],
    });
    expect(event.run).toBeUndefined();
  });

  it('of a data set is kept, and names nothing', () => {
    const event = prepared(DATASET_EVENT);
    expect(event.job).toBeUndefined();
    expect(event.run).toBeUndefined();
    expect(JSON.parse(event.body)).toEqual(DATASET_EVENT);
  });

  it('names five outputs at most', () => {
    const outputs = [7, 3, 5, 1, 9, 2].map(each => written(`t${each}`, 1));
    expect(prepared(runEvent({ outputs })).job?.outputs).toEqual(
      [1, 2, 3, 5, 7].map(each => `warehouse/t${each}`),
    );
  });

  it.each([
    ['without a type', { eventType: undefined }],
    ['with a type of null', { eventType: null }],
    ['without a producer', { producer: undefined }],
    ['without the address of its schema', { schemaURL: undefined }],
    ['with lists of null', { inputs: null, outputs: null }],
    ['with facets of null', { run: { runId: 'x', facets: null } }],
    ['with a run id that is no UUID', { run: { runId: 'manual__2026' } }],
    [
      'with an emoji in the namespace',
      { job: { namespace: '🛩️ airflow', name: 'profit' } },
    ],
    ['with keys that nobody knows', { odd: { deep: [1, 2] } }],
    ['with a time without a zone', { eventTime: '2026-11-01T11:00:00' }],
  ])('is taken %s', (_, change) => {
    expect(prepared({ ...runEvent(), ...change }).run).toBeDefined();
  });

  it.each<[string, object, RegExp]>([
    [
      'that means to be about a run, and has none',
      { ...JOB_EVENT, eventType: 'START' },
      /^run is missing: /,
    ],
    [
      'whose schema is that of a run, and has none',
      { ...JOB_EVENT, schemaURL: 'https://x/OpenLineage.json#/$defs/RunEvent' },
      /^run is missing: /,
    ],
    ['about nothing', {}, /eventTime is missing: .*; job is missing: /],
    [
      'of a data set without a name',
      { ...DATASET_EVENT, dataset: {} },
      /dataset\.namespace is missing: .*; dataset\.name is missing/,
    ],
    [
      'of a run id with the character NUL',
      { ...runEvent(), run: { runId: 'a\u0000' } },
      /^run\.runId is .*NUL/,
    ],
    [
      'of half a character',
      { ...runEvent(), job: { namespace: 'a', name: '\ud83d' } },
      /^job\.name is /,
    ],
    [
      'of a name of more than 4,000 characters',
      { ...runEvent(), job: { namespace: 'a', name: 'b'.repeat(4_001) } },
      /^job\.name is "b+…: /,
    ],
    [
      'with an output that has no name',
      { ...runEvent(), outputs: [written('a', 1), { namespace: 'b' }] },
      /^outputs\[1\]\.name is missing: /,
    ],
    [
      'with facets that are a list',
      { ...runEvent(), run: { runId: 'x', facets: [] } },
      /^run\.facets is a list: /,
    ],
  ])('is refused %s', (_, body, message) => {
    expect(() => prepared(body)).toThrow(message);
    expect(() => prepared(body)).toThrow(UnprocessableError);
  });

  it('is refused with twenty reasons at most', () => {
    const outputs = Array.from({ length: 50 }, () => ({}));
    let reasons: string[] = [];
    try {
      prepared(runEvent({ outputs }));
    } catch (error) {
      reasons = String(error).split('; ');
    }
    expect(reasons).toHaveLength(20);
  });

  it('is refused before the oldest that is kept, and taken from there on', () => {
    const oldest = new Date('2026-11-01T11:00:00Z');
    const on = (eventTime: string) => () =>
      prepared(runEvent({ eventTime }), { oldest });
    expect(on('2026-11-01T11:00:00Z')).not.toThrow();
    expect(on('2026-11-01T10:59:59.999Z')).toThrow(
      'eventTime is 2026-11-01T10:59:59.999Z: must be after 2026-11-01T11:00:00.000Z, older runs are not kept',
    );
  });

  it.each([
    ['a list', []],
    ['a word', 'START'],
    ['null', null],
  ])('is not %s', (_, body) => {
    expect(() => prepared(runEvent(), { body })).toThrow(
      'the body must be one OpenLineage event',
    );
  });
});
