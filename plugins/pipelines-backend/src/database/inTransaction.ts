import { Knex } from 'knex';

// PostgreSQL ends one of two transactions that wait for each other: 40P01, and
// 40001 where it cannot put them into an order.
const AGAIN = ['40P01', '40001'];
const TRIES = 4;

function isWorthAnotherTry(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    AGAIN.includes(error.code)
  );
}

/** Runs a transaction, and again when the database ended it for another one. */
export async function inTransaction<T>(
  knex: Knex,
  act: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await knex.transaction(act);
    } catch (error) {
      if (tried === TRIES || !isWorthAnotherTry(error)) throw error;
    }
  }
}
