import { z } from 'zod';
import { parse } from '../../router/parse';
import { Measurement, Reader } from '../heard';
import { pipelineRef } from '../measurements/pipelineRef';
import {
  parseBody,
  parseEach,
  tooOld,
  unlessAllRefused,
} from '../measurements/refusal';
import { artifact, keyOf, Metadata, notOlder } from './artifact';
import { SourceResult, sourceResult } from './sourceResult';

const querySchema = z.strictObject({ pipelineRef });

const bodySchema = artifact({ schemas: ['sources', 'freshness'] });

function measured(
  { source, isFresh, newest, checkedAt }: SourceResult,
  {
    metadata,
    subject,
  }: { metadata: Metadata; subject: Measurement['subject'] },
): Measurement[] {
  const common = {
    subject,
    dimensions: { source },
    at: checkedAt ?? metadata.generated_at,
    key: keyOf(metadata, source),
  };
  const fresh: Measurement = {
    ...common,
    metric: 'source.fresh',
    figure: { good: isFresh ? 1 : 0, total: 1 },
  };
  if (!newest) return [fresh];
  const figure = newest.getTime() / 1_000;
  return [{ ...common, metric: 'source.newest', figure }, fresh];
}

/**
 * Reads `sources.json` of dbt, as `dbt source freshness` writes it, and
 * `freshness.json` of dbt 2: how new the data of each source is, and whether
 * that is new enough. A source that is not in the file was not looked at.
 */
export const readSources: Reader = ({ body, query, oldest }) => {
  const subject = parse(querySchema, query);
  const { metadata, results } = parseBody(notOlder(bodySchema, oldest), body);
  const { parsed, refused } = parseEach({
    schema: sourceResult.refine(
      ({ checkedAt }) => !checkedAt || checkedAt >= oldest,
      { path: ['snapshotted_at'], error: tooOld(oldest) },
    ),
    items: results,
    path: 'results',
  });
  return unlessAllRefused({
    received: results.length,
    measurements: parsed.flatMap(each => measured(each, { metadata, subject })),
    refused,
  });
};
