import {
  API_VERSION,
  JobName,
} from '@techflow/backstage-plugin-pipelines-common';
import { stringify } from 'yaml';

/** The catalog takes names of 1 to 63 letters, digits and separators. */
const LONGEST_NAME = 63;

/** A name for the entity, made from a job's: `Profit Monthly` is `profit-monthly`. */
export function entityNameOf(jobName: string): string {
  const name = jobName
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '');
  return name || 'pipeline';
}

// Long names stay on one line: a folded one is right, but nobody recognises it.
const toYaml = (value: object) => stringify(value, { lineWidth: 0 });

const jobOf = ({ namespace, name }: JobName) => ({ namespace, name });

/** Lines that claim a job, for a Pipeline that there is. */
export function claimStub(job: JobName): string {
  return toYaml({ spec: { jobs: [jobOf(job)] } });
}

/**
 * A whole Pipeline that claims a job. What only people know is in `<…>`; it
 * passes the check of our schema as it is.
 */
export function pipelineStub(job: JobName): string {
  return toYaml({
    apiVersion: API_VERSION,
    kind: 'Pipeline',
    metadata: { name: entityNameOf(job.name), title: job.name },
    spec: {
      type: 'batch',
      lifecycle: 'production',
      owner: 'group:<owner>',
      criticality: 'medium',
      purpose: '<what it is for, in a sentence>',
      jobs: [jobOf(job)],
    },
  });
}
