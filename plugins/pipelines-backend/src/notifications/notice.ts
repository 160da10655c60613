import { createHash } from 'node:crypto';
import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { OutboxMessage } from '../database';

/** What people can switch off one by one in their notification settings. */
export type NoticeTopic =
  | 'on-call-changes'
  | 'on-call-duty'
  | 'on-call-handoffs';

/** Something that one person is to be told about a rotation. */
export interface Notice {
  /** What it is about, without the person: told once to each. */
  readonly about: string;
  /** Entity reference of whom to tell. */
  readonly recipient: string;
  /** Entity reference of the rotation. */
  readonly rotationRef: string;
  readonly title: string;
  readonly description: string;
  /** High when duty begins at once, else normal. */
  readonly severity: 'high' | 'normal';
  readonly topic: NoticeTopic;
}

/** What the notifications backend keeps of a title and of a scope. */
const KEPT_LENGTH = 255;

const payloadSchema = z.object({
  title: z.string(),
  description: z.string(),
  link: z.string(),
  severity: z.enum(['high', 'normal']),
  topic: z.string(),
});

/** What stands in the outbox, back in its form. */
export type NoticePayload = z.output<typeof payloadSchema>;

/** @throws ZodError if nobody of ours wrote it */
export function readPayload(payload: unknown): NoticePayload {
  return payloadSchema.parse(payload);
}

/** The page of a rotation, within the app. */
export function rotationPage(rotationRef: string): string {
  const { namespace, name } = parseEntityRef(rotationRef);
  return `/catalog/${namespace}/rotation/${name}`;
}

/** A notice as the outbox keeps it until `at`. */
export function toMessage(notice: Notice, at: Date): OutboxMessage {
  const { about, recipient, rotationRef, ...told } = notice;
  const { title, description, severity, topic } = told;
  return {
    key: `on-call/${about}/${recipient}`,
    recipients: [recipient],
    payload: {
      title: title.slice(0, KEPT_LENGTH),
      description,
      link: rotationPage(rotationRef),
      severity,
      topic,
    },
    at,
  };
}

/**
 * The scope of the Backstage notification for a key: what is sent again with the
 * same scope updates the first instead of being a second.
 */
export function scopeOf(key: string): string {
  return key.length <= KEPT_LENGTH
    ? key
    : createHash('sha256').update(key).digest('hex');
}
