import { z } from 'zod';
import { nothing, parse } from '../../router/parse';
import { Reader } from '../heard';
import { newMeasurement } from './newMeasurement';
import { parseBody, parseEach, tooOld, unlessAllRefused } from './refusal';

const MOST_ITEMS = 5_000;

const bodySchema = z.strictObject({
  measurements: z
    .array(z.unknown(), { error: 'must be a list of measurements' })
    .min(1, 'must have an item')
    .max(MOST_ITEMS, `must have at most ${MOST_ITEMS} items`),
});

/** Reads the body of `POST /v1/measurements`: figures in our own form. */
export const readMeasurements: Reader = ({ body, query, oldest }) => {
  parse(nothing, query);
  const items = parseBody(bodySchema, body).measurements;
  const { parsed, refused } = parseEach({
    schema: newMeasurement.refine(({ at }) => at >= oldest, {
      path: ['at'],
      error: tooOld(oldest),
    }),
    items,
    path: 'measurements',
  });
  return unlessAllRefused({
    received: items.length,
    measurements: parsed,
    refused,
  });
};
