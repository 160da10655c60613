import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { PipelinesApi } from './PipelinesApi';
import type { OnCall, OnCallByRefs, ShiftsPage } from './types';

/**
 * Asks the pipelines backend over HTTP.
 *
 * @public
 */
export class PipelinesClient implements PipelinesApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritDoc PipelinesApi.getOnCall} */
  async getOnCall(options: {
    rotationRef: string;
    at?: string;
  }): Promise<OnCall> {
    return this.#request(`${rotationPath(options.rotationRef)}/on-call`, {
      query: { at: options.at },
    });
  }

  /** {@inheritDoc PipelinesApi.getOnCallByRefs} */
  async getOnCallByRefs(options: {
    rotationRefs: string[];
    at?: string;
  }): Promise<OnCallByRefs> {
    return this.#request('/v1/on-call/by-refs', { body: options });
  }

  /** {@inheritDoc PipelinesApi.getShifts} */
  async getShifts(options: {
    rotationRef: string;
    from: string;
    to: string;
    limit?: number;
    cursor?: string;
  }): Promise<ShiftsPage> {
    const { rotationRef, ...query } = options;
    return this.#request(`${rotationPath(rotationRef)}/shifts`, { query });
  }

  async #request<T>(
    path: string,
    options: {
      query?: Record<string, string | number | undefined>;
      body?: object;
    },
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('pipelines');
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) query.set(key, String(value));
    }
    const url = `${baseUrl}${path}${query.size ? `?${query}` : ''}`;
    const response = await this.#fetchApi.fetch(
      url,
      options.body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(options.body),
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}

function rotationPath(rotationRef: string): string {
  const { namespace, name } = parseEntityRef(rotationRef);
  return `/v1/rotations/${encodeURIComponent(namespace)}/${encodeURIComponent(
    name,
  )}`;
}
