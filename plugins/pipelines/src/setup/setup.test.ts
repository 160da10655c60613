import { Entity, KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { checkEntity } from '@techflow/backstage-plugin-pipelines-common';
import { parse } from 'yaml';
import { claimStub, entityNameOf, pipelineStub, toolSettings } from '.';

/** Names that tools give; each has broken somebody's YAML or catalog. */
const JOBS = [
  { namespace: 'airflow', name: 'profit_monthly' },
  { namespace: 'airflow', name: 'profit.load: "daily" #1' },
  { namespace: 'spark://host:7077', name: "it's & <b>bold</b> %TAG *x" },
  { namespace: 'yes', name: 'null' },
  { namespace: '1.0', name: '007' },
  { namespace: 'a\nb', name: 'line\nbreak\t- x: y' },
  { namespace: 'Umsätze', name: 'Gewinn für März' },
  { namespace: '売上', name: '利益計算' },
  { namespace: 'n', name: '🚀' },
  { namespace: 'n', name: `${'very-long-'.repeat(30)}end` },
];

describe('pipelineStub', () => {
  it.each(JOBS)('is a Pipeline without a fault, for %j', job => {
    const entity: Entity = parse(pipelineStub(job));
    expect(checkEntity(entity)).toEqual([]);
    expect(entity.spec?.jobs).toEqual([job]);
    expect(entity.metadata.title).toBe(job.name);
    expect(
      KubernetesValidatorFunctions.isValidObjectName(entity.metadata.name),
    ).toBe(true);
  });

  it('marks what only people know', () => {
    const stub = pipelineStub(JOBS[0]);
    expect(stub).toContain('owner: group:<owner>');
    expect(stub).toContain('purpose: <what it is for');
  });
});

describe('claimStub', () => {
  it.each(JOBS)('claims the job in the spec of a Pipeline, for %j', job => {
    expect(parse(claimStub(job))).toEqual({ spec: { jobs: [job] } });
    const whole = parse(pipelineStub({ namespace: 'other', name: 'other' }));
    const { jobs } = parse(claimStub(job)).spec;
    expect(checkEntity({ ...whole, spec: { ...whole.spec, jobs } })).toEqual(
      [],
    );
  });
});

describe('entityNameOf', () => {
  it.each([
    ['profit_monthly', 'profit-monthly'],
    ['Churn Monthly', 'churn-monthly'],
    ['--x--', 'x'],
    ['Gewinn für März', 'gewinn-fur-marz'],
    ['利益計算', 'pipeline'],
  ])('of %s is %s', (job, name) => {
    expect(entityNameOf(job)).toBe(name);
  });
});

describe('toolSettings', () => {
  const tools = toolSettings('https://backstage.example.com/api/pipelines');
  const textOf = (id: string) =>
    tools
      .find(tool => tool.id === id)
      ?.settings.map(({ text }) => text)
      .join('\n') ?? '';

  it('has the tools in order', () => {
    expect(tools.map(({ title }) => title)).toEqual([
      'Airflow',
      'Spark',
      'dbt',
      'Flink',
      'curl',
      'Alertmanager',
    ]);
  });

  it('gives Airflow a transport that is JSON, with the path in the endpoint', () => {
    const [, json = ''] = /TRANSPORT='(.*)'/.exec(textOf('airflow')) ?? [];
    expect(JSON.parse(json)).toEqual({
      type: 'http',
      url: 'https://backstage.example.com',
      endpoint: 'api/pipelines/v1/lineage',
      auth: { type: 'api_key', api_key: '<token>' },
      compression: 'gzip',
    });
  });

  it.each(['spark', 'flink'])(
    'gives %s an address without a path: its client refuses both together',
    id => {
      expect(textOf(id)).toMatch(
        /transport\.url:? https:\/\/backstage\.example\.com$/m,
      );
      expect(textOf(id)).toMatch(
        /transport\.endpoint:? \/api\/pipelines\/v1\/lineage$/m,
      );
    },
  );

  it('gives dbt the endpoint apart: its client drops the path of the address', () => {
    expect(textOf('dbt')).toContain(
      'OPENLINEAGE_URL=https://backstage.example.com\n',
    );
    expect(textOf('dbt')).toContain(
      'OPENLINEAGE_ENDPOINT=api/pipelines/v1/lineage\n',
    );
  });

  it.each(['flink', 'alertmanager'])('gives %s lines that are YAML', id => {
    const { settings = [] } = tools.find(tool => tool.id === id) ?? {};
    expect(settings).not.toHaveLength(0);
    settings.forEach(({ text }) => expect(parse(text)).toBeInstanceOf(Object));
  });

  it('posts JSON with curl', () => {
    const bodies = [...textOf('curl').matchAll(/-d '(.*)'/g)];
    expect(bodies).toHaveLength(2);
    bodies.forEach(([, body]) => expect(() => JSON.parse(body)).not.toThrow());
  });

  it('keeps the path of a backend that does not stand at the root', () => {
    const [airflow] = toolSettings('https://example.com/portal/api/pipelines/');
    expect(airflow.settings[0].text).toContain(
      '"url":"https://example.com","endpoint":"portal/api/pipelines/v1/lineage"',
    );
  });
});
