import { monitorSchema } from '@techflow/backstage-plugin-pipelines-common';
import { metricsOf } from './metricsOf';

describe('metrics of a monitor', () => {
  it.each([
    [{ type: 'threshold', metric: 'lag', mustBeLessThan: 9 }, ['lag']],
    [{ type: 'range', metric: 'lag', mustBeBetween: [1, 2] }, ['lag']],
    [
      { type: 'change', metric: 'a', period: 'day', mustNotDropMoreThan: 10 },
      ['a'],
    ],
    [{ type: 'anomaly', metric: 'cost', window: '90d' }, ['cost']],
    [{ type: 'freshness', maxAge: '2h' }, []],
    [{ type: 'freshness', maxAge: '2h', watermark: 'newest' }, ['newest']],
    [{ type: 'reconciliation', metric: 'a', against: 'b' }, ['a', 'b']],
    [{ type: 'required', metrics: ['a', 'b'] }, ['a', 'b']],
    [{ type: 'silence', silentFor: '2h' }, []],
    [{ type: 'silence', silentFor: '2h', metric: 'beat' }, ['beat']],
  ])('%j: %s', (monitor, metrics) => {
    expect(metricsOf(monitorSchema.parse({ id: 'm', ...monitor }))).toEqual(
      metrics,
    );
  });
});
