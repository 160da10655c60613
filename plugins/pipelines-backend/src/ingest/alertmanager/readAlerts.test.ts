import { UnprocessableError } from '../UnprocessableError';
import { readAlerts } from './readAlerts';

const receivedAt = new Date('2026-11-23T12:00:00Z');
const oldest = new Date('2026-01-01T00:00:00Z');

const firing = {
  status: 'firing',
  labels: {
    alertname: 'LagTooHigh',
    pipeline: 'profit',
    severity: 'critical',
    topic: 'clicks',
  },
  annotations: { summary: 'Nobody reads clicks', description: 'More words' },
  startsAt: '2026-11-23T10:00:00.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example.com/graph?g0.expr=lag',
  fingerprint: 'c4f7a1d2e3b40596',
};

const over = { ...firing, status: 'resolved', endsAt: '2026-11-23T11:00:00Z' };

function read(...alerts: unknown[]) {
  const body = {
    version: '4',
    groupKey: '{}:{alertname="LagTooHigh"}',
    status: 'firing',
    receiver: 'backstage',
    truncatedAlerts: 0,
    alerts,
  };
  return readAlerts({ body, query: {}, receivedAt, oldest });
}

function first(change: object) {
  return read({ ...firing, ...change }).alerts?.[0];
}

describe('alerts of Alertmanager', () => {
  it('are read one by one, with an end when they are over', () => {
    const alert = {
      pipelineRef: 'pipeline:default/profit',
      fingerprint: 'c4f7a1d2e3b40596',
      name: 'LagTooHigh',
      severity: 'critical',
      summary: 'Nobody reads clicks',
      startsAt: new Date('2026-11-23T10:00:00.123Z'),
      link: 'https://prometheus.example.com/graph?g0.expr=lag',
    };
    expect(read(firing, over)).toEqual({
      received: 2,
      measurements: [],
      alerts: [alert, { ...alert, endsAt: new Date('2026-11-23T11:00:00Z') }],
      refused: [],
    });
  });

  it('need little', () => {
    const { status, startsAt, fingerprint } = firing;
    const labels = { alertname: 'LagTooHigh', pipeline: 'finance/profit' };
    expect(read({ status, startsAt, fingerprint, labels }).alerts).toEqual([
      {
        pipelineRef: 'pipeline:finance/profit',
        fingerprint,
        name: 'LagTooHigh',
        startsAt: new Date('2026-11-23T10:00:00.123Z'),
      },
    ]);
  });

  it.each([
    [
      'while it fires, whatever else is said',
      { status: 'firing', endsAt: '2026-11-23T14:00:00Z' },
      undefined,
    ],
    ['when it says so', {}, '2026-11-23T11:00:00.000Z'],
    [
      'at its arrival, if it says the year 1',
      { endsAt: '0001-01-01T00:00:00Z' },
      '2026-11-23T12:00:00.000Z',
    ],
    [
      'at its arrival, if it says nothing',
      { endsAt: undefined },
      '2026-11-23T12:00:00.000Z',
    ],
    [
      'at its begin, if it says before',
      { endsAt: '2026-11-23T09:00:00Z' },
      '2026-11-23T10:00:00.123Z',
    ],
  ])('end %s', (_, change, end) => {
    expect(first({ ...over, ...change })?.endsAt?.toISOString()).toBe(end);
  });

  it.each([
    ['their summary', { summary: 'Short' }, 'Short'],
    ['their description', { description: 'Long\nand wide' }, 'Long and wide'],
    ['nothing', {}, undefined],
    ['nothing odd', { summary: 7 }, undefined],
  ])('say %s', (_, annotations, summary) => {
    expect(first({ annotations })?.summary).toBe(summary);
  });

  it('say 500 characters at most', () => {
    const annotations = { summary: 'x'.repeat(9_999) };
    expect(first({ annotations })?.summary).toHaveLength(500);
  });

  it.each([
    ['http://p.example.com:9090/graph', 'http://p.example.com:9090/graph'],
    ['https://user:secret@p.example.com/', 'https://p.example.com/'],
    ['data:text/html,hello', undefined],
    ['/graph', undefined],
    ['', undefined],
    [null, undefined],
    [`https://p.example.com/${'x'.repeat(9_999)}`, undefined],
  ])('link %s as %s', (generatorURL, link) => {
    expect(first({ generatorURL })?.link).toBe(link);
  });

  it('are told apart by their labels where they have no fingerprint', () => {
    const printOf = (change: object) =>
      first({ fingerprint: undefined, labels: { ...firing.labels, ...change } })
        ?.fingerprint;
    const { topic, ...rest } = firing.labels;
    const reordered = first({
      fingerprint: '',
      labels: { topic, ...rest },
    })?.fingerprint;
    expect(printOf({})).toBe(reordered);
    expect(printOf({ topic: 'orders' })).not.toBe(printOf({}));
  });

  it.each([
    [
      'the label is missing',
      { pipeline: undefined },
      'alerts[1].labels.pipeline is missing: must be the name of a Pipeline or a reference to it, such as profit or pipeline:default/profit; add the label "pipeline" to the alerting rule',
    ],
    [
      'the label is no name',
      { pipeline: 'the profit' },
      'alerts[1].labels.pipeline is "the profit": must be the name of a Pipeline',
    ],
    [
      'the label is of another kind',
      { pipeline: 'api:profit' },
      'alerts[1].labels.pipeline is "api:profit"',
    ],
    [
      'it has no name',
      { alertname: undefined },
      'alerts[1].labels.alertname is missing: must be the name of the alert',
    ],
  ])('are refused alone when %s', (_, labels, reason) => {
    const bad = { ...firing, labels: { ...firing.labels, ...labels } };
    const { alerts, refused } = read(firing, bad);
    expect(alerts).toHaveLength(1);
    expect(refused).toEqual([
      { index: 1, reason: expect.stringContaining(reason) },
    ]);
  });

  it.each([
    [
      'the begin is missing',
      { startsAt: undefined },
      'alerts[1].startsAt is missing',
    ],
    [
      'the begin is none',
      { startsAt: '0001-01-01T00:00:00Z' },
      'alerts[1].startsAt is "0001-01-01T00:00:00Z": must be an ISO 8601 instant',
    ],
    [
      'the status is unknown',
      { status: 'pending' },
      'alerts[1].status is "pending"',
    ],
    ['there are no labels', { labels: null }, 'alerts[1].labels is null'],
  ])('are refused alone when %s', (_, change, reason) => {
    const { alerts, refused } = read(firing, { ...firing, ...change });
    expect(alerts).toHaveLength(1);
    expect(refused).toEqual([
      { index: 1, reason: expect.stringContaining(reason) },
    ]);
  });

  it('are refused when they were over before anything that is kept', () => {
    const startsAt = '2025-11-01T00:00:00Z';
    const old = { ...over, startsAt, endsAt: '2025-12-31T23:59:59Z' };
    const { alerts, refused } = read({ ...firing, startsAt }, old);
    expect(alerts).toEqual([
      expect.objectContaining({ startsAt: new Date(startsAt) }),
    ]);
    expect(refused).toEqual([
      {
        index: 1,
        reason:
          'alerts[1].endsAt is "2025-12-31T23:59:59Z": older than what is kept (since 2026-01-01T00:00:00.000Z)',
      },
    ]);
  });

  it('may be none', () => {
    expect(read()).toMatchObject({ received: 0, alerts: [], refused: [] });
  });

  it.each([
    ['all are bad', { version: '4', alerts: [7] }, /alerts\[0\] is 7/],
    [
      'they are of another version',
      { version: '3', alerts: [firing] },
      /version is "3": must be "4"/,
    ],
    [
      'they are not a list',
      { version: '4', alerts: {} },
      /alerts is an object/,
    ],
    ['they are alone', [firing], /the body is a list/],
  ])('are not accepted when %s', (_, body, reason) => {
    const reading = () => readAlerts({ body, query: {}, receivedAt, oldest });
    expect(reading).toThrow(UnprocessableError);
    expect(reading).toThrow(reason);
  });
});
