import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { PIPELINE_KINDS } from '../constants';
import { checkEntity } from '../schema/checkEntity';
import { entityReference } from './entityReference';
import { EXAMPLES } from './examples';

const PAGE = path.resolve(
  require.resolve('../../package.json'),
  '../../../docs/entities.md',
);

describe('the entity reference', () => {
  it('is what the schemas say; `yarn docs:entities` writes it anew', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(entityReference());
  });

  it.each(PIPELINE_KINDS)('shows a valid example of a %s', kind => {
    const entity = parse(EXAMPLES[kind]);
    expect(entity.kind).toBe(kind);
    expect(checkEntity(entity)).toEqual([]);
  });

  it('describes every field', () => {
    const undescribed = entityReference()
      .split('\n')
      .filter(
        line => /^\| `.*\|\s*\|$/.test(line) && !/`(.*\.)?type`/.test(line),
      );
    expect(undescribed).toEqual([]);
  });
});
