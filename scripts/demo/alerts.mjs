import { at, DAY, HOUR, iso } from './calendar.mjs';

const NO_END = '0001-01-01T00:00:00Z';

function alertOf({ name, pipeline, severity, summary, from, to }) {
  return {
    status: to === undefined ? 'firing' : 'resolved',
    labels: { alertname: name, pipeline, severity },
    annotations: { summary },
    startsAt: iso(from),
    endsAt: to === undefined ? NO_END : iso(to),
    generatorURL: 'https://prometheus.example.com/graph',
    fingerprint: `${name}-${pipeline}`.toLowerCase(),
  };
}

/** What Alertmanager told of, over and not over. */
export function alertsOf({ first, monday }, { outage }) {
  return [
    // From the first alert on it is known that somebody would tell.
    alertOf({
      name: 'DiskFillsUp',
      pipeline: 'profit',
      severity: 'warning',
      summary: 'The disk of the warehouse is 85 % full',
      from: at(first - DAY, 9),
      to: at(first - DAY, 9) + HOUR,
    }),
    alertOf({
      name: 'KafkaBrokersDown',
      pipeline: 'engagement',
      severity: 'critical',
      summary: 'Two of three Kafka brokers are down; no clicks are taken',
      from: outage.from,
      to: outage.isDownUntil,
    }),
    alertOf({
      name: 'TopicUnderReplicated',
      pipeline: 'engagement',
      severity: 'warning',
      summary: 'A partition of clicks has one replica less than it should',
      from: at(monday, 0),
    }),
  ];
}
