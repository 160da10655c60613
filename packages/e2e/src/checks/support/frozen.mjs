import { execFileSync } from 'node:child_process';

/** A PostgreSQL's process, and those of its connections. */
function processesOf(postmaster) {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], {
    encoding: 'utf8',
  });
  const children = table
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === postmaster)
    .map(([pid]) => pid);
  // First the one that makes others.
  return [postmaster, ...children];
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    // A connection may have ended meanwhile.
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Stops a PostgreSQL where it stands: connections stay open, and nothing answers.
 * What is passed is a Knex of a superuser.
 *
 * @returns a function that lets it go on
 */
export async function freeze(knex) {
  const { rows } = await knex.raw(
    "select split_part(pg_read_file('postmaster.pid'), chr(10), 1) as pid",
  );
  const pids = processesOf(Number(rows[0].pid));
  for (const pid of pids) signal(pid, 'SIGSTOP');
  return () => {
    for (const pid of pids) signal(pid, 'SIGCONT');
  };
}
