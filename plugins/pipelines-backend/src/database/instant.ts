const LENGTH = '2026-11-26T14:00:00.000Z'.length;

/**
 * An instant as the tables hold it: text, ISO 8601 in UTC, always of the same
 * length, so that it sorts as the instants do. Timestamp columns come back as
 * numbers from SQLite and as dates from PostgreSQL; text is text on both.
 *
 * @throws RangeError outside the years 0 to 9999, whose text is longer
 */
export function fromDate(date: Date): string {
  const text = date.toISOString();
  if (text.length !== LENGTH) {
    throw new RangeError(`${text} is too far away to be stored`);
  }
  return text;
}

/** Back from the form of {@link fromDate}. */
export function toDate(text: string): Date {
  return new Date(text);
}

/** {@link toDate} of a column that may be null; null becomes undefined. */
export function toOptionalDate(text: string | null): Date | undefined {
  return text === null ? undefined : toDate(text);
}
