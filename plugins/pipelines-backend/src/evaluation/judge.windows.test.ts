import { at, shown } from './__testUtils__/instants';
import {
  facts,
  inWords,
  intervalLines,
  judgeAt,
  measured,
  monitor,
  promise,
  run,
} from './__testUtils__/judging';
import { judge, needsOf } from './judge';
import { selectFacts } from './selectFacts';

describe('when a rule is looked at again', () => {
  it('a window in which nothing was says when the next slot comes', () => {
    const rule = promise({ id: 'd', type: 'delivery', audience: 'investors' });
    const judgement = judgeAt(
      [rule],
      '2026-11-15 00:00',
      {},
      { from: '2026-11-15 00:00' },
    );
    expect([judgement.slots.length, shown(judgement.nextAt ?? 0)]).toEqual([
      1,
      '2026-12-01 06:00 -05:00',
    ]);
  });

  it('what was missed years ago is not waited for', () => {
    const rule = promise(
      { id: 'd', type: 'delivery', audience: 'investors' },
      { from: at('2020-01-01 00:00') },
    );
    const { slots, nextAt } = judgeAt(
      [rule],
      '2026-11-15 00:00',
      {},
      { from: '2020-01-01 00:00' },
    );
    expect(slots).toHaveLength(84);
    expect(shown(nextAt ?? 0)).toBe('2026-12-01 06:00 -05:00');
  });

  it('an issue that nobody mended for years neither', () => {
    const rule = promise(
      { id: 'm', type: 'resolution', within: '48h' },
      { from: at('2020-01-01 00:00') },
    );
    const issues = [
      { id: 'i', severity: 'low', startedAt: at('2020-05-01 00:00') } as const,
    ];
    const { nextAt } = judgeAt(
      [rule],
      '2026-11-15 00:00',
      { issues },
      { from: '2020-01-01 00:00' },
    );
    expect(nextAt).toBeUndefined();
  });
});

describe('counts are of whole days', () => {
  const changedAt = at('2026-11-03 12:00');
  const ratio = (given: object) =>
    promise({ id: 'v', type: 'ratio', metric: 'valid' }, given);
  const versions = [
    ratio({ id: 'v1', to: changedAt }),
    ratio({ id: 'v2', from: changedAt }),
  ];
  const measurements = ['11-02 23:00', '11-03 01:00', '11-03 13:00'].map(when =>
    measured('valid', `2026-${when}`, { good: 1, total: 1 }),
  );

  it('from the beginning of the local day on in which the window begins, by each version', () => {
    const window = { from: at('2026-11-03 15:00'), to: Infinity };
    const { events } = judge({
      versions,
      window,
      facts: selectFacts(facts({ measurements }), needsOf(versions, window)),
      now: at('2026-11-03 16:00'),
    });
    expect(
      events.map(each => `${shown(each.at).slice(5, 16)} ${each.versionId}`),
    ).toEqual(['11-03 01:00 v1', '11-03 13:00 v2']);
  });
});

describe('a version begins anew', () => {
  const limit = (mustBeLessThan: number, given: object) =>
    monitor(
      {
        id: 't',
        type: 'threshold',
        metric: 'm',
        mustBeLessThan,
        for: '1h',
        recoverAfter: '4h',
      },
      given,
    );
  const changedAt = at('2026-11-02 12:00');
  const versions = (next: number) => [
    limit(5, { id: 'v1', from: at('2026-11-01 00:00'), to: changedAt }),
    limit(next, { id: 'v2', from: changedAt }),
  ];
  const measurements = [
    measured('m', '2026-11-02 08:00', 9),
    measured('m', '2026-11-02 11:00', 3),
  ];
  const lines = (next: number) =>
    intervalLines(
      judgeAt(
        versions(next),
        '2026-11-03 00:00',
        { measurements },
        { from: '2026-11-02 00:00' },
      ),
    ).slice(-2);

  it('what an earlier one warned of is not its', () => {
    expect(lines(5)).toEqual([
      '2026-11-02 09:00 missed out-of-limits',
      '2026-11-02 12:00 met',
    ]);
  });

  it('but a condition that holds already is held since then', () => {
    expect(lines(2)).toEqual([
      '2026-11-02 09:00 missed out-of-limits',
      '2026-11-02 12:00 missed out-of-limits',
    ]);
  });
});

describe('a figure that one version cannot know', () => {
  it('does not change how the next begins, however much is known', () => {
    const rule = promise(
      { id: 'f', type: 'freshness', maxAge: '1h' },
      {
        from: at('2026-11-03 00:00'),
        with: {
          monitors: [{ id: 'r', type: 'required', metrics: ['revenue'] }],
        },
      },
    );
    // A good run long ago, and one since then that lacks its figure.
    const runs = [
      run('2026-10-01 05:00', { ended: '2026-10-01 05:30' }),
      run('2026-10-02 05:00', { ended: '2026-10-02 05:30' }),
    ];
    const measurements = [measured('revenue', '2026-10-01 05:20', 1)];
    const known = facts({ runs, measurements });
    const window = { from: at('2026-11-03 00:00'), to: Infinity };
    const now = at('2026-11-03 12:00');
    const go = (given: typeof known) =>
      inWords(judge({ versions: [rule], window, facts: given, now }).current);
    expect(go(known)).toBe(go(selectFacts(known, needsOf([rule], window))));
  });
});

describe('what is carried into a window', () => {
  const rule = monitor({
    id: 'r',
    type: 'reconciliation',
    metric: 'a',
    against: 'b',
  });
  const window = { from: at('2026-11-03 12:00'), to: Infinity };
  const go = (measurements: ReturnType<typeof measured>[]) =>
    inWords(
      judge({
        versions: [rule],
        window,
        facts: facts({ measurements }),
        now: at('2026-11-03 13:00'),
        carried: {
          verdict: {
            state: 'no-data',
            reason: 'error',
            evidence: { type: 'none' },
          },
        },
      }).current,
    );

  it('stands where no fact says anything', () => {
    expect(go([])).toBe('no-data error');
  });

  it('but not where facts say that there is nothing to compare with', () => {
    expect(go([measured('a', '2026-11-03 12:00', 1)])).toBe(
      'no-data never-measured',
    );
  });
});
