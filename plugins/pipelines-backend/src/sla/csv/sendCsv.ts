import express from 'express';
import { Cell } from './promiseLines';
import { toCsv } from './toCsv';

/** Whether a file is asked for rather than JSON; caches are told that it matters. */
export function wantsCsv(req: express.Request, res: express.Response): boolean {
  res.vary('Accept');
  return req.accepts(['application/json', 'text/csv']) === 'text/csv';
}

/** Answers with a file to be kept; an error before leaves no half of one. */
export function sendCsv(
  res: express.Response,
  file: { name: string; lines: readonly (readonly Cell[])[] },
): void {
  res.attachment(file.name).type('text/csv').send(toCsv(file.lines));
}
