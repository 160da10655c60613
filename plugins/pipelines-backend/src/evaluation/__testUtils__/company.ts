import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { NEW_YORK } from './instants';
import { PROFIT } from './judging';

/** Every sort of promise and monitor there is. */
export const COMPANY: PipelineSpec = {
  ...PROFIT,
  sla: {
    timeZone: NEW_YORK,
    calendar: { holidays: [{ date: '2026-07-03', name: 'Independence Day' }] },
    objectives: [
      { id: 'investors', type: 'delivery', audience: 'investors' },
      { id: 'experiments', type: 'delivery', audience: 'experiments' },
      {
        id: 'words',
        type: 'delivery',
        deadline: 'every business day 09:00',
        grace: '1h',
      },
      { id: 'fresh', type: 'freshness', maxAge: '30h', watermark: 'newest' },
      { id: 'fresh-runs', type: 'freshness', maxAge: '25h' },
      { id: 'valid', type: 'ratio', metric: 'valid', target: 99.9 },
      { id: 'success', type: 'success', target: 95 },
      { id: 'up', type: 'availability', target: 99.9 },
      { id: 'mended', type: 'resolution', within: '48h' },
      {
        id: 'mended-by',
        type: 'resolution',
        by: 'end of month',
        severities: ['critical'],
      },
      {
        id: 'review',
        type: 'review',
        every: 'month',
        by: 'accounts',
        due: '3rd business day 12:00',
      },
    ],
  },
  monitors: [
    {
      id: 'lag',
      type: 'threshold',
      metric: 'lag',
      mustBeLessThan: 80,
      for: '5h',
      recoverAfter: '9h',
    },
    { id: 'margin', type: 'range', metric: 'lag', mustBeBetween: [5, 95] },
    {
      id: 'drop',
      type: 'change',
      metric: 'revenue',
      period: 'month',
      mustNotDropMoreThan: 10,
    },
    {
      id: 'weekly',
      type: 'change',
      metric: 'revenue',
      period: 'week',
      mustNotRiseMoreThan: 5,
      for: '1d',
    },
    {
      id: 'spike',
      type: 'anomaly',
      metric: 'lag',
      window: '7d',
      minSamples: 5,
      deviations: 2,
    },
    {
      id: 'old',
      type: 'freshness',
      maxAge: '28h',
      watermark: 'newest',
      for: '2h',
      recoverAfter: '1h',
    },
    {
      id: 'agree',
      type: 'reconciliation',
      metric: 'included',
      against: 'active',
      tolerance: 1,
    },
    {
      id: 'needed',
      type: 'required',
      metrics: ['revenue'],
      audience: 'experiments',
    },
    { id: 'silent', type: 'silence', silentFor: '20h' },
    {
      id: 'silent-lag',
      type: 'silence',
      metric: 'lag',
      silentFor: '20h',
      for: '1h',
    },
  ],
};
