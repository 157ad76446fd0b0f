import { statSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { loadSampleGraph, SampleGraph } from '../../src/sandbox/sample-graph.js';

describe('SampleGraph', () => {
  const small = new SampleGraph({
    records: {
      gene: { '1': { symbol: 'A' }, '20': {} },
      protein: { '5': { accession: 'NP_1', accessionVersion: 'NP_1.2' } },
    },
    links: { gene_pubmed: { '1': '3 30 7' }, pubmed_pubmed_alsoviewed: { '3': '7 30' } },
    inverses: { gene_pubmed: 'pubmed_gene' },
  });

  it('gives UIDs and links highest first', () => {
    expect(small.uids('gene')).toEqual(['20', '1']);
    expect(small.links('gene_pubmed', '1')).toEqual(['30', '7', '3']);
  });

  it('keeps the order of links that have a ranking of their own', () => {
    expect(small.links('pubmed_pubmed_alsoviewed', '3')).toEqual(['7', '30']);
  });

  it('reads links backwards under their inverse name', () => {
    expect(small.links('pubmed_gene', '30')).toEqual(['1']);
  });

  it('finds sequences by accession with or without version, in any case', () => {
    expect(['NP_1', 'np_1.2', 'NP_2'].map((accession) => small.uidOfAccession('protein', accession))).toEqual([
      '5',
      '5',
      undefined,
    ]);
  });

  it("takes a version it does not know for the record's own", () => {
    const unversioned = new SampleGraph({
      records: { protein: { '6': { accession: 'NP_6' } } },
      links: {},
      inverses: {},
    });
    expect(unversioned.uidOfAccession('protein', 'NP_6.4')).toBe('6');
    expect(small.uidOfAccession('protein', 'NP_1.3')).toBeUndefined();
  });

  it('knows nothing of other databases', () => {
    expect(small.uids('mesh')).toEqual([]);
    expect(small.links('gene_mesh', '1')).toEqual([]);
    expect(small.record('mesh', '1')).toBeUndefined();
  });
});

describe('the published sample', () => {
  const graph = loadSampleGraph();
  const catalog = loadCatalog();

  it('is small enough for the repository', () => {
    expect(statSync(new URL('../../sample/graph.json', import.meta.url)).size).toBeLessThan(1_500_000);
  });

  it('has at least 60 papers of TP53, each with a title', () => {
    const papers = graph.links('gene_pubmed', '7157');
    expect(papers.length).toBeGreaterThanOrEqual(60);
    expect(papers.filter((pmid) => typeof graph.record('pubmed', pmid)?.title !== 'string')).toEqual([]);
  });

  it('leads from TP53 through its proteins to structures and their article', () => {
    const proteins = graph.links('gene_protein', '7157');
    const structures = new Set(proteins.flatMap((uid) => graph.links('protein_structure', uid)));
    expect([...structures].map((uid) => graph.record('structure', uid)?.pdbAccession)).toEqual([
      '2OCJ',
      '1TUP',
      '1TSR',
      '1AIE',
    ]);
    expect([...structures].flatMap((uid) => graph.links('structure_pubmed', uid))).toEqual(['8023157', '8023157']);
  });

  it('has the sequence of p53 as UniProt knows it', () => {
    const sequence = String(graph.record('protein', '120407068')?.sequence);
    expect(sequence).toHaveLength(393);
    expect(crc64(sequence)).toBe('AD5C149FD8106131');
  });

  it('has members of the link names that the examples ask for', () => {
    const names = [
      'pubmed_gene_rif',
      'pubmed_pubmed_citedin',
      'pubmed_pubmed_refs',
      'nuccore_gene',
      'structure_protein',
    ];
    expect(names.filter((name) => [...graph.sources(name)].length === 0)).toEqual([]);
  });

  it("gives UIDs of its own only above all of NCBI's, to records with an accession", () => {
    const local = graph.databases.flatMap((db) =>
      graph.uids(db).flatMap((uid) => (Number(uid) >= 9_000_000_000 ? [graph.record(db, uid)] : [])),
    );
    expect(local.length).toBeGreaterThan(20);
    expect(local.filter((facts) => (facts?.accession ?? facts?.pdbAccession) === undefined)).toEqual([]);
  });

  it('has a record at both ends of every link of the catalog', () => {
    const open = catalog.links.flatMap(({ name, from, to }) =>
      [...graph.sources(name)].flatMap((source) =>
        [...graph.links(name, source).map((target) => [to, target] as const), [from, source] as const].filter(
          ([db, uid]) => graph.record(db, uid) === undefined,
        ),
      ),
    );
    expect(open).toEqual([]);
  });
});

/** The checksum of sequences in UniProt (ISO 3309), in hexadecimal digits. */
function crc64(sequence: string): string {
  let crc = 0n;
  for (const letter of sequence) {
    crc ^= BigInt(letter.charCodeAt(0));
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 1n ? (crc >> 1n) ^ 0xd8_00_00_00_00_00_00_00n : crc >> 1n;
    }
  }
  return crc.toString(16).toUpperCase().padStart(16, '0');
}
