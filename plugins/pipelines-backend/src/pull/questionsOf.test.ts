import { questionsOf } from './questionsOf';

const query = 'max(kafka_consumergroup_lag)';

const lagWith = (source: { every?: string; endpoint?: string }) =>
  questionsOf({
    metrics: [
      {
        name: 'kafka.consumer-lag',
        source: { type: 'prometheus', query, ...source },
      },
    ],
  })[0];

describe('questionsOf', () => {
  it('asks the endpoint named default every minute where the spec says nothing', () => {
    expect(lagWith({})).toEqual({
      metric: 'kafka.consumer-lag',
      source: 'prometheus',
      endpoint: 'default',
      query,
      every: 60,
    });
  });

  it('asks nothing of a metric that tools send themselves', () => {
    expect(questionsOf({ metrics: [{ name: 'revenue' }] })).toEqual([]);
    expect(questionsOf({})).toEqual([]);
  });

  it.each([
    ['as often as the spec says', '5m', 300],
    ['once an hour', '1h', 3_600],
    ['no more often than once a minute', '0m', 60],
    ['no more seldom than once a week', '999999w', 604_800],
  ])('asks %s: %s', (_, every, seconds) => {
    expect(lagWith({ every }).every).toBe(seconds);
  });

  it('asks the endpoint that the spec names', () => {
    expect(lagWith({ endpoint: 'eu' }).endpoint).toBe('eu');
  });
});
