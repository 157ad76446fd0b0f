import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, it, onTestFinished } from 'vitest';

import { Command } from '../support/command.js';
import { gene2pubmed } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function tables(args: readonly string[], TABLES_DIR: string): Promise<Ended> {
  await using command = new Command(['tables', ...args], { TABLES_DIR });
  const [code] = await command.end();
  return { code, out: command.out, err: command.err };
}

it('tables imports, lists, exports, updates and drops a table, and refuses what is none', async () => {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  const folder = join(temporary.path, 'tables');
  const source = join(temporary.path, 'gene2pubmed.gz');
  const pairs = [[7157, 15], [7157, 16], [672, '-']] as const; // prettier-ignore
  writeFileSync(source, gzipSync(gene2pubmed(pairs)));

  expect(await tables(['import', 'gene2pubmed', source], folder)).toMatchObject({
    code: 0,
    err: expect.stringMatching(
      /^gene2pubmed: 3 rows, 2 gene_pubmed, 2 pubmed_gene, 1 skipped \(no id; first in line 4\), generation \S+\n$/,
    ),
  });
  const { out } = await tables(['list', '--json'], folder);
  expect(JSON.parse(out)).toContainEqual(
    expect.objectContaining({ name: 'gene2pubmed', manifest: expect.objectContaining({ rows: 3 }) }),
  );
  expect((await tables(['export', 'gene2pubmed'], folder)).out).toBe(
    '#link_name\tsource\ttarget\ngene_pubmed\t7157\t16\ngene_pubmed\t7157\t15\n',
  );
  expect((await tables(['update'], folder)).err).toMatch(/^gene2pubmed: unchanged: the same data as generation /);

  writeFileSync(source, '<html>Not found</html>\n');
  const refused = await tables(['import', 'gene2pubmed', source], folder);
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain('The column GeneID is missing.');
  expect(refused.err).not.toContain('    at ');
  expect((await tables(['export', 'gene2pubmed'], folder)).out).toContain('gene_pubmed\t7157\t16\n');

  expect(await tables(['drop', 'gene2pubmed'], folder)).toMatchObject({ code: 0, out: 'Dropped gene2pubmed.\n' });
  expect(existsSync(join(folder, 'gene2pubmed', 'current.json'))).toBe(false);
  const gone = await tables(['import', 'no_such_table', source], folder);
  expect(gone.err).toContain('Unknown table "no_such_table". The tables are gene2pubmed, ');
}, 120_000);
