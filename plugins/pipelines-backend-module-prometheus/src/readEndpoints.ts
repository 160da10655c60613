import {
  Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

const PATH = 'pipelines.prometheus';

/** The pipelines backend waits no longer than this for an answer. */
const LONGEST_MS = 10_000;

/** A server that may be asked. */
export interface Endpoint {
  readonly name: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return (
    /^https?:$/.test(protocol) &&
    [username, password, search, hash].every(part => part === '')
  );
}

function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

// No message repeats what it found: that may be a secret in the wrong place.
const url = z
  .string({ error: 'must be a http or https address' })
  .refine(
    isPlainAddress,
    'must be a http or https address without user, password, query and fragment; what authorizes goes into headers',
  )
  .transform(text => text.replace(/\/+$/, ''));

const headers = z
  .record(z.string(), z.string({ error: 'must be text' }), {
    error: 'must be an object of names and texts',
  })
  .superRefine((named, { addIssue }) => {
    for (const [name, value] of Object.entries(named)) {
      if (isHeader(name, value)) continue;
      const message = 'must be a header of HTTP, on one line';
      addIssue({ code: 'custom', path: [name], message });
    }
  });

const TIMEOUT =
  'must be a duration such as 5s or { seconds: 5 }, more than 0 and at most 10 seconds';

function millisecondsOf(duration: string | Record<string, number>): number {
  try {
    const config = new ConfigReader({ duration });
    return durationToMilliseconds(
      readDurationFromConfig(config, { key: 'duration' }),
    );
  } catch {
    return NaN;
  }
}

const timeout = z
  .union([z.string(), z.record(z.string(), z.number())], { error: TIMEOUT })
  .transform(millisecondsOf)
  .refine(
    milliseconds => milliseconds > 0 && milliseconds <= LONGEST_MS,
    TIMEOUT,
  );

const KEYS = {
  url,
  headers: headers.default({}),
  timeout: timeout.default(LONGEST_MS),
};

/** As the Pipeline's spec has it; under another name nobody could ask it. */
const endpointName = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

function onlyKeys(keys: readonly string[]) {
  return ({ code }: { code: string }) =>
    code === 'unrecognized_keys'
      ? `must have no other keys than ${keys.join(', ')}`
      : 'must be an object';
}

const schema = z.strictObject(
  {
    endpoints: z
      .record(
        endpointName,
        z.strictObject(KEYS, { error: onlyKeys(Object.keys(KEYS)) }),
        {
          error: ({ code }) =>
            code === 'invalid_key'
              ? 'must be named with lower-case letters, digits and dashes, such as default'
              : 'must be an object of endpoints by their names',
        },
      )
      .default({}),
  },
  { error: onlyKeys(['endpoints']) },
);

function sentence({ path, message }: z.core.$ZodIssue): string {
  return `${[PATH, ...path].join('.')} ${message}`;
}

/**
 * The endpoints of the configuration, by name.
 *
 * @throws Error that names each path that is wrong, and what is allowed there
 */
export function readEndpoints(config: Config): Map<string, Endpoint> {
  const result = schema.safeParse(config.getOptional(PATH) ?? {});
  if (!result.success) {
    throw new Error(
      `Invalid configuration: ${result.error.issues.map(sentence).join('; ')}`,
    );
  }
  return new Map(
    Object.entries(result.data.endpoints).map(([name, endpoint]) => [
      name,
      {
        name,
        url: endpoint.url,
        headers: endpoint.headers,
        timeoutMs: endpoint.timeout,
      },
    ]),
  );
}
