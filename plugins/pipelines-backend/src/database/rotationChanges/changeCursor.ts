import { InputError } from '@backstage/errors';
import { ChangeRow } from './changeRow';

const FORM = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/;

/** Where a page of changes, newest first, goes on: after this row. */
export type ChangePosition = Pick<ChangeRow, 'requested_at' | 'id'>;

export function toCursor({ requested_at, id }: ChangePosition): string {
  return `${requested_at}_${id}`;
}

/** @throws InputError if no page ended with this text */
export function parseCursor(cursor: string): ChangePosition {
  const [, requested_at, id] = FORM.exec(cursor) ?? [];
  if (!id) throw new InputError('cursor: must be the nextCursor of a page');
  return { requested_at, id };
}
