import { z } from 'zod';
import { EVENT_TIME, parseEventTime } from '../eventTime';

/** An instant in a facet, as tools write it. */
export const instant = z.string().transform((text, { addIssue }) => {
  const time = parseEventTime(text);
  if (time) return time.at;
  addIssue({ code: 'custom', message: `must be ${EVENT_TIME}` });
  return z.NEVER;
});
