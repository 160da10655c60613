import { TestDatabases } from '@backstage/backend-test-utils';
import { as } from '../__testUtils__/startPipelines';
import { startTwoPipelines } from '../__testUtils__/startTwoPipelines';
import { NOW, team, TEAM_PATH } from '../__testUtils__/team';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ROUNDS = 10;

describe.each(databases.eachSupportedId())('two backends on %s', id => {
  it('let one of two people swap a week who do it at the same moment, and tell the other who was first', async () => {
    const { backends } = await startTwoPipelines(databases, id, {
      entities: [team()],
      now: () => NOW,
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      // A has 3, 6, 9…; B has the one after, C the one before.
      const shift = 3 + round * 3;
      const swaps = [
        ['a', { type: 'swap', shift, withShift: shift + 1 }],
        ['c', { type: 'swap', shift: shift + 2, withShift: shift }],
      ] as const;
      const answers = await Promise.all(
        swaps.map(([name, body], index) =>
          backends[index].api
            .post(`${TEAM_PATH}/changes`)
            .set(as.user(name))
            .send(body),
        ),
      );
      const winner = answers.find(({ status }) => status === 201);
      const loser = answers.find(({ status }) => status === 409);
      expect(loser?.body.error).toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(winner?.body.change.id),
      });
    }
  });
});
