import { describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { useSandbox } from '../sandbox-client.js';

interface Search {
  readonly esearchresult: { readonly idlist: readonly string[] };
}

describe('looking records up by other identifiers', () => {
  const { json } = useSandbox();
  const graph = loadSampleGraph();
  const ids = async (db: string, term: string) =>
    (await json<Search>(`esearch.fcgi?${String(new URLSearchParams({ db, term, retmax: '10000', retmode: 'json' }))}`))
      .esearchresult.idlist;

  it.each([
    ['protein', 'P04637[accn]', ['9000000026']],
    ['protein', 'NP_000537.3[ACCN]', ['120407068']],
    ['protein', 'NP_001119584.1[accn] OR NP_000537[accn]', ['9000000013', '120407068']],
    ['protein', 'NP_000537.1[accn]', []],
    ['gene', 'TP53[sym] AND human[orgn]', ['7157']],
    ['gene', '"Trp53"[Preferred Symbol] AND "Mus musculus"[Organism]', ['22059']],
    ['gene', 'TP53[gene] AND txid9606[ORGN]', ['7157']],
    ['gene', 'NP_000537.3[accn]', ['7157']],
    ['pubmed', '10.1037/a0030292[doi]', ['24349601']],
    ['pubmed', '"10.1037/a0030292"[aid] OR "10.1093/nar/gkh340"[aid]', ['24349601', '15034147']],
    ['pubmed', 'PMC3858957[pmcid]', ['24349601']],
    ['snp', 'rs1800562[rs] OR rs264[rs]', ['1800562', '264']],
    ['structure', '1TUP[pdb] OR 1aie[accn] OR 2OCJ[PDB Accession]', ['9000000030', '9000000029', '9000000027']],
    ['omim', '191170[mim] OR 191170[uid]', ['191170']],
    ['taxonomy', '"house mouse"[All Names] OR human[comn]', ['10090', '9606']],
    ['taxonomy', 'mouse[orgn]', ['10090']],
    ['taxonomy', 'txid40674[Subtree]', ['862507', '40674', '10090', '10088', '9606']],
  ])('finds in %s by %s', async (db, term, expected) => {
    expect(await ids(db, term)).toEqual(expected);
  });

  it('tells records of one organism from those of another, and takes in those below a group', async () => {
    const [human, mouse, mammals] = await Promise.all(
      ['txid9606[ORGN]', 'txid10090[Organism:exp]', 'Mammalia[orgn]'].map(async (term) => ids('protein', term)),
    );
    expect(human).toContain('120407068');
    expect(mouse?.length).toBeGreaterThan(10);
    expect(new Set(mammals)).toEqual(new Set([...(human ?? []), ...(mouse ?? [])]));
    expect(mammals).toEqual(graph.links('taxonomy_protein_exp', '40674'));
  });

  it('tells the proteins of RefSeq from others of a gene', async () => {
    const refseq = new Set(await ids('protein', 'srcdb_refseq[PROP]'));
    const proteins = graph.links('gene_protein', '7157');
    expect(proteins.filter((uid) => refseq.has(uid))).toEqual(graph.links('gene_protein_refseq', '7157'));
    expect(proteins.filter((uid) => !refseq.has(uid))).toEqual(['9000000026']);
  });
});
