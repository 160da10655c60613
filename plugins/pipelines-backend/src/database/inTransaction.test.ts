import { TestDatabases } from '@backstage/backend-test-utils';
import { inTransaction } from './inTransaction';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const failing = (code: string) => Object.assign(new Error('no'), { code });

describe('inTransaction', () => {
  async function start(failures: Error[]) {
    const knex = await databases.init('SQLITE_3');
    await knex.schema.createTable('notes', table => table.integer('try'));
    let tries = 0;
    const result = inTransaction(knex, async transaction => {
      tries += 1;
      await transaction('notes').insert({ try: tries });
      const failure = failures.shift();
      if (failure) throw failure;
      return 'done';
    });
    const outcome = await result.catch((error: Error) => error.message);
    return { outcome, tries, stored: await knex('notes').pluck('try') };
  }

  it.each([
    ['nothing stands in its way', [], 1],
    ['another one waited for it', ['40P01'], 2],
    ['it could not be put into an order', ['40001', '40P01', '40001'], 4],
  ])('stores once, when %s', async (_, codes, tries) => {
    expect(await start(codes.map(failing))).toEqual({
      outcome: 'done',
      tries,
      stored: [tries],
    });
  });

  it.each([
    ['it is ended for others again and again', Array(9).fill('40P01'), 4],
    ['it is wrong itself', ['23505'], 1],
  ])('stores nothing, when %s', async (_, codes, tries) => {
    expect(await start(codes.map(failing))).toEqual({
      outcome: 'no',
      tries,
      stored: [],
    });
  });
});
