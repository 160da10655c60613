import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  Document,
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
} from 'yaml';

/** A place in a file; line and column count from 1, as editors do. */
export interface Position {
  file: string;
  line: number;
  column: number;
}

/** One YAML document of a file, with the way back from a path to its place. */
export interface Source {
  file: string;
  /** The document as plain data; undefined when its YAML cannot be read. */
  content: unknown;
  /** Faults of the YAML itself. */
  syntaxErrors: { position: Position; message: string }[];
  /** Where the value at a path stands, or the nearest thing around it. */
  positionOf(path: readonly (string | number)[]): Position;
}

const YAML_FILE = /\.ya?ml$/;

/** The YAML files named, and those inside the folders named. */
export async function findFiles(names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    names.map(async name => {
      const stat = await fs.stat(name);
      if (!stat.isDirectory()) return [name];
      const entries = await fs.readdir(name, { recursive: true });
      return entries
        .filter(entry => YAML_FILE.test(entry))
        .filter(entry => !entry.split(path.sep).includes('node_modules'))
        .map(entry => path.join(name, entry))
        .sort();
    }),
  );
  return found.flat();
}

function offsetOf(
  document: Document,
  steps: readonly (string | number)[],
): number {
  for (let length = steps.length; length > 0; length--) {
    const parent = document.getIn(steps.slice(0, length - 1), true);
    const last = steps[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === last)
      : undefined;
    // The key, not the value: for an unknown key and for a block of lines that
    // is what a reader wants to be led to.
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    const node = document.getIn(steps.slice(0, length), true);
    if (isScalar(node) || isMap(node)) return node.range?.[0] ?? 0;
  }
  return document.contents?.range?.[0] ?? document.range?.[0] ?? 0;
}

/** Reads a file into its YAML documents. */
export async function readSources(file: string): Promise<Source[]> {
  const text = await fs.readFile(file, 'utf8');
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  return [...parseAllDocuments(text, { lineCounter: lines })].map(document => ({
    file,
    content:
      document.errors.length > 0
        ? undefined
        : document.toJS({ mapAsMap: false }),
    syntaxErrors: document.errors.map(({ pos, message }) => ({
      position: position(pos[0]),
      message: message
        .split('\n')[0]
        .replace(/ at line \d+, column \d+:?$/, ''),
    })),
    positionOf: steps => position(offsetOf(document, steps)),
  }));
}
