import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { categoryOf, relationOfField, relationOfLink } from '../../../src/cli/query/kgx/biolink.js';
import { writeKgx } from '../../../src/cli/query/kgx/write-kgx.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

/** Predicates of the Biolink Model that edges may have. */
const PREDICATES = [
  'condition_associated_with_gene',
  'gene_associated_with_condition',
  'gene_product_of',
  'has_gene_product',
  'has_part',
  'has_sequence_variant',
  'in_taxon',
  'is_sequence_variant_of',
  'mentioned_by',
  'mentions',
  'part_of',
  'related_to',
  'same_as',
  'similar_to',
  'taxon_of',
].map((name) => `biolink:${name}`);

describe('the Biolink Model', () => {
  const catalog = loadCatalog();
  const relationOf = (name: string) => {
    const link = catalog.link(name);
    return link && relationOfLink(link);
  };

  it('has a class for the records of each database, and a predicate for each link', () => {
    expect(
      catalog.records.map(({ name }) => categoryOf(name)).filter((name) => !/^biolink:[A-Z]\w+$/.test(name)),
    ).toEqual([]);
    const used = new Set(catalog.links.map((link) => relationOfLink(link).predicate));
    expect([...used].toSorted()).toEqual(PREDICATES);
  });

  it.each([
    ['gene_pubmed', 'mentioned_by'],
    ['pubmed_gene', 'mentions'],
    ['pubmed_pubmed_refs', 'mentions'],
    ['pubmed_pubmed_citedin', 'mentioned_by'],
    ['gene_protein', 'has_gene_product'],
    ['protein_gene', 'gene_product_of'],
    ['gene_snp', 'has_sequence_variant'],
    ['clinvar_gene', 'is_sequence_variant_of'],
    ['protein_taxonomy', 'in_taxon'],
    ['gene_medgen_diseases', 'gene_associated_with_condition'],
    ['gene_omim', 'related_to'],
  ])('%s says biolink:%s', (name, predicate) => {
    expect(relationOf(name)).toEqual({
      predicate: `biolink:${predicate}`,
      knowledgeLevel: 'knowledge_assertion',
      agentType: 'manual_agent',
    });
  });

  it('tells links that NCBI computes from those that stand in the records', () => {
    expect(relationOf('pubmed_pubmed')).toEqual({
      predicate: 'biolink:similar_to',
      knowledgeLevel: 'prediction',
      agentType: 'data_analysis_pipeline',
    });
    expect(relationOfField('somethingNew')).toMatchObject({
      predicate: 'biolink:related_to',
      agentType: 'not_provided',
    });
  });
});

describe('the files of a graph', () => {
  let folder: TemporaryFolder;
  const path = (name: string): string => join(folder.path, name);
  beforeAll(async () => {
    folder = await TemporaryFolder.create();
    return async () => {
      await folder[Symbol.asyncDispose]();
    };
  });

  it('have each node and edge once, with blanks for what would end a cell', async () => {
    const node = ['NCBIGene:1', 'biolink:Gene', 'a\tb\r\nc "β" =1', 'infores:ncbi-gene'];
    const lines = [{ nodes: [node, node] }, { input: 'x', hasRecords: true }, { nodes: [node], edges: [['1', 'a']] }];
    await writeFile(path('staging'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect(await writeKgx(path('staging'), path('g.tsv'))).toBeUndefined();
    expect(await readFile(path('g_nodes.tsv'), 'utf8')).toBe(
      'id\tcategory\tname\tprovided_by\nNCBIGene:1\tbiolink:Gene\ta b c "β" =1\tinfores:ncbi-gene\n',
    );
    expect(await readFile(path('g_edges.tsv'), 'utf8')).toMatch(
      /^id\tsubject\tpredicate\tobject\t[\w\t]+\tlink_name\n1\ta\n$/,
    );
  });

  it('have no place for inputs without records, which are counted and named', async () => {
    const lines = ['a', 'b "c"', '', 'd', 'e', 'f', 'g'].map((input) => ({ input, hasRecords: input === 'a' }));
    await writeFile(path('staging'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect(await writeKgx(path('staging'), path('h'))).toBe(
      'A graph has no place for inputs without records: 6 of 7, "b \\"c\\"", "", "d", "e", "f" and 1 more.',
    );
  });

  it('are as they were when one of them cannot be written', async () => {
    await writeFile(path('i_nodes.tsv'), 'yesterday');
    await expect(writeKgx(path('none'), path('i'))).rejects.toThrow(/^Cannot write .*i_nodes\.tsv: .*ENOENT/);
    expect(await readFile(path('i_nodes.tsv'), 'utf8')).toBe('yesterday');
    expect((await readdir(folder.path)).filter((name) => name.startsWith('i_'))).toEqual(['i_nodes.tsv']);
  });
});
