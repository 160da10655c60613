/** Where the backend takes what tools send. */
export interface Doors {
  /** Scheme, host and port, such as `https://backstage.example.com`. */
  origin: string;
  /** Path of the plugin's API without its first slash, such as `api/pipelines`. */
  path: string;
}

/** Reads them from the base URL of the plugin's backend. */
export function doorsOf(baseUrl: string): Doors {
  const { origin, pathname } = new URL(baseUrl);
  return { origin, path: pathname.replace(/^\/+|\/+$/g, '') };
}

/** Lines to copy, and where they go. */
export interface Setting {
  /** What the lines are for, a sentence. */
  about: string;
  language: string;
  text: string;
}

/** What to set in one tool. */
export interface ToolSettings {
  id: string;
  title: string;
  settings: Setting[];
}

const TOKEN = '<token>';

function airflow({ origin, path }: Doors): Setting[] {
  const transport = {
    type: 'http',
    url: origin,
    endpoint: `${path}/v1/lineage`,
    auth: { type: 'api_key', api_key: TOKEN },
    compression: 'gzip',
  };
  return [
    {
      about:
        'In the environment of scheduler and workers, with the package apache-airflow-providers-openlineage. Jobs get the namespace that stands here, and the names of their DAGs.',
      language: 'bash',
      text: `AIRFLOW__OPENLINEAGE__TRANSPORT='${JSON.stringify(transport)}'
AIRFLOW__OPENLINEAGE__NAMESPACE='airflow'`,
    },
  ];
}

function spark({ origin, path }: Doors): Setting[] {
  return [
    {
      about:
        'In spark-defaults.conf or as --conf of spark-submit, with the package io.openlineage:openlineage-spark. The address must have no path: that is what the endpoint is for.',
      language: 'text',
      text: `spark.extraListeners io.openlineage.spark.agent.OpenLineageSparkListener
spark.openlineage.transport.type http
spark.openlineage.transport.url ${origin}
spark.openlineage.transport.endpoint /${path}/v1/lineage
spark.openlineage.transport.auth.type api_key
spark.openlineage.transport.auth.apiKey ${TOKEN}
spark.openlineage.transport.compression gzip
spark.openlineage.namespace spark`,
    },
  ];
}

function dbt(doors: Doors): Setting[] {
  const { origin, path } = doors;
  return [
    {
      about:
        'With the package openlineage-dbt. The client drops a path in OPENLINEAGE_URL, so it stands in OPENLINEAGE_ENDPOINT.',
      language: 'bash',
      text: `export OPENLINEAGE_URL=${origin}
export OPENLINEAGE_ENDPOINT=${path}/v1/lineage
export OPENLINEAGE_API_KEY=${TOKEN}
export OPENLINEAGE_NAMESPACE=dbt
dbt-ol run`,
    },
    {
      about:
        'Or without that package: post the files that dbt writes, after dbt source freshness and after dbt build. Namespace and name make a run of the second; leave them away where dbt sends OpenLineage too, or each run is there twice.',
      language: 'bash',
      text: `curl --fail --retry 5 -H "Authorization: Bearer ${TOKEN}" -H "Content-Type: application/json" \\
  --data-binary @target/sources.json \\
  "${origin}/${path}/v1/dbt/sources?pipelineRef=<pipeline>"
curl --fail --retry 5 -H "Authorization: Bearer ${TOKEN}" -H "Content-Type: application/json" \\
  --data-binary @target/run_results.json \\
  "${origin}/${path}/v1/dbt/run-results?pipelineRef=<pipeline>&namespace=dbt&name=<job>"`,
    },
  ];
}

function flink({ origin, path }: Doors): Setting[] {
  return [
    {
      about:
        "In Flink's config.yaml, from Flink 2.0 on, with openlineage-flink among the libraries of the cluster. The address must have no path: that is what the endpoint is for.",
      language: 'yaml',
      text: `execution.job-status-changed-listeners: io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory
classloader.parent-first-patterns.additional: ["io.openlineage."]
openlineage.transport.type: http
openlineage.transport.url: ${origin}
openlineage.transport.endpoint: /${path}/v1/lineage
openlineage.transport.auth.type: api_key
openlineage.transport.auth.apiKey: ${TOKEN}
openlineage.transport.compression: gzip
openlineage.job.namespace: flink`,
    },
  ];
}

function curl({ origin, path }: Doors): Setting[] {
  return [
    {
      about:
        'A figure from any script. The same metric and instant again is a repeat, and is kept once.',
      language: 'bash',
      text: `curl --fail --retry 5 -H "Authorization: Bearer ${TOKEN}" -H "Content-Type: application/json" \\
  -d '{"measurements":[{"pipelineRef":"<pipeline>","metric":"accounts.included","at":"2026-11-23T06:00:00Z","good":1998,"total":2014}]}' \\
  ${origin}/${path}/v1/measurements`,
    },
    {
      about: 'The begin of a run, and with "COMPLETE" or "FAIL" its end.',
      language: 'bash',
      text: `curl --fail --retry 5 -H "Authorization: Bearer ${TOKEN}" -H "Content-Type: application/json" \\
  -d '{"eventType":"START","eventTime":"2026-11-23T06:00:00Z","producer":"https://example.com/scripts","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json#/definitions/RunEvent","run":{"runId":"0193577e-0000-7000-8000-000000000001"},"job":{"namespace":"scripts","name":"profit"}}' \\
  ${origin}/${path}/v1/lineage`,
    },
  ];
}

function alertmanager({ origin, path }: Doors): Setting[] {
  return [
    {
      about:
        "In Alertmanager's configuration: alerts that have the label pipeline are sent here as well.",
      language: 'yaml',
      text: `route:
  routes:
    - matchers: ['pipeline=~".+"']
      receiver: backstage-pipelines
      continue: true
receivers:
  - name: backstage-pipelines
    webhook_configs:
      - url: ${origin}/${path}/v1/alerts/alertmanager
        send_resolved: true
        http_config:
          authorization:
            credentials: ${TOKEN}`,
    },
    {
      about:
        'In the alerting rule of Prometheus: which pipeline it is about, by name or by reference.',
      language: 'yaml',
      text: `labels:
  pipeline: <pipeline>
  severity: critical`,
    },
  ];
}

/** What to set in each tool so that it tells this backend. */
export function toolSettings(baseUrl: string): ToolSettings[] {
  const doors = doorsOf(baseUrl);
  return [
    { id: 'airflow', title: 'Airflow', settings: airflow(doors) },
    { id: 'spark', title: 'Spark', settings: spark(doors) },
    { id: 'dbt', title: 'dbt', settings: dbt(doors) },
    { id: 'flink', title: 'Flink', settings: flink(doors) },
    { id: 'curl', title: 'curl', settings: curl(doors) },
    {
      id: 'alertmanager',
      title: 'Alertmanager',
      settings: alertmanager(doors),
    },
  ];
}

/** Lets a tool in: a key that may do nothing but send. */
export const KEY_SETTING: Setting = {
  about:
    "In the backend's own configuration, one entry for each tool. The key lets it send, and nothing else; its subject is the name by which senders are listed here.",
  language: 'yaml',
  text: `backend:
  auth:
    externalAccess:
      - type: static
        options:
          token: \${AIRFLOW_TO_BACKSTAGE_TOKEN}
          subject: airflow
        accessRestrictions:
          - plugin: pipelines
            permission: pipelines.ingest.send`,
};
