import fc from 'fast-check';
import { anyYear, YEAR } from './__testUtils__/anyYear';
import { DAY } from './__testUtils__/instants';
import { KnownFacts } from './__testUtils__/KnownFacts';
import { Facts, Needs } from './facts';
import { selectFacts } from './selectFacts';

function known(seed: number): KnownFacts {
  const found = new KnownFacts(YEAR.from);
  for (const arrival of anyYear(seed).slice(0, 800)) found.add(arrival);
  return found;
}

const byId = (facts: readonly { id: string }[]) =>
  facts.map(({ id }) => id).sort();

function shown({ runs, measurements, downs, heard }: Facts) {
  return {
    runs: byId(runs),
    measurements: byId(measurements),
    downs: byId(downs),
    heard: [...heard].sort((a, b) => a - b),
  };
}

describe('the facts that are needed', () => {
  const instant = fc.integer({ min: YEAR.from, max: YEAR.from + 60 * DAY });
  const range = fc.record(
    {
      from: instant,
      to: instant,
      withLastBefore: fc.boolean(),
      isOfReceipt: fc.boolean(),
    },
    { requiredKeys: ['from'] },
  );
  const needs = fc.record<Needs>(
    {
      runs: range,
      downs: range,
      heard: range,
      metrics: fc.dictionary(
        fc.constantFrom('lag', 'revenue', 'included', 'unknown'),
        fc.tuple(range, fc.boolean()).map(([of, isSinceRuns]) => ({
          ...of,
          isSinceRuns,
        })),
      ),
    },
    { requiredKeys: [] },
  );

  it('are those that a store fetches by its indexes', () => {
    const facts = known(7);
    fc.assert(
      fc.property(needs, asked => {
        expect(shown(selectFacts(facts.all(), asked))).toEqual(
          shown(facts.fetch(asked)),
        );
      }),
      { numRuns: 200 },
    );
  });
});
