import type { Monitor } from '../kinds/monitors';
import { monitorWords } from './monitorWords';

describe('monitorWords', () => {
  it.each<[Monitor, string]>([
    [
      {
        id: 'a',
        type: 'threshold',
        metric: 'kafka.consumer-lag',
        mustBeLessThan: 10000,
        for: '15m',
      },
      'Warns when "kafka consumer lag" is 10,000 or above, for at least 15 minutes',
    ],
    [
      { id: 'a', type: 'threshold', metric: 'growth', mustBeLessOrEqualTo: 5 },
      'Warns when "growth" is above 5',
    ],
    [
      { id: 'a', type: 'threshold', metric: 'growth', mustBeGreaterThan: 0.02 },
      'Warns when "growth" is 0.02 or below',
    ],
    [
      {
        id: 'a',
        type: 'threshold',
        metric: 'growth',
        mustBeGreaterOrEqualTo: 0,
      },
      'Warns when "growth" is below 0',
    ],
    [
      { id: 'a', type: 'threshold', metric: 'duplicates', mustBe: 0 },
      'Warns when "duplicates" is anything but 0',
    ],
    [
      { id: 'a', type: 'threshold', metric: 'rows', mustNotBe: 0 },
      'Warns when "rows" is 0',
    ],
    [
      { id: 'a', type: 'range', metric: 'margin', mustBeBetween: [-1, 1] },
      'Warns when "margin" is outside -1 to 1',
    ],
    [
      {
        id: 'a',
        type: 'change',
        metric: 'revenue',
        period: 'month',
        mustNotDropMoreThan: 10,
      },
      'Warns of a drop of more than 10 % in revenue against the previous month',
    ],
    [
      {
        id: 'a',
        type: 'change',
        metric: 'revenue',
        period: 'week',
        mustNotDropMoreThan: 10,
        mustNotRiseMoreThan: 30,
      },
      'Warns of a drop of more than 10 % or a rise of more than 30 % in revenue against the previous week',
    ],
    [
      {
        id: 'a',
        type: 'anomaly',
        metric: 'expenses',
        direction: 'spike',
        window: '90d',
      },
      'Warns of an unusual rise in expenses against the last 90 days',
    ],
    [
      { id: 'a', type: 'anomaly', metric: 'expenses', window: '4w' },
      'Warns of an unusual change in expenses against the last 4 weeks',
    ],
    [
      { id: 'a', type: 'freshness', maxAge: '48h' },
      'Warns when the newest data is older than 48 hours',
    ],
    [
      {
        id: 'a',
        type: 'reconciliation',
        metric: 'licenses',
        against: 'licenses.booked',
      },
      'Warns when "licenses" and "licenses booked" differ',
    ],
    [
      {
        id: 'a',
        type: 'reconciliation',
        metric: 'licenses',
        against: 'licenses.booked',
        tolerance: 0.5,
      },
      'Warns when "licenses" and "licenses booked" differ by more than 0.5 %',
    ],
    [
      {
        id: 'a',
        type: 'required',
        metrics: ['profit', 'growth'],
        audience: 'investors',
      },
      'Warns when any of "profit" and "growth" is missing from a run for investors',
    ],
    [
      { id: 'a', type: 'required', metrics: ['profit'] },
      'Warns when "profit" is missing from a run',
    ],
    [
      { id: 'a', type: 'silence', silentFor: '1h' },
      'Warns when nothing is heard of the pipeline for 1 hour',
    ],
    [
      { id: 'a', type: 'silence', metric: 'clicks', silentFor: '10m' },
      'Warns when nothing is heard of "clicks" for 10 minutes',
    ],
  ])('says %j as "%s"', (monitor, sentence) => {
    expect(monitorWords(monitor).sentence.replace(/\u00a0/g, ' ')).toBe(
      sentence,
    );
  });

  it.each<[Monitor, string]>([
    [{ id: 'a', type: 'freshness', maxAge: '48h' }, 'Data freshness'],
    [
      { id: 'a', type: 'anomaly', metric: 'unit-costs', window: '90d' },
      'Unit costs: anomaly',
    ],
    [
      { id: 'a', title: 'No clicks', type: 'silence', silentFor: '1h' },
      'No clicks',
    ],
  ])('calls %j "%s"', (monitor, title) => {
    expect(monitorWords(monitor).title).toBe(title);
  });
});
