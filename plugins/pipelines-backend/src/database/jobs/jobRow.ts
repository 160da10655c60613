import { Knex } from 'knex';

/** A row of the table `jobs`. */
export type JobRow = {
  id: string;
  namespace: string;
  name: string;
  /** It is started by a job that was heard of itself. */
  is_step: boolean;
  first_heard_at: string;
  last_heard_at: string;
  producer: string;
  sender: string;
  /** JSON: names of data sets. */
  outputs: string;
};

/** A row of the table `job_parents`. */
type JobParentRow = { parent_id: string; job_id: string };

/** The jobs. */
export function jobsTable(knex: Knex) {
  return knex<JobRow>('jobs');
}

/** Which jobs start which. */
export function jobParentsTable(knex: Knex) {
  return knex<JobParentRow>('job_parents');
}
