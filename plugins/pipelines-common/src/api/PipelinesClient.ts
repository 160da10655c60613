import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { PipelinesApi } from './PipelinesApi';

type Query = Record<string, string | number | boolean | undefined>;

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
  async getOnCall({
    rotationRef,
    at,
  }: Parameters<PipelinesApi['getOnCall']>[0]): ReturnType<
    PipelinesApi['getOnCall']
  > {
    return this.#get(`${rotationPath(rotationRef)}/on-call`, { at });
  }

  /** {@inheritDoc PipelinesApi.getOnCallByRefs} */
  async getOnCallByRefs(
    body: Parameters<PipelinesApi['getOnCallByRefs']>[0],
  ): ReturnType<PipelinesApi['getOnCallByRefs']> {
    return this.#send('POST', '/v1/on-call/by-refs', body);
  }

  /** {@inheritDoc PipelinesApi.getShifts} */
  async getShifts({
    rotationRef,
    ...query
  }: Parameters<PipelinesApi['getShifts']>[0]): ReturnType<
    PipelinesApi['getShifts']
  > {
    return this.#get(`${rotationPath(rotationRef)}/shifts`, query);
  }

  /** {@inheritDoc PipelinesApi.getMemberShifts} */
  async getMemberShifts(
    query: Parameters<PipelinesApi['getMemberShifts']>[0],
  ): ReturnType<PipelinesApi['getMemberShifts']> {
    return this.#get('/v1/shifts', query);
  }

  /** {@inheritDoc PipelinesApi.getChanges} */
  async getChanges({
    rotationRef,
    states,
    ...query
  }: Parameters<PipelinesApi['getChanges']>[0]): ReturnType<
    PipelinesApi['getChanges']
  > {
    return this.#get(`${rotationPath(rotationRef)}/changes`, {
      ...query,
      state: states?.join(','),
    });
  }

  /** {@inheritDoc PipelinesApi.previewChange} */
  async previewChange({
    rotationRef,
    change,
  }: Parameters<PipelinesApi['previewChange']>[0]): ReturnType<
    PipelinesApi['previewChange']
  > {
    const path = `${rotationPath(rotationRef)}/changes?dryRun=true`;
    return this.#send('POST', path, change);
  }

  /** {@inheritDoc PipelinesApi.makeChange} */
  async makeChange({
    rotationRef,
    change,
  }: Parameters<PipelinesApi['makeChange']>[0]): ReturnType<
    PipelinesApi['makeChange']
  > {
    return this.#send('POST', `${rotationPath(rotationRef)}/changes`, change);
  }

  /** {@inheritDoc PipelinesApi.answerChange} */
  async answerChange({
    rotationRef,
    id,
    answer,
  }: Parameters<PipelinesApi['answerChange']>[0]): ReturnType<
    PipelinesApi['answerChange']
  > {
    const change = `${rotationPath(rotationRef)}/changes/${segment(id)}`;
    return this.#send('POST', `${change}/${answer}`);
  }

  /** {@inheritDoc PipelinesApi.getAbsences} */
  async getAbsences({
    rotationRef,
  }: Parameters<PipelinesApi['getAbsences']>[0]): ReturnType<
    PipelinesApi['getAbsences']
  > {
    return this.#get(`${rotationPath(rotationRef)}/absences`);
  }

  /** {@inheritDoc PipelinesApi.addAbsence} */
  async addAbsence({
    rotationRef,
    absence,
  }: Parameters<PipelinesApi['addAbsence']>[0]): ReturnType<
    PipelinesApi['addAbsence']
  > {
    return this.#send('POST', `${rotationPath(rotationRef)}/absences`, absence);
  }

  /** {@inheritDoc PipelinesApi.removeAbsence} */
  async removeAbsence({
    rotationRef,
    id,
  }: Parameters<PipelinesApi['removeAbsence']>[0]): ReturnType<
    PipelinesApi['removeAbsence']
  > {
    const path = `${rotationPath(rotationRef)}/absences/${segment(id)}`;
    await this.#fetch(path, { method: 'DELETE' });
  }

  /** {@inheritDoc PipelinesApi.getStatistics} */
  async getStatistics({
    rotationRef,
    ...query
  }: Parameters<PipelinesApi['getStatistics']>[0]): ReturnType<
    PipelinesApi['getStatistics']
  > {
    return this.#get(`${rotationPath(rotationRef)}/statistics`, query);
  }

  /** {@inheritDoc PipelinesApi.getHandoffs} */
  async getHandoffs({
    rotationRef,
    ...query
  }: Parameters<PipelinesApi['getHandoffs']>[0]): ReturnType<
    PipelinesApi['getHandoffs']
  > {
    return this.#get(`${rotationPath(rotationRef)}/handoffs`, query);
  }

  /** {@inheritDoc PipelinesApi.saveHandoff} */
  async saveHandoff({
    rotationRef,
    shiftNumber,
    record,
  }: Parameters<PipelinesApi['saveHandoff']>[0]): ReturnType<
    PipelinesApi['saveHandoff']
  > {
    const path = `${rotationPath(rotationRef)}/handoffs/${shiftNumber}`;
    return this.#send('PUT', path, record);
  }

  /** {@inheritDoc PipelinesApi.getCalendarFeeds} */
  async getCalendarFeeds(
    query: Parameters<PipelinesApi['getCalendarFeeds']>[0],
  ): ReturnType<PipelinesApi['getCalendarFeeds']> {
    return this.#get('/v1/calendars', query);
  }

  /** {@inheritDoc PipelinesApi.createCalendarFeed} */
  async createCalendarFeed(
    body: Parameters<PipelinesApi['createCalendarFeed']>[0],
  ): ReturnType<PipelinesApi['createCalendarFeed']> {
    return this.#send('POST', '/v1/calendars', body);
  }

  /** {@inheritDoc PipelinesApi.revokeCalendarFeed} */
  async revokeCalendarFeed({
    id,
  }: Parameters<PipelinesApi['revokeCalendarFeed']>[0]): ReturnType<
    PipelinesApi['revokeCalendarFeed']
  > {
    await this.#fetch(`/v1/calendars/${segment(id)}`, { method: 'DELETE' });
  }

  /** {@inheritDoc PipelinesApi.getRuns} */
  async getRuns({
    states,
    ...query
  }: Parameters<PipelinesApi['getRuns']>[0]): ReturnType<
    PipelinesApi['getRuns']
  > {
    return this.#get('/v1/runs', { ...query, state: states?.join(',') });
  }

  /** {@inheritDoc PipelinesApi.getRun} */
  async getRun({
    id,
  }: Parameters<PipelinesApi['getRun']>[0]): ReturnType<
    PipelinesApi['getRun']
  > {
    return this.#get(`/v1/runs/${segment(id)}`);
  }

  /** {@inheritDoc PipelinesApi.getRunSteps} */
  async getRunSteps({
    id,
  }: Parameters<PipelinesApi['getRunSteps']>[0]): ReturnType<
    PipelinesApi['getRunSteps']
  > {
    return this.#get(`/v1/runs/${segment(id)}/steps`);
  }

  /** {@inheritDoc PipelinesApi.getSeries} */
  async getSeries({
    pipelineRef,
    ...query
  }: Parameters<PipelinesApi['getSeries']>[0]): ReturnType<
    PipelinesApi['getSeries']
  > {
    return this.#get(`${pipelinePath(pipelineRef)}/series`, query);
  }

  /** {@inheritDoc PipelinesApi.getMeasurements} */
  async getMeasurements({
    pipelineRef,
    seriesId,
    ...query
  }: Parameters<PipelinesApi['getMeasurements']>[0]): ReturnType<
    PipelinesApi['getMeasurements']
  > {
    const series = `${pipelinePath(pipelineRef)}/series/${segment(seriesId)}`;
    return this.#get(`${series}/measurements`, query);
  }

  /** {@inheritDoc PipelinesApi.getAlerts} */
  async getAlerts({
    pipelineRef,
    ...query
  }: Parameters<PipelinesApi['getAlerts']>[0]): ReturnType<
    PipelinesApi['getAlerts']
  > {
    return this.#get(`${pipelinePath(pipelineRef)}/alerts`, query);
  }

  /** {@inheritDoc PipelinesApi.getMetricQueries} */
  async getMetricQueries({
    pipelineRef,
  }: Parameters<PipelinesApi['getMetricQueries']>[0]): ReturnType<
    PipelinesApi['getMetricQueries']
  > {
    return this.#get(`${pipelinePath(pipelineRef)}/queries`);
  }

  /** {@inheritDoc PipelinesApi.getFailingQueries} */
  async getFailingQueries(): ReturnType<PipelinesApi['getFailingQueries']> {
    return this.#get('/v1/queries', { state: 'failing' });
  }

  /** {@inheritDoc PipelinesApi.getUnclaimedJobs} */
  async getUnclaimedJobs(
    query: Parameters<PipelinesApi['getUnclaimedJobs']>[0] = {},
  ): ReturnType<PipelinesApi['getUnclaimedJobs']> {
    return this.#get('/v1/jobs', { ...query, claimed: false });
  }

  /** {@inheritDoc PipelinesApi.getSenders} */
  async getSenders(): ReturnType<PipelinesApi['getSenders']> {
    return this.#get('/v1/senders');
  }

  /** {@inheritDoc PipelinesApi.getRefusals} */
  async getRefusals(): ReturnType<PipelinesApi['getRefusals']> {
    return this.#get('/v1/refusals');
  }

  /** {@inheritDoc PipelinesApi.getSla} */
  async getSla({
    pipelineRef,
    ...query
  }: Parameters<PipelinesApi['getSla']>[0]): ReturnType<
    PipelinesApi['getSla']
  > {
    return this.#get(`${pipelinePath(pipelineRef)}/sla`, query);
  }

  /** {@inheritDoc PipelinesApi.getSlots} */
  async getSlots({
    pipelineRef,
    ...query
  }: Parameters<PipelinesApi['getSlots']>[0]): ReturnType<
    PipelinesApi['getSlots']
  > {
    return this.#get(`${pipelinePath(pipelineRef)}/slots`, query);
  }

  /** {@inheritDoc PipelinesApi.getIntervals} */
  async getIntervals({
    pipelineRef,
    ...query
  }: Parameters<PipelinesApi['getIntervals']>[0]): ReturnType<
    PipelinesApi['getIntervals']
  > {
    return this.#get(`${pipelinePath(pipelineRef)}/intervals`, query);
  }

  /** {@inheritDoc PipelinesApi.getScorecard} */
  async getScorecard(
    query: Parameters<PipelinesApi['getScorecard']>[0] = {},
  ): ReturnType<PipelinesApi['getScorecard']> {
    return this.#get('/v1/scorecard', { ...query });
  }

  /** {@inheritDoc PipelinesApi.getScorecardCsv} */
  async getScorecardCsv(
    query: Parameters<PipelinesApi['getScorecardCsv']>[0] = {},
  ): ReturnType<PipelinesApi['getScorecardCsv']> {
    return this.#getCsv('/v1/scorecard', { ...query });
  }

  /** {@inheritDoc PipelinesApi.getSlaCsv} */
  async getSlaCsv({
    pipelineRef,
    ...query
  }: Parameters<PipelinesApi['getSlaCsv']>[0]): ReturnType<
    PipelinesApi['getSlaCsv']
  > {
    return this.#getCsv(`${pipelinePath(pipelineRef)}/sla`, query);
  }

  /** {@inheritDoc PipelinesApi.getExclusions} */
  async getExclusions({
    pipelineRef,
    ...query
  }: Parameters<PipelinesApi['getExclusions']>[0]): ReturnType<
    PipelinesApi['getExclusions']
  > {
    return this.#get(`${pipelinePath(pipelineRef)}/exclusions`, query);
  }

  /** {@inheritDoc PipelinesApi.addExclusion} */
  async addExclusion({
    pipelineRef,
    exclusion,
  }: Parameters<PipelinesApi['addExclusion']>[0]): ReturnType<
    PipelinesApi['addExclusion']
  > {
    const path = `${pipelinePath(pipelineRef)}/exclusions`;
    return this.#send('POST', path, exclusion);
  }

  /** {@inheritDoc PipelinesApi.cancelExclusion} */
  async cancelExclusion({
    pipelineRef,
    id,
    reason,
  }: Parameters<PipelinesApi['cancelExclusion']>[0]): ReturnType<
    PipelinesApi['cancelExclusion']
  > {
    const exclusion = `${pipelinePath(pipelineRef)}/exclusions/${segment(id)}`;
    return this.#send('POST', `${exclusion}/cancel`, { reason });
  }

  /** {@inheritDoc PipelinesApi.getReviews} */
  async getReviews({
    pipelineRef,
    ...query
  }: Parameters<PipelinesApi['getReviews']>[0]): ReturnType<
    PipelinesApi['getReviews']
  > {
    return this.#get(`${pipelinePath(pipelineRef)}/reviews`, query);
  }

  /** {@inheritDoc PipelinesApi.addReview} */
  async addReview({
    pipelineRef,
    review,
  }: Parameters<PipelinesApi['addReview']>[0]): ReturnType<
    PipelinesApi['addReview']
  > {
    const path = `${pipelinePath(pipelineRef)}/reviews`;
    return this.#send('POST', path, review);
  }

  async #get<T>(path: string, query: Query = {}): Promise<T> {
    const response = await this.#fetch(withQuery(path, query));
    return response.json();
  }

  async #getCsv(path: string, query: Query): Promise<Blob> {
    const response = await this.#fetch(withQuery(path, query), {
      headers: { Accept: 'text/csv' },
    });
    return response.blob();
  }

  async #send<T>(
    method: 'POST' | 'PUT',
    path: string,
    body: object = {},
  ): Promise<T> {
    const response = await this.#fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('pipelines');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) search.set(key, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

function segment(text: string): string {
  return encodeURIComponent(text);
}

function pathOf(collection: string, ref: string): string {
  const { namespace, name } = parseEntityRef(ref);
  return `/v1/${collection}/${segment(namespace)}/${segment(name)}`;
}

function rotationPath(rotationRef: string): string {
  return pathOf('rotations', rotationRef);
}

function pipelinePath(pipelineRef: string): string {
  return pathOf('pipelines', pipelineRef);
}
