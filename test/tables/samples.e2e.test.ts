import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it, onTestFinished } from 'vitest';

import { descriptionOf } from '../../src/tables/descriptions/descriptions.js';
import { importTable } from '../../src/tables/importing/import-table.js';
import { contentsOf, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const SAMPLES = new URL('../../../shared/tables/samples/', import.meta.url);

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

/** Each sample: its table, its rows, the links of each list in order, and the rows that give none. */
const COUNTS: readonly (readonly [
  table: string,
  file: string,
  rows: number,
  edges: readonly number[],
  none: number,
])[] = [
  ['gene2pubmed', 'gene2pubmed', 60, [60], 0],
  ['gene2pubmed', 'gene2pubmed.old-header', 4, [4], 0],
  ['gene_info', 'gene_info', 33, [27], 6],
  ['gene_info', 'gene_info.old-15col', 11, [11], 0],
  ['gene_history', 'gene_history', 39, [39], 0],
  ['medgen_pubmed_lnk', 'medgen_pubmed_lnk.txt', 2, [2], 0],
  ['PMC-ids', 'PMC-ids.csv', 31, [30], 1],
  ['PMC-ids', 'PMC-ids.csv.2008', 5, [4], 1],
  ['gene2ensembl', 'gene2ensembl', 4, [2], 0],
  ['gene2refseq', 'gene2refseq', 1, [0, 1], 0],
  ['gene_orthologs', 'gene_orthologs', 40, [80, 44, 40], 0],
  ['MedGenIDMappings', 'MedGenIDMappings.txt', 2, [0], 1],
  ['mim2gene_medgen', 'mim2gene_medgen', 57, [47, 0, 0], 9],
  ['variation_allele', 'variation_allele.txt', 17, [12, 5], 0],
  ['variant_summary', 'variant_summary.txt', 22, [12, 9, 0], 0],
  ['variant_summary', 'variant_summary.txt.2017-30col', 10, [0, 0, 0], 10],
  ['gene_condition_source_id', 'gene_condition_source_id.2019-noheader', 19, [0, 0], 19],
  ['open_citation_collection', 'open_citation_collection.csv', 50, [50], 0],
  ['CID-PMID', 'CID-PMID.order-not-native', 40, [40, 0, 0, 0], 0],
  ['hgnc_complete_set', 'hgnc_complete_set.txt', 6, [5], 1],
];

describe.skipIf(!existsSync(SAMPLES))('each row of the samples (skipped where ../shared is not there)', () => {
  it.each(COUNTS)('of %s becomes links, facts or a named skip: %s', async (name, file, rows, edges, none) => {
    const { manifest } = await importText(await folder(), name, readFileSync(new URL(file, SAMPLES), 'utf8'));

    const forward = descriptionOf(name).edges.map(({ forward: lists }) => manifest.lists[lists]?.edges);
    const skipped = Object.values(manifest.skipped).reduce((sum, each) => sum + each.rows, 0);
    expect({ rows: manifest.rows, edges: forward, none: skipped }).toEqual({ rows, edges, none });
    expect(manifest.skipped['no id in a column of ids']).toBeUndefined();
  });

  it('of taxdump becomes parents, names, ranks and successors', async () => {
    const tablesDir = await folder();
    const dump = join(tablesDir, 'dump');
    mkdirSync(dump);
    for (const file of ['nodes.dmp', 'names.dmp', 'merged.dmp']) {
      copyFileSync(fileURLToPath(new URL(file, SAMPLES)), join(dump, file));
    }
    await importTable(descriptionOf('taxdump'), { from: dump, input: dump, asOf: new Date() }, { tablesDir });
    const { lists, facts } = contentsOf(tablesDir, 'taxdump');
    expect(lists.taxonomy_parent).toHaveLength(10);
    expect(facts.taxonomy_name).toContainEqual([562, ['Escherichia coli']]);
    expect(lists.taxonomy_successor).toContainEqual([12, [74_109]]);
  });
});
