import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { describe, expect, it, onTestFinished } from 'vitest';

import { descriptionOf } from '../../src/tables/descriptions/descriptions.js';
import { importTable } from '../../src/tables/importing/import-table.js';
import { openCurrent } from '../../src/tables/storage/open-current.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const TABLE = gene2pubmed([
  [7157, 15],
  [672, 20],
  [7157, 20],
  [7157, 15],
]);

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

/** All links of a table under one name. */
function linksOf(tablesDir: string, name = 'gene2pubmed', linkName = 'gene_pubmed'): unknown {
  const generation = openCurrent(tablesDir, name);
  try {
    return [...generation.all(linkName)].map(([source, targets]) => [source, [...targets]]);
  } finally {
    generation.close();
  }
}

describe('an import', () => {
  it('keeps the links of each record in both directions, once, in any order of rows', async () => {
    const tablesDir = await folder();

    const { manifest } = await importText(tablesDir, 'gene2pubmed', TABLE);

    expect(manifest).toMatchObject({
      rows: 4,
      lists: { gene_pubmed: { sources: 2, edges: 3 }, pubmed_gene: { sources: 2, edges: 3 } },
    });
    expect(linksOf(tablesDir)).toEqual([
      [672, [20]],
      [7157, [20, 15]],
    ]);
    expect(linksOf(tablesDir, 'gene2pubmed', 'pubmed_gene')).toEqual([
      [15, [7157]],
      [20, [7157, 672]],
    ]);
    expect(readdirSync(join(tablesDir, 'gene2pubmed')).toSorted()).toEqual([manifest.generation, 'current.json']);
  });

  it('reads plain text and several gzip members', async () => {
    const [plain, members] = [await folder(), await folder()];
    const half = TABLE.length / 2;

    await importText(plain, 'gene2pubmed', TABLE, { gzip: false });
    await importText(
      members,
      'gene2pubmed',
      Buffer.concat([gzipSync(TABLE.slice(0, half)), gzipSync(TABLE.slice(half))]),
    );

    expect(linksOf(members)).toEqual(linksOf(plain));
  });

  it('makes no new generation of the same data', async () => {
    const tablesDir = await folder();
    const first = await importText(tablesDir, 'gene2pubmed', TABLE);

    const second = await importText(tablesDir, 'gene2pubmed', TABLE);

    expect(second).toEqual({ manifest: first.manifest, isNew: false });
  });

  it('makes a new generation of the same data where the one before was damaged or removed', async () => {
    const tablesDir = await folder();
    const rows = gene2pubmed(Array.from({ length: 500 }, (_, i) => [i + 1, 10 + i] as const));
    const { manifest } = await importText(tablesDir, 'gene2pubmed', rows);
    const path = join(tablesDir, 'gene2pubmed', manifest.generation, 'data.bin');
    const data = readFileSync(path);
    const lists = data.indexOf(Buffer.from([4, 2, 4, 2, 4, 2])) + 60;
    writeFileSync(path, data.fill(5, lists, lists + 30));

    const second = await importText(tablesDir, 'gene2pubmed', rows);
    expect(second.isNew).toBe(true);
    expect(linksOf(tablesDir)).toHaveLength(500);

    rmSync(join(tablesDir, 'gene2pubmed', second.manifest.generation, 'data.bin'));
    expect((await importText(tablesDir, 'gene2pubmed', rows)).isNew).toBe(true);
    expect(linksOf(tablesDir)).toHaveLength(500);
  });

  it('keeps nothing of what it sorted', async () => {
    const tablesDir = await folder();
    const { manifest } = await importText(
      tablesDir,
      'gene_info',
      '#tax_id\tGeneID\tSymbol\tdbXrefs\n9606\t7157\tTP53\tMIM:191170\n',
    );
    expect(readdirSync(join(tablesDir, 'gene_info', manifest.generation)).toSorted()).toEqual([
      'data.bin',
      'manifest.json',
    ]);
    expect(readdirSync(join(tablesDir, 'gene_info')).toSorted()).toEqual([manifest.generation, 'current.json']);
  });

  it('counts rows without an id by reason', async () => {
    const { manifest } = await importText(
      await folder(),
      'gene2pubmed',
      gene2pubmed([
        [7157, '-'],
        ['-1', 15],
        [7157, 15],
      ]),
    );

    expect(manifest.skipped).toEqual({ 'no id': { rows: 2, firstLine: 2 } });
    expect(manifest.lists.gene_pubmed?.edges).toBe(1);
  });
});

describe('a refused import leaves the old generation', () => {
  const many = gene2pubmed(Array.from({ length: 100 }, (_, i) => [i + 1, 1000 + i] as const));
  const whole = gzipSync(
    gene2pubmed(Array.from({ length: 5000 }, (_, i) => [i + 1, (i * 7919) % 40_000_000] as const)),
  );

  async function refused(content: string | Buffer, reason: string | RegExp): Promise<void> {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', many);
    const before = linksOf(tablesDir);
    await expect(importText(tablesDir, 'gene2pubmed', content)).rejects.toThrow(reason);
    expect(linksOf(tablesDir)).toEqual(before);
    expect(readdirSync(join(tablesDir, 'gene2pubmed'))).toHaveLength(2);
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('of a gzip file that is cut off at %i tenths', async (tenths) => {
    await refused(whole.subarray(0, Math.floor((whole.length * tenths) / 10)), 'The file is cut off');
  });

  it('of a damaged gzip file', async () => {
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, 2000, 2100);
    await refused(damaged, /damaged|cut off/);
  });

  it('of a gzip file with something behind it', async () => {
    await refused(Buffer.concat([whole, Buffer.from('trailing garbage')]), /goes on after|damaged/);
  });

  it('of an unknown header', async () => {
    await refused('#tax_id\tGene\tPubMed_ID\n9606\t1\t2\n', 'The column GeneID is missing.');
  });

  it('of the error text of a database', async () => {
    await refused('ORA-01017: invalid username/password; logon denied\n', 'The column GeneID is missing.');
  });

  it('of a folder in place of a file', async () => {
    const tablesDir = await folder();
    const source = { from: 'dump', input: tablesDir, asOf: new Date() };
    await expect(importTable(descriptionOf('gene2pubmed'), source, { tablesDir: await folder() })).rejects.toThrow(
      'dump is a folder or an archive, and the table gene2pubmed is one file.',
    );
  });

  it('of no row', async () => {
    await refused(gene2pubmed([]), 'has no rows');
    await refused('', /missing|no rows/);
  });

  it('of texts in columns of ids', async () => {
    await refused(many.replace(/^9606\t\d+/gm, '9606\tTP53'), '100 of 100 rows are not rows of gene2pubmed');
  });

  it('of a column that the header lacks, such as row names: all others would be shifted', async () => {
    await refused(many.replace(/^9606\t/gm, '1\t9606\t'), 'Line 2 has more fields than the header.');
  });

  it('of less than half the rows, unless that is accepted', async () => {
    const half = gene2pubmed(Array.from({ length: 49 }, (_, i) => [i + 1, 1] as const));
    await refused(half, 'The table has 49 rows; the generation before has 100.');

    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', many);
    const { isNew } = await importText(tablesDir, 'gene2pubmed', half, { acceptShrink: true });
    expect(isNew).toBe(true);
  });
});

it('an import names the folder that cannot be written, and the file that is damaged', async () => {
  const [tablesDir, damaged] = [join(await folder(), 'file'), await folder()];
  writeFileSync(tablesDir, '');
  const source = { from: '-', input: Readable.from([Buffer.from(TABLE)]), asOf: new Date() };
  await expect(importTable(descriptionOf('gene2pubmed'), source, { tablesDir })).rejects.toThrow(
    `The folder ${tablesDir} cannot be written (ENOTDIR). Set --tables-dir or TABLES_DIR to one that can.`,
  );
  mkdirSync(join(damaged, 'gene2pubmed'));
  writeFileSync(join(damaged, 'gene2pubmed', 'current.json'), '{"gen');
  await expect(importText(damaged, 'gene2pubmed', TABLE)).rejects.toThrow(
    `The file ${join(damaged, 'gene2pubmed', 'current.json')} is damaged. Remove it, and import the table again.`,
  );
});

describe('two imports of one table', () => {
  it('do not run at the same time, and a lock of a process that is gone does not count', async () => {
    const tablesDir = await folder();
    const both = await Promise.allSettled([
      importText(tablesDir, 'gene2pubmed', TABLE),
      importText(tablesDir, 'gene2pubmed', TABLE),
    ]);

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(String((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason)).toContain(
      'is being changed by process',
    );

    writeFileSync(join(tablesDir, 'gene2pubmed', 'lock'), JSON.stringify({ host: 'gone', pid: 1 }));
    await expect(importText(tablesDir, 'gene2pubmed', TABLE)).rejects.toThrow('on gone');
  });

  it('remove what a killed one left', async () => {
    const tablesDir = await folder();
    mkdirSync(join(tablesDir, 'gene2pubmed', 'importing-0123'), { recursive: true });

    await importText(tablesDir, 'gene2pubmed', TABLE);

    expect(readdirSync(join(tablesDir, 'gene2pubmed'))).not.toContain('importing-0123');
  });
});
