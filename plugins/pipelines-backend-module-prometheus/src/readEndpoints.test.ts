import { ConfigReader } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import { readEndpoints } from './readEndpoints';

const url = 'https://prometheus.example.com';

const read = (prometheus: JsonValue) =>
  readEndpoints(new ConfigReader({ pipelines: { prometheus } }));

const readDefault = (endpoint: JsonObject) =>
  read({ endpoints: { default: endpoint } }).get('default');

const DEFAULT = 'pipelines.prometheus.endpoints.default';

describe('readEndpoints', () => {
  it('reads each endpoint under its name', () => {
    const endpoints = read({
      endpoints: {
        default: { url },
        'eu-west': {
          url: 'http://10.0.0.1:9090/prometheus/',
          headers: { Authorization: 'Bearer s3cr3t' },
          timeout: { seconds: 5 },
        },
      },
    });
    expect([...endpoints]).toEqual([
      ['default', { name: 'default', url, headers: {}, timeoutMs: 10_000 }],
      [
        'eu-west',
        {
          name: 'eu-west',
          url: 'http://10.0.0.1:9090/prometheus',
          headers: { Authorization: 'Bearer s3cr3t' },
          timeoutMs: 5_000,
        },
      ],
    ]);
  });

  it.each([
    ['no configuration', new ConfigReader({})],
    ['no endpoints', new ConfigReader({ pipelines: { prometheus: {} } })],
  ])('reads nothing of %s', (_, config) => {
    expect([...readEndpoints(config)]).toEqual([]);
  });

  it.each([['5s'], ['PT5S'], [{ milliseconds: 5_000 }]])(
    'reads a timeout of %p',
    timeout => {
      expect(readDefault({ url, timeout })?.timeoutMs).toBe(5_000);
    },
  );

  it('takes the line break off that a secret in a file ends with', () => {
    const headers = { Authorization: 'Bearer s3cr3t\n' };
    expect(() => readDefault({ url, headers })).not.toThrow();
  });

  const ADDRESS =
    'url must be a http or https address without user, password, query and fragment; what authorizes goes into headers';
  const TIMEOUT =
    'timeout must be a duration such as 5s or { seconds: 5 }, more than 0 and at most 10 seconds';

  it.each<[string, JsonObject, string]>([
    ['no address', {}, 'url must be a http or https address'],
    ['a number', { url: 9090 }, 'url must be a http or https address'],
    ['no scheme', { url: 'prometheus:9090' }, ADDRESS],
    ['another scheme', { url: 'file:///etc/passwd' }, ADDRESS],
    ['a password', { url: 'https://me:s3cr3t@prometheus' }, ADDRESS],
    ['a query', { url: `${url}?token=s3cr3t` }, ADDRESS],
    [
      'another key',
      { url, token: 's3cr3t' },
      'must have no other keys than url, headers, timeout',
    ],
    [
      'headers that are a text',
      { url, headers: 's3cr3t' },
      'headers must be an object of names and texts',
    ],
    [
      'a header that is a number',
      { url, headers: { Authorization: 5 } },
      'headers.Authorization must be text',
    ],
    [
      'a header of two lines',
      { url, headers: { Authorization: 's3cr3t\r\nA: b' } },
      'headers.Authorization must be a header of HTTP, on one line',
    ],
    [
      'a name that no header has',
      { url, headers: { 'A B': 's3cr3t' } },
      'headers.A B must be a header of HTTP, on one line',
    ],
    ['a timeout that is none', { url, timeout: 'soon' }, TIMEOUT],
    ['a timeout of nothing', { url, timeout: '0s' }, TIMEOUT],
    ['a timeout longer than anybody waits', { url, timeout: '11s' }, TIMEOUT],
    ['a timeout that is a number', { url, timeout: 5 }, TIMEOUT],
  ])('refuses %s, by its path, and repeats no secret', (_, endpoint, fault) => {
    const separator = fault.startsWith('must') ? ' ' : '.';
    const refused = () => readDefault(endpoint);
    expect(refused).toThrow(
      new Error(`Invalid configuration: ${DEFAULT}${separator}${fault}`),
    );
    expect(refused).not.toThrow('s3cr3t');
  });

  it.each<[string, JsonValue, string]>([
    ['a text', 'http://x', 'pipelines.prometheus must be an object'],
    [
      'another key',
      { url },
      'pipelines.prometheus must have no other keys than endpoints',
    ],
    [
      'a list',
      { endpoints: [{ url }] },
      'pipelines.prometheus.endpoints must be an object of endpoints by their names',
    ],
    [
      'a name that no Pipeline can write',
      { endpoints: { EU: { url } } },
      'pipelines.prometheus.endpoints.EU must be named with lower-case letters, digits and dashes, such as default',
    ],
    [
      'an endpoint that is a text',
      { endpoints: { default: 'http://x' } },
      `${DEFAULT} must be an object`,
    ],
  ])('refuses %s', (_, prometheus, fault) => {
    expect(() => read(prometheus)).toThrow(
      new Error(`Invalid configuration: ${fault}`),
    );
  });
});
