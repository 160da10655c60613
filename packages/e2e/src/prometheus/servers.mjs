// What is asked: an exporter of consumer lag, and a Prometheus that scrapes it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { until } from './until.mjs';

/** Serves the lag of a consumer group, as kafka_exporter does. */
export async function startExporter() {
  const exporter = { lag: 42 };
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/plain; version=0.0.4');
    response.end(
      [
        '# TYPE kafka_consumergroup_lag gauge',
        `kafka_consumergroup_lag{consumergroup="clicks",topic="clicks",partition="0"} ${exporter.lag}`,
        'kafka_consumergroup_lag{consumergroup="clicks",topic="clicks",partition="1"} 3',
        '',
      ].join('\n'),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(exporter, {
    port: server.address().port,
    stop: () => server.close(),
  });
}

/** A Prometheus of our own, in a folder of its own. */
export async function startPrometheus({ folder, port, exporter }) {
  const config = join(folder, 'prometheus.yml');
  await writeFile(
    config,
    JSON.stringify({
      global: { scrape_interval: '1s', scrape_timeout: '1s' },
      scrape_configs: [
        {
          job_name: 'kafka',
          static_configs: [{ targets: [`127.0.0.1:${exporter.port}`] }],
        },
      ],
    }),
  );
  const child = spawn(
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  process.once('exit', () => child.kill('SIGKILL'));
  await once(child, 'spawn');
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  try {
    const url = new URL(`http://127.0.0.1:${port}/api/v1/query`);
    url.searchParams.set('query', `kafka_consumergroup_lag == ${exporter.lag}`);
    await until('Prometheus to scrape', async () => {
      const { data } = await (await fetch(url)).json();
      return data.result.length > 0;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
