import { Knex } from 'knex';
import { fromDate } from '../instant';
import { OutboxMessage } from './NotificationOutbox';

/** A row of the outbox. */
export type OutboxRow = {
  key: string;
  recipients: string;
  payload: string;
  due_at: string;
  next_at: string | null;
  owner: string | null;
  attempts: number;
  last_error: string | null;
  closed_at: string | null;
};

/** The messages, by key. */
export function outbox(knex: Knex) {
  return knex<OutboxRow>('notification_outbox');
}

export function toRow(message: OutboxMessage): OutboxRow {
  return {
    key: message.key,
    recipients: JSON.stringify(message.recipients),
    payload: JSON.stringify(message.payload),
    due_at: fromDate(message.at),
    next_at: fromDate(message.at),
    owner: null,
    attempts: 0,
    last_error: null,
    closed_at: null,
  };
}

/**
 * Enqueues messages within the transaction that stores what they are about: so
 * there is never the one without the other, whenever a backend dies.
 */
export async function enqueueWith(
  transaction: Knex.Transaction,
  messages: readonly OutboxMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await outbox(transaction)
    .insert(messages.map(toRow))
    .onConflict('key')
    .ignore();
}
