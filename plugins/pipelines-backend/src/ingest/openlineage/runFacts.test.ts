import fc from 'fast-check';
import { runEvent, WireEvent, written } from '../__testUtils__/lineageEvents';
import { factsIn, RECEIVED } from '../__testUtils__/prepared';
import { mergeFacts, RunFacts } from './runFacts';

/** What some events say together, in the order given. */
function folded(...bodies: WireEvent[]): RunFacts {
  return bodies.map(body => factsIn(body)).reduce(mergeFacts);
}

const at = (time: string) => `2026-11-01T${time}.000Z`;

const anyTime = fc
  .integer({ min: 0, max: 5 })
  .map(second => `2026-11-01T11:00:0${second}Z`);

const anyFacets = fc.record(
  {
    nominalTime: fc.record({ nominalStartTime: anyTime }),
    parent: fc.constantFrom('one', 'two').map(runId => ({
      run: { runId },
      job: { namespace: 'airflow', name: 'dag' },
    })),
    errorMessage: fc.record({ message: fc.constantFrom('boom', 'bang') }),
    airflowDagRun: fc
      .constantFrom('scheduled', 'backfill', 'manual')
      .map(run_type => ({ dagRun: { run_type } })),
    processing_engine: fc.record({ name: fc.constantFrom('Airflow', 'Spark') }),
    spark_applicationDetails: fc.record({
      uiWebUrl: fc.constantFrom('https://spark-1', 'https://spark-2'),
    }),
  },
  { requiredKeys: [] },
);

const anyOutputs = fc.uniqueArray(
  fc
    .tuple(fc.nat(12), fc.nat(3))
    .map(([table, rows]) => written(`table-${table}`, rows)),
  { maxLength: 9, selector: ({ name }) => name },
);

const anyEvent: fc.Arbitrary<WireEvent> = fc
  .record({
    eventType: fc.constantFrom(
      ...['START', 'RUNNING', 'COMPLETE', 'FAIL', 'ABORT', 'OTHER'],
    ),
    eventTime: anyTime,
    runFacets: anyFacets,
    processingType: fc.constantFrom('BATCH', 'STREAMING'),
    outputs: anyOutputs,
    producer: fc.constantFrom('one', 'two'),
  })
  .map(({ processingType, ...event }) =>
    runEvent({ ...event, jobFacets: { jobType: { processingType } } }),
  );

const anyFacts = anyEvent.map(body => factsIn(body));

describe('what events say of a run together', () => {
  it('does not depend on who is asked first', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (a, b) => {
        expect(mergeFacts(a, b)).toEqual(mergeFacts(b, a));
      }),
    );
  });

  it('does not depend on which are put together first', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyFacts, (a, b, c) => {
        expect(mergeFacts(mergeFacts(a, b), c)).toEqual(
          mergeFacts(a, mergeFacts(b, c)),
        );
      }),
    );
  });

  it('is not changed by a repeat', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (a, b) => {
        expect(mergeFacts(a, a)).toEqual(a);
        const both = mergeFacts(a, b);
        expect(mergeFacts(both, a)).toEqual(both);
      }),
    );
  });

  it('is the same for any order and any repetition, and after it was stored', () => {
    const anyDelivery = fc
      .array(anyFacts, { minLength: 1, maxLength: 6 })
      .chain(facts =>
        fc.record({
          facts: fc.constant(facts),
          others: fc
            .array(fc.constantFrom(...facts), { maxLength: 6 })
            .chain(repeats =>
              fc.shuffledSubarray([...facts, ...repeats], {
                minLength: facts.length + repeats.length,
              }),
            ),
        }),
      );
    fc.assert(
      fc.property(anyDelivery, ({ facts, others }) => {
        const stored = others.reduce((all, each) =>
          JSON.parse(JSON.stringify(mergeFacts(all, each))),
        );
        expect(stored).toEqual(facts.reduce(mergeFacts));
      }),
    );
  });

  it.each<[string, Partial<RunFacts>, WireEvent[]]>([
    [
      'it began with the earliest START, whatever was heard before',
      { startedAt: at('11:00:01'), firstEventAt: at('10:59:00') },
      [
        runEvent({ eventTime: at('11:00:02') }),
        runEvent({ eventTime: at('11:00:01') }),
        runEvent({ eventType: 'OTHER', eventTime: at('10:59:00') }),
      ],
    ],
    [
      'the last event is the latest by its own time',
      { lastEventAt: at('11:30:00') },
      [
        runEvent({ eventType: 'OTHER', eventTime: at('11:30:00') }),
        runEvent({ eventTime: at('11:00:00') }),
      ],
    ],
    [
      'of each end the earliest counts',
      { ends: { complete: at('11:10:00'), failed: at('11:20:00') } },
      [
        runEvent({ eventType: 'FAIL', eventTime: at('11:20:00') }),
        runEvent({ eventType: 'COMPLETE', eventTime: at('11:30:00') }),
        runEvent({ eventType: 'COMPLETE', eventTime: at('11:10:00') }),
      ],
    ],
    [
      'what was told later is right',
      {
        error: { is: 'second', at: at('11:20:00'), by: expect.any(String) },
      },
      [
        runEvent({
          eventTime: at('11:20:00'),
          runFacets: { errorMessage: { message: 'second' } },
        }),
        runEvent({
          eventTime: at('11:10:00'),
          runFacets: { errorMessage: { message: 'first' } },
        }),
      ],
    ],
    [
      'a later event that says nothing takes nothing away',
      {
        nominal: {
          is: { start: at('06:00:00') },
          at: at('11:00:00'),
          by: expect.any(String),
        },
      },
      [
        runEvent({
          eventTime: at('11:00:00'),
          runFacets: { nominalTime: { nominalStartTime: at('06:00:00') } },
        }),
        runEvent({ eventType: 'COMPLETE', eventTime: at('11:30:00') }),
      ],
    ],
    [
      'it is odd if one event is odd',
      { hasNoZone: true, isAhead: true },
      [
        runEvent({ eventTime: '2026-11-01T11:00:00' }),
        runEvent({ eventType: 'COMPLETE', eventTime: at('12:05:01') }),
      ],
    ],
    [
      'it is heard to run if one event says so',
      { isRunning: true },
      [runEvent(), runEvent({ eventType: 'RUNNING' })],
    ],
  ])('%s', (_, expected, events) => {
    expect(folded(...events)).toMatchObject(expected);
    expect(folded(...[...events].reverse())).toMatchObject(expected);
  });

  it('adds the outputs up by data set, and the later figure of each is right', () => {
    const facts = folded(
      runEvent({ outputs: [written('a', 1), written('b', 2)] }),
      runEvent({
        eventType: 'COMPLETE',
        eventTime: at('11:30:00'),
        outputs: [written('a', 10), written('c', 3)],
      }),
    );
    const rows = Object.entries(facts.outputs).map(([name, { is }]) => [
      name,
      is,
    ]);
    expect(rows).toEqual([
      ['warehouse/a', 10],
      ['warehouse/b', 2],
      ['warehouse/c', 3],
    ]);
  });

  it('keeps the first hundred outputs by name', () => {
    const names = Array.from({ length: 130 }, (_, index) =>
      String(index).padStart(3, '0'),
    );
    const [one, other] = [names.slice(60), names.slice(0, 70)].map(some =>
      runEvent({ outputs: some.map(name => written(name, 1)) }),
    );
    expect(Object.keys(folded(one, other).outputs)).toEqual(
      names.slice(0, 100).map(name => `warehouse/${name}`),
    );
  });

  it('is not changed by a repeat of an event with more than a hundred outputs', () => {
    const names = Array.from({ length: 130 }, (_, index) => `table-${index}`);
    const facts = factsIn(
      runEvent({ outputs: names.map(name => written(name, 1)) }),
    );
    expect(mergeFacts(facts, facts)).toEqual(facts);
  });

  it('was first heard when the first event came in', () => {
    const [early, late] = [RECEIVED, new Date('2026-11-01T12:30:00Z')];
    const facts = mergeFacts(
      factsIn(runEvent({ eventType: 'COMPLETE' }), { receivedAt: late }),
      factsIn(runEvent(), { receivedAt: early }),
    );
    expect(facts.heardAt).toBe(early.toISOString());
  });
});
