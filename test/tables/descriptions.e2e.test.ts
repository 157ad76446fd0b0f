import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it, onTestFinished } from 'vitest';

import { Tables } from '../../src/tables/serving/tables.js';
import { openCurrent } from '../../src/tables/storage/open-current.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const SAMPLES = new URL('../../../shared/tables/samples/', import.meta.url);

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

/** The links that a table gives, and the rows that give none. */
async function read(name: string, text: string) {
  const tablesDir = await folder();
  const { manifest } = await importText(tablesDir, name, text);
  const generation = openCurrent(tablesDir, name);
  const [lists = ''] = Object.keys(manifest.lists);
  const links = [...generation.all(lists)].map(([source, targets]) => [source, [...targets]]);
  await generation.close();
  return { links, skipped: Object.fromEntries(Object.entries(manifest.skipped).map(([why, { rows }]) => [why, rows])) };
}

describe('the rows of', () => {
  it('gene_info name the taxon of each gene; placeholders for GeneRIFs are no genes', async () => {
    expect(
      await read('gene_info', '#tax_id\tGeneID\tSymbol\tX\n9606\t7157\tTP53\t-\n7\t5692769\tNEWENTRY\t-\n'),
    ).toEqual({ links: [[7157, [9606]]], skipped: { 'a placeholder for genes that are not in Gene': 1 } });
  });

  it('gene_history name the successor of each discontinued gene, or the gene itself', async () => {
    expect(await read('gene_history', '#tax_id\tGeneID\tDiscontinued_GeneID\n9606\t-\t4\n9606\t4625\t1226\n')).toEqual({
      links: [
        [4, [4]],
        [1226, [4625]],
      ],
      skipped: {},
    });
  });

  it('medgen_pubmed_lnk may have names with the character between fields', async () => {
    expect(await read('medgen_pubmed_lnk', '#UID|CUI|NAME|PMID|\n2|C1|a, b|15|\n2|C1|a|b|16|\n')).toEqual({
      links: [[2, [16, 15]]],
      skipped: {},
    });
  });

  it('PMC-ids may quote commas, and give no link for PMID 0, none, or an article that is not released', async () => {
    const text =
      'Journal Title,DOI,PMCID,PMID,Release Date\n"a, b",x,PMC1,15,live\nc,x,PMC2,0,live\nc,x,PMC3,,live\nc,x,PMC4,16,Sep 1 2008\n';
    expect(await read('PMC-ids', text)).toEqual({
      links: [[1, [15]]],
      skipped: { 'no id': 2, 'not released yet': 1 },
    });
  });
});

describe('a record that is not in the table', () => {
  it('has no links only if it is in the list of all records, and a discontinued gene is left to ELink', async () => {
    const tablesDir = await folder();
    await importText(
      tablesDir,
      'gene2pubmed',
      gene2pubmed([
        [1, 15],
        [2, 15],
      ]),
    );
    await importText(tablesDir, 'gene_info', '#tax_id\tGeneID\tSymbol\n9606\t1\tA\n9606\t3\tB\n');
    await importText(tablesDir, 'gene_history', '#tax_id\tGeneID\tDiscontinued_GeneID\n9606\t1\t2\n');
    const tables = new Tables({ tablesDir, use: 'prefer', verifiedOnly: false, minAgreement: 0.99 });
    onTestFinished(() => tables.close());
    const linked = (uid: string) => {
      const found = tables.links({ name: 'gene_pubmed', from: 'gene', to: 'pubmed' }, uid);
      return found && [...found.links.uids];
    };

    expect(['1', '2', '3', '4'].map(linked)).toEqual([['15'], undefined, [], undefined]);
  });

  it('are not known to be none by a list of genes that is younger than the table', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([[1, 15]]));
    const genes = '#tax_id\tGeneID\tSymbol\n9606\t1\tA\n9606\t3\tB\n';
    await importText(tablesDir, 'gene_info', genes, { asOf: new Date('2026-11-21T00:00:00.000Z') });
    const tables = new Tables({ tablesDir, use: 'prefer', verifiedOnly: false, minAgreement: 0.99 });
    onTestFinished(() => tables.close());
    const link = { name: 'gene_pubmed', from: 'gene', to: 'pubmed' };

    expect(tables.links(link, '1')?.links.uids.length).toBe(1);
    expect(tables.links(link, '3')).toBeUndefined();
  });
});

describe.skipIf(!existsSync(SAMPLES))('each row of the samples (skipped where ../shared is not there)', () => {
  it.each([
    ['gene2pubmed', 'gene2pubmed'],
    ['gene2pubmed', 'gene2pubmed.old-header'],
    ['gene_info', 'gene_info'],
    ['gene_info', 'gene_info.old-15col'],
    ['gene_history', 'gene_history'],
    ['medgen_pubmed_lnk', 'medgen_pubmed_lnk.txt'],
    ['PMC-ids', 'PMC-ids.csv'],
    ['PMC-ids', 'PMC-ids.csv.2008'],
  ])('of %s becomes links or a named skip: %s', async (name, file) => {
    const { manifest } = await importText(await folder(), name, readFileSync(new URL(file, SAMPLES), 'utf8'));
    const skipped = Object.values(manifest.skipped).reduce((sum, { rows }) => sum + rows, 0);

    const [lists] = Object.values(manifest.lists);
    expect((lists?.edges ?? 0) + skipped).toBe(manifest.rows);
  });
});
