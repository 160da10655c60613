import { z } from 'zod';
import { LONGEST_DIMENSION } from '../measurements/newMeasurement';
import { asOneLine, oneLine } from '../measurements/oneLine';

const type = oneLine({ longest: LONGEST_DIMENSION }).min(1).nullish();

const count = z.number().min(0).nullish().catch(null);

const rawResult = z.object({
  success: z.boolean({ error: 'must be true or false' }),
  expectation_config: z.looseObject({
    // Version 1 says `type`.
    type,
    expectation_type: type,
    kwargs: z
      .looseObject({ column: z.string().nullish().catch(null) })
      .nullish()
      .catch(null),
  }),
  result: z
    .object({ element_count: count, unexpected_count: count })
    .nullish()
    .catch(null),
  exception_info: z.unknown().optional(),
});

const raised = z.object({
  raised_exception: z.literal(true),
  exception_message: z.string().nullish().catch(null),
});

/**
 * Why an expectation could not be tried, if so. Great Expectations says that it
 * was not met then, which is not known. It tells of one exception, or of one for
 * each metric that was asked for, by its name.
 */
function exceptionIn(info: unknown): string | undefined {
  if (typeof info !== 'object' || info === null) return undefined;
  for (const each of [info, ...Object.values(info)]) {
    const { success, data } = raised.safeParse(each);
    if (success) return data.exception_message ?? '';
  }
  return undefined;
}

/** @returns undefined if it is nested too deeply to be written */
function asText(config: object): string | undefined {
  try {
    return JSON.stringify(config);
  } catch (error) {
    // JSON can be parsed that is deeper than what can be written again.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An expectation, and whether it was met. */
export interface ExpectationResult {
  /** Its type, such as `expect_column_values_to_be_unique`. */
  readonly assertion: string;
  /** All that was asked for, which tells it from others of its type. */
  readonly config: string;
  readonly column?: string;
  readonly isMet: boolean;
  /** How many of the values it looked at are as expected. */
  readonly values?: { readonly good: number; readonly total: number };
}

/** A result of a suite; see {@link ExpectationResult}. */
export const expectationResult = rawResult.transform(
  (raw, { addIssue }): ExpectationResult => {
    const refuse = (path: string[], message: string) => {
      addIssue({ code: 'custom', path, message, input: raw });
      return z.NEVER;
    };
    const exception = exceptionIn(raw.exception_info);
    if (exception !== undefined) {
      const why = asOneLine(exception, { longest: 300 }) ?? 'without a message';
      return refuse(
        ['exception_info'],
        `an exception was raised, so nothing was measured (${why})`,
      );
    }
    const { type: newName, expectation_type: oldName } = raw.expectation_config;
    const assertion = newName ?? oldName;
    if (!assertion) {
      const message = 'must be the type of an expectation';
      return refuse(['expectation_config', 'type'], message);
    }
    const config = asText(raw.expectation_config);
    if (config === undefined) {
      return refuse(['expectation_config'], 'is nested too deeply');
    }
    const told = raw.expectation_config.kwargs?.column ?? '';
    const column = asOneLine(told, { longest: LONGEST_DIMENSION });
    const { element_count: total, unexpected_count: unexpected } =
      raw.result ?? {};
    const areCounted =
      typeof total === 'number' &&
      typeof unexpected === 'number' &&
      unexpected <= total;
    return {
      assertion,
      config,
      isMet: raw.success,
      ...(column && { column }),
      ...(areCounted && { values: { good: total - unexpected, total } }),
    };
  },
);
