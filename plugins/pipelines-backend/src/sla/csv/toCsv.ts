import { stringify } from 'csv-stringify/sync';
import { Cell, COLUMNS } from './promiseLines';

/**
 * A file for a spreadsheet (RFC 4180). Titles and reasons are written by people:
 * text that a spreadsheet would take for a formula gets an apostrophe before it.
 * The mark at the begin says that it is UTF-8, which Excel does not guess.
 */
export function toCsv(lines: readonly (readonly Cell[])[]): string {
  return stringify([...lines], {
    bom: true,
    columns: [...COLUMNS],
    header: true,
    escape_formulas: true,
    // One alone ends a line for many readers; it quotes only both together.
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}
