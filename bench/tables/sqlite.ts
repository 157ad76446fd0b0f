import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

import type { Generation } from '../../src/tables/storage/generation.js';

/** What a user would do by hand: a row for each link, and an index for each direction. */
export interface SqliteCost {
  readonly links: number;
  readonly listsPerSecond: number;
  readonly bytes: number;
}

/** Python has SQLite wherever it is, which Node 20 has not. */
const SCRIPT = fileURLToPath(new URL('sqlite.py', import.meta.url));
const LINES_AT_ONCE = 20_000;

/**
 * Fills a database with the first links of a generation, and looks up those of the sources that it has. Rates are of processor
 * time.
 *
 * @returns Undefined where there is no Python.
 */
export async function sqliteOf(
  path: string,
  generation: Generation,
  { sources, maxLinks }: { readonly sources: readonly number[]; readonly maxLinks: number },
): Promise<SqliteCost | undefined> {
  const python = spawn('python3', [SCRIPT, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const isThere = await Promise.race([once(python, 'spawn').then(() => true), once(python, 'error').then(() => false)]);
  if (!isThere) {
    return undefined;
  }
  let [links, expected] = [0, 0];
  const wanted = new Set(sources);
  const known = new Set<number>();
  function* input(): Generator<string> {
    let lines: string[] = [];
    for (const [source, targets] of generation.all('gene_pubmed')) {
      if (links + targets.length > maxLinks) {
        break;
      }
      for (const target of targets) {
        lines.push(`${source} ${target}\n`);
      }
      links += targets.length;
      if (wanted.has(source)) {
        known.add(source);
        expected += targets.length;
      }
      if (lines.length > LINES_AT_ONCE) {
        yield lines.join('');
        lines = [];
      }
    }
    yield `${lines.join('')}\n`;
    yield sources
      .filter((source) => known.has(source))
      .map((source) => `${source}\n`)
      .join('');
  }
  const [output] = await Promise.all([text(python.stdout), pipeline(Readable.from(input()), python.stdin)]);
  const { found, listsPerSecond, bytes } = JSON.parse(output) as Record<'found' | 'listsPerSecond' | 'bytes', number>;
  if (found !== expected) {
    throw new Error('SQLite has other lists.');
  }
  return { links, listsPerSecond, bytes };
}
