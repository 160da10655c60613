import { profitSpec, PROFIT } from '../__testUtils__/profit';
import { jobIdOf } from '../ingest/openlineage/names';
import { claimsOf } from './claimsOf';

const dag = { namespace: 'airflow', name: 'dag' };
const claim = { pipelineRef: PROFIT, jobId: jobIdOf(dag) };

describe('the jobs that a pipeline claims', () => {
  it.each([
    ['none, without jobs', undefined, []],
    ['each that it names', [dag], [claim]],
    [
      'for the audience that it names',
      [{ ...dag, audience: 'investors' }],
      [{ ...claim, audience: 'investors' }],
    ],
    ['each once', [dag, dag], [claim]],
    [
      'for the audience that it names last',
      [
        { ...dag, audience: 'investors' },
        { ...dag, audience: 'executives' },
      ],
      [{ ...claim, audience: 'executives' }],
    ],
  ])('are %s', (_, jobs, claims) => {
    expect(claimsOf(PROFIT, profitSpec({ jobs }))).toEqual(claims);
  });
});
