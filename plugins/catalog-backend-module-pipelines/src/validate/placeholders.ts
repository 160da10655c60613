import { promises as fs } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const PLACEHOLDERS = ['$text', '$json', '$yaml'];

async function resolve(
  key: string,
  target: string,
  folder: string,
): Promise<unknown> {
  // What stands on another machine is the catalog's to fetch. Text is always
  // text, whatever it will say.
  if (/^[a-z]+:\/\//i.test(target)) return key === '$text' ? '…' : {};
  const content = await fs.readFile(path.resolve(folder, target), 'utf8');
  return key === '$text' ? content : parse(content);
}

/**
 * Puts in what `$text`, `$json` and `$yaml` name, as the catalog does before it
 * checks an entity.
 */
export async function resolvePlaceholders(
  value: unknown,
  folder: string,
): Promise<unknown> {
  if (Array.isArray(value)) {
    return Promise.all(value.map(item => resolvePlaceholders(item, folder)));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [key, target] = entries[0] ?? [];
  if (
    entries.length === 1 &&
    PLACEHOLDERS.includes(key) &&
    typeof target === 'string'
  ) {
    return resolve(key, target, folder);
  }
  const resolved = entries.map(async ([name, inner]) => [
    name,
    await resolvePlaceholders(inner, folder),
  ]);
  return Object.fromEntries(await Promise.all(resolved));
}
