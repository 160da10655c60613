import { toError } from '@backstage/errors';
import { validateFiles } from './validateFiles';

const USAGE = 'usage: pipelines-validate <file or folder> …';

/**
 * The command: prints `file:line:column: fault` for each fault.
 *
 * @public
 * @param names - files and folders from the command line
 * @param print - takes one line of output
 * @returns the exit code: 0 all good, 1 faults found, 2 nothing could be checked
 */
export async function runValidate(
  names: readonly string[],
  print: (line: string) => void,
): Promise<0 | 1 | 2> {
  if (names.length === 0) {
    print(USAGE);
    return 2;
  }
  try {
    const { checked, faults } = await validateFiles(names);
    for (const { file, line, column, message } of faults) {
      print(`${file}:${line}:${column}: ${message}`);
    }
    const entities = checked === 1 ? 'entity' : 'entities';
    const found = faults.length === 1 ? 'fault' : 'faults';
    print(`${checked} ${entities} checked, ${faults.length} ${found}`);
    return faults.length > 0 ? 1 : 0;
  } catch (error) {
    print(`cannot check: ${toError(error).message}`);
    return 2;
  }
}
