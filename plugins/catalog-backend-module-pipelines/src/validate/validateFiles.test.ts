import { resolvePackagePath } from '@backstage/backend-plugin-api';
import path from 'node:path';
import { runValidate } from './runValidate';

const fixtures = resolvePackagePath(
  '@techflow/backstage-plugin-catalog-backend-module-pipelines',
  'src/validate/__fixtures__',
);

async function run(...names: string[]) {
  const lines: string[] = [];
  const exitCode = await runValidate(
    names.map(name => path.join(fixtures, name)),
    line => lines.push(line.replaceAll(`${fixtures}${path.sep}`, '')),
  );
  return { exitCode, lines };
}

describe('pipelines-validate', () => {
  it('prints file, line and column of each fault and passes over other kinds', async () => {
    const { exitCode, lines } = await run('broken.yaml');
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      'broken.yaml:15:7: spec.schedules[0].timeZone is "America/NewYork"; it must be an IANA time zone, such as America/New_York. Did you mean America/New_York?',
      'broken.yaml:11:3: spec.secondryOwner: `secondryOwner` is not known; did you mean `secondaryOwner`?',
      expect.stringMatching(
        /^broken\.yaml:24:1: .*"metadata\.name" is not valid/,
      ),
      'broken.yaml:29:29: spec.members[2] is "user:default/a"; it must be given once only; it stands at position 1 of the list already.',
      '2 entities checked, 4 faults',
    ]);
  });

  it('finds the place where the YAML itself breaks', async () => {
    const { exitCode, lines } = await run('syntax.yaml');
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^syntax\.yaml:\d+:\d+: /);
  });

  it('reads folders and text files beside, and knows which monitors a runbook may answer', async () => {
    const { exitCode, lines } = await run('company');
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      'company/runbook.yaml:14:34: spec.rows[0].matches.monitors[1] is "revenue-rise"; no pipeline of this runbook has it. They have: revenue-drop.',
      '2 entities checked, 1 fault',
    ]);
  });

  it('is content with good files', async () => {
    expect(await run('company/pipeline.yaml')).toEqual({
      exitCode: 0,
      lines: ['1 entity checked, 0 faults'],
    });
  });

  it('says how it is used when nothing is named', async () => {
    expect((await run()).exitCode).toBe(2);
  });

  it('says when a file is not there', async () => {
    const { exitCode, lines } = await run('missing.yaml');
    expect(exitCode).toBe(2);
    expect(lines[0]).toMatch(/^cannot check: ENOENT/);
  });
});
