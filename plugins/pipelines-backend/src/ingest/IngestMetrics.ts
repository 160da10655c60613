import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What became of something that was sent. */
export type Outcome = 'stored' | 'refused' | 'unavailable';

/** Counts for whoever runs the portal: OpenTelemetry metrics `pipelines.ingest.*`. */
export class IngestMetrics {
  readonly #items;
  readonly #bytes;
  readonly #facets;
  readonly #duration;

  constructor(options: { metrics: MetricsService }) {
    const { metrics } = options;
    this.#items = metrics.createCounter<{
      sender: string;
      route: string;
      outcome: Outcome;
    }>('pipelines.ingest.items', {
      description: 'Events, measurements and alerts that were sent',
    });
    this.#bytes = metrics.createHistogram<{ sender: string; route: string }>(
      'pipelines.ingest.size',
      { description: 'Size of bodies, inflated', unit: 'By' },
    );
    this.#facets = metrics.createCounter<{ sender: string; route: string }>(
      'pipelines.ingest.dropped_facets',
      { description: 'Facets left out of events that were stored' },
    );
    this.#duration = metrics.createHistogram<{ route: string }>(
      'pipelines.ingest.duration',
      { description: 'From the body being read to its commit', unit: 's' },
    );
  }

  /** Items of one request. */
  count(options: {
    sender: string;
    route: string;
    outcome: Outcome;
    items: number;
  }): void {
    const { items, ...attributes } = options;
    if (items > 0) this.#items.add(items, attributes);
  }

  /** Size of a body, in bytes. */
  size(options: { sender: string; route: string; bytes: number }): void {
    const { bytes, ...attributes } = options;
    this.#bytes.record(bytes, attributes);
  }

  /** Facets that were left out. */
  dropFacets(options: { sender: string; route: string; facets: number }): void {
    const { facets, ...attributes } = options;
    if (facets > 0) this.#facets.add(facets, attributes);
  }

  /** How long a request took to be stored, in seconds. */
  took(options: { route: string; seconds: number }): void {
    this.#duration.record(options.seconds, { route: options.route });
  }
}
