import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { encodeId } from '../../src/schema/core/global-id.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const { records } = JSON.parse(readFileSync(new URL('../../sample/graph.json', import.meta.url), 'utf8')) as {
  readonly records: {
    readonly pubmed: Readonly<Record<string, { readonly doi?: string }>>;
    readonly gene: Readonly<Record<string, { readonly symbol: string; readonly taxid: string }>>;
  };
};
const DOIS = Object.entries(records.pubmed).flatMap(([uid, { doi }]) => (doi === undefined ? [] : [{ uid, doi }]));
const SYMBOLS = Object.entries(records.gene).flatMap(([uid, { symbol, taxid }]) =>
  taxid === '9606' ? [{ uid, symbol }] : [],
);

/** Each error as `path: code message`. */
function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions, message }) => `${path.join('.')}: ${extensions.code} ${message}`);
}

describe('CURIEs, addresses and other forms of names', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it.each([
    ['gene(uid: "NCBIGene:7157")', '7157'],
    ['gene(uid: "https://www.ncbi.nlm.nih.gov/gene/7157")', '7157'],
    ['gene(id: "7157")', '7157'],
    ['gene(id: "TP53")', '7157'],
    ['gene(id: "Trp53", organism: 10090)', '22059'],
    ['gene(id: "ENSG00000141510")', '7157'],
    ['gene(ensemblId: "ENSG00000141510.17")', '7157'],
    ['pubmed(uid: "PMID:219391")', '219391'],
    ['pubmed(pmid: 219391)', '219391'],
    ['pubmed(id: "PMC390337")', '15034147'],
    ['pubmed(uid: "doi:10.1055/s-0028-1085314")', '219391'],
    ['pmc(uid: "PMC:PMC390337")', '390337'],
    ['gds(uid: "GEO:GSE93374")', '200093374'],
    ['clinvar(accession: "RCV000000019")', '9'],
    ['protein(id: "ref|NP_000537.3|")', '120407068'],
    ['record(id: "NCBIGene:7157")', '7157'],
    ['record(id: "GSE93374")', '200093374'],
    ['record(id: "10.1055/s-0028-1085314")', '219391'],
    ['node(id: "pubmed:219391")', '219391'],
  ])('%s is %s', async (field, uid) => {
    const answer = await gateway.query(`{ found: ${field} { ... on Record { uid } } }`);
    expect(errorsOf(answer)).toEqual([]);
    expect(answer.data?.found).toEqual({ uid });
  });

  it('lead to the structure whose code is written in the new form', async () => {
    const { data } = await gateway.query('{ structure(id: "pdb_00001tup") { pdbAccession curie iri } }');
    expect(data?.structure).toEqual({
      pdbAccession: '1TUP',
      curie: 'pdb:1TUP',
      iri: 'https://bioregistry.io/pdb:1TUP',
    });
  });

  it('are printed at no cost where they hold the uid, and taken again', async () => {
    const answer = await gateway.query(`{
      gene(uid: 7157) { curie iri } taxonomy(uid: 9606) { curie } pmc(uid: 390337) { curie } ipg(uid: 5) { curie iri }
    }`);
    expect(answer.data).toEqual({
      gene: { curie: 'NCBIGene:7157', iri: 'https://bioregistry.io/ncbigene:7157' },
      taxonomy: { curie: 'NCBITaxon:9606' },
      pmc: { curie: 'pmc:PMC390337' },
      ipg: { curie: 'ipg:5', iri: 'https://www.ncbi.nlm.nih.gov/ipg/5' },
    });
    expect(answer.extensions.entrez.calls.total).toBe(0);
  });

  it('of other databases are refused with both named, at no cost', async () => {
    const answer = await gateway.query('{ gene(uid: "PMID:1") { uid } record(id: "TP53") { uid } }');
    expect(errorsOf(answer)).toEqual([
      'gene: BAD_USER_INPUT Argument "uid" is "PMID:1", which belongs to pubmed or pmc, not to gene. Use a record of gene.',
      'record: BAD_USER_INPUT Argument "id" is "TP53". Use the id of a record of this API, or its CURIE, such as NCBIGene:7157.',
    ]);
    expect(answer.extensions.entrez.calls.total).toBe(0);
  });
});

describe('symbols that are not official', () => {
  it('lead to the gene that has them as an alias, which a warning says', async () => {
    await using gateway = await RunningGateway.start();
    const answer = await gateway.query(
      '{ gene(symbol: "HER2") { uid symbol } official: gene(symbol: "ERBB2") { uid } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ gene: { uid: '2064', symbol: 'ERBB2' }, official: { uid: '2064' } });
    expect(answer.extensions.entrez).toMatchObject({
      warnings: [{ code: 'OTHER_NAME', message: '"HER2" is an alias of gene 2064 (ERBB2).', path: ['gene'] }],
    });
  });

  it('are official first: KRAS is an alias of another gene', async () => {
    await using gateway = await RunningGateway.start();
    const { data } = await gateway.query('{ gene(symbol: "KRAS") { uid } }');
    expect(data?.gene).toEqual({ uid: '3845' });
  });

  it('of several genes are an error that gives them as records', async () => {
    await using gateway = await RunningGateway.start();
    const answer = await gateway.query('{ gene(symbol: "FANCD") { uid } }');
    expect(errorsOf(answer)).toEqual([
      expect.stringContaining(
        'gene: BAD_USER_INPUT Argument "symbol": symbol "FANCD" in organism "9606" names several gene records. Use one of the uids: ',
      ),
    ]);
    const candidates = answer.errors?.[0]?.extensions.candidates as { id: string; symbol: string }[];
    expect(candidates.map(({ symbol }) => symbol).toSorted()).toEqual(['BRCA2', 'FANCD2']);
    const { data } = await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Gene { symbol } } }', {
      ids: candidates.map(({ id }) => id),
    });
    expect(data?.nodes).toEqual(candidates.map(({ symbol }) => ({ symbol })));
  });
});

describe('homonyms', () => {
  it('are told apart by what contains them, by their rank, or by the records of the error', async () => {
    await using gateway = await RunningGateway.start();
    const answer = await gateway.query(`{
      both: taxonomy(name: "Bacillus") { uid }
      one: taxonomy(name: "Bacillus", within: "Bacteria") { uid }
      same: taxonomy(id: "bacillus", within: 2, rank: "Genus") { uid }
      list: records { taxonomy(names: ["Bacillus", "Homo sapiens"], within: 2) { uid } }
      none: taxonomy(name: "Bacillus", within: 2, rank: "species") { uid }
    }`);
    const bacteria = { uid: '1386' };
    expect(answer.data).toEqual({
      both: null,
      one: bacteria,
      same: bacteria,
      list: { taxonomy: [bacteria, null] },
      none: null,
    });
    expect(errorsOf(answer).toSorted()).toEqual([
      'both: BAD_USER_INPUT Argument "name": name "Bacillus" names several taxonomy records. Use one of the uids: 55087 (Bacillus, genus); 1386 (Bacillus, genus, firmicutes).',
      'list.taxonomy.1: UNKNOWN_ID The sample data hold no taxonomy record with name "Homo sapiens" within "2".',
      'none: UNKNOWN_ID The sample data hold no taxonomy record with name "Bacillus" within "2" rank "species".',
    ]);
  });

  it.each([
    ['rank: "genus[All] OR"', 'Argument "rank" is "genus[All] OR". Use a rank such as genus.'],
    ['within: "a\\"b"', 'within'],
  ])('are not narrowed down by %s', async (argument, message) => {
    await using gateway = await RunningGateway.start();
    const answer = await gateway.query(`{ taxonomy(name: "Bacillus", ${argument}) { uid } }`);
    expect(errorsOf(answer)).toEqual([expect.stringMatching(/^taxonomy: BAD_USER_INPUT/)]);
    expect(errorsOf(answer)[0]).toContain(message);
    expect(gateway.sandbox.requests).toEqual([]);
  });

  it('are no others, where NCBI drops the rank and finds more', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept((request) =>
      request.utility === 'esearch'
        ? { body: JSON.stringify({ esearchresult: { count: '1', retstart: '0', retmax: '500', idlist: ['55087'] } }) }
        : undefined,
    );
    const answer = await gateway.query('{ taxonomy(name: "Bacillus", rank: "species") { uid } }');
    expect(answer.data).toEqual({ taxonomy: null });
    expect(errorsOf(answer)).toEqual([expect.stringContaining('UNKNOWN_ID')]);
  });

  it('are records of different ranks, named with them', async () => {
    await using gateway = await RunningGateway.start();
    const answer = await gateway.query(`{
      both: taxonomy(name: "Mus") { uid }
      genus: taxonomy(name: "mus", rank: "genus") { uid rank }
      subgenus: taxonomy(name: "Mus", within: "Mammalia", rank: " SUBGENUS ") { uid rank }
    }`);
    expect(answer.data).toEqual({
      both: null,
      genus: { uid: '10088', rank: 'genus' },
      subgenus: { uid: '862507', rank: 'subgenus' },
    });
    expect(answer.errors?.[0]?.extensions.candidates).toEqual([
      { id: expect.any(String), uid: '862507', title: 'Mus', rank: 'subgenus', division: 'rodents' },
      { id: expect.any(String), uid: '10088', title: 'Mus', rank: 'genus', division: 'rodents' },
    ]);
  });

  it('are narrowed down by name only', async () => {
    await using gateway = await RunningGateway.start();
    expect(errorsOf(await gateway.query('{ taxonomy(uid: 9606, rank: "genus") { uid } }'))).toEqual([
      expect.stringContaining('Argument "rank"'),
    ]);
  });
});

describe('lists of records by other names', () => {
  it('keep their places; an entry without a record is null beside the others, with an error that names it', async () => {
    await using gateway = await RunningGateway.start();
    const answer = await gateway.query(`{ records {
      gene(symbols: ["BRCA1", "NOPE9", "HER2", "BRCA1", "a\\"b"]) { uid }
      pubmed(ids: ["219391", "10.1055/s-0028-1085314", "PMC390337", "PMID:219391", "x"]) { uid }
      mouse: gene(symbols: ["Trp53"], organism: 10090) { uid }
    } }`);
    expect(answer.data?.records).toEqual({
      gene: [{ uid: '672' }, null, { uid: '2064' }, { uid: '672' }, null],
      pubmed: [{ uid: '219391' }, { uid: '219391' }, { uid: '15034147' }, { uid: '219391' }, null],
      mouse: [{ uid: '22059' }],
    });
    expect(errorsOf(answer).toSorted()).toEqual([
      'records.gene.1: UNKNOWN_ID The sample data hold no gene record with symbol "NOPE9" in organism "9606".',
      'records.gene.4: BAD_USER_INPUT Argument "symbols" is "a\\"b". Use the official symbol of a gene, such as TP53.',
      'records.pubmed.4: BAD_USER_INPUT Argument "ids" is "x". Use a uid: a whole number above 0 of at most 20 digits, or a DOI such as 10.1038/nature12373, or a PMCID such as PMC3531190, or a PubMed uid such as 23193287, or the title of an article such as Improved tools for biological sequence comparison.',
    ]);
  });

  it('cost one search and one summary call for each hundred, which the plan foresees', async () => {
    await using gateway = await RunningGateway.start();
    const dois = DOIS.slice(0, 250);
    const query = 'query ($dois: [String!]!) { records { pubmed(dois: $dois) { uid title } } }';
    const variables = { dois: dois.map(({ doi }) => doi) };
    const { data: planned } = await gateway.query(
      'query ($query: String!, $variables: JSON) { plan(query: $query, variables: $variables) { complete calls { best worst } } }',
      { query, variables },
    );
    const answer = await gateway.query(query, variables);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.records.pubmed.map(({ uid }: { readonly uid: string }) => uid)).toEqual(
      dois.map(({ uid }) => uid),
    );
    expect(answer.extensions.entrez.calls).toMatchObject({ esearch: 3, esummary: 3, total: 6 });
    expect(planned?.plan).toEqual({ complete: true, calls: { best: 3, worst: 6 } });
  });

  it('share the searches of all lists of an operation', async () => {
    await using gateway = await RunningGateway.start();
    const symbols = SYMBOLS.slice(0, 60).map(({ symbol }) => symbol);
    const answer = await gateway.query(
      'query ($a: [String!]!, $b: [ID!]!) { records { a: gene(symbols: $a) { symbol } b: gene(ids: $b) { symbol } } }',
      { a: symbols.slice(0, 40), b: symbols.slice(20) },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.records.b.map(({ symbol }: { readonly symbol: string }) => symbol)).toEqual(symbols.slice(20));
    expect(answer.extensions.entrez.calls).toMatchObject({ esearch: 1, esummary: 1, total: 2 });
  });

  it.each([
    ['', 'No record is given.'],
    ['(symbols: null)', 'No record is given.'],
    ['(uids: [1], symbols: ["TP53"])', 'Arguments "uids" and "symbols" are both given.'],
    ['(symbols: [])', 'Argument "symbols" is an empty list.'],
    ['(uids: [1], organism: 9606)', 'Argument "organism" is "9606", but it belongs to "symbols"'],
  ])('are refused when it is not one list: %s', async (args, message) => {
    await using gateway = await RunningGateway.start();
    const answer = await gateway.query(`{ records { gene${args} { uid } } }`);
    expect(errorsOf(answer)).toEqual([expect.stringContaining(`records.gene: BAD_USER_INPUT ${message}`)]);
    expect(answer.extensions.entrez.calls.total).toBe(0);
  });

  it('of nodes take CURIEs beside ids', async () => {
    await using gateway = await RunningGateway.start();
    const ids = [encodeId('gene', '7157'), 'PMID:219391', 'GEO:GSE93374', 'nothing'];
    const answer = await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Record { db uid } } }', {
      ids,
    });
    expect(answer.data?.nodes).toEqual([
      { db: 'gene', uid: '7157' },
      { db: 'pubmed', uid: '219391' },
      { db: 'gds', uid: '200093374' },
      null,
    ]);
  });
});
