import { z } from 'zod';
import { Reader } from '../heard';
import {
  parseBody,
  parseEach,
  tooOld,
  unlessAllRefused,
} from '../measurements/refusal';
import { toHeardAlert, wireAlert } from './wireAlert';

const bodySchema = z.object({
  version: z.literal('4', {
    error: 'must be "4", the version of the webhook of Alertmanager',
  }),
  alerts: z.array(z.unknown()),
});

/**
 * Reads what the webhook of Alertmanager sends. Which pipeline an alert is about
 * is said by its label `pipeline`.
 */
export const readAlerts: Reader = ({ body, receivedAt, oldest }) => {
  const items = parseBody(bodySchema, body).alerts;
  const { parsed, refused } = parseEach({
    schema: wireAlert
      .transform(each => toHeardAlert(each, receivedAt))
      // One that fires is kept, however long it does.
      .refine(({ endsAt }) => !endsAt || endsAt >= oldest, {
        path: ['endsAt'],
        error: tooOld(oldest),
      }),
    items,
    path: 'alerts',
  });
  return unlessAllRefused({
    received: items.length,
    measurements: [],
    alerts: parsed,
    refused,
  });
};
