import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import { parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

/** Each error as `path: code message`. */
function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions, message }) => `${path.join('.')}: ${extensions.code} ${message}`);
}

describe('records by other identifiers than uids', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it.each([
    ['gene(symbol: "TP53")', '7157'],
    ['gene(symbol: "tp53", organism: 9606)', '7157'],
    ['gene(symbol: "TP53", organism: "human")', '7157'],
    ['gene(symbol: "Trp53", organism: 10090)', '22059'],
    ['gene(symbol: "Trp53", organism: "Mus musculus")', '22059'],
    ['pubmed(doi: "10.1055/s-0028-1085314")', '219391'],
    ['pubmed(doi: "https://doi.org/10.1055/S-0028-1085314")', '219391'],
    ['pubmed(pmcid: "PMC390337")', '15034147'],
    ['pmc(doi: "10.1093/nar/gkh340")', '390337'],
    ['pmc(pmid: 15034147)', '390337'],
    ['protein(accession: "NP_000537")', '120407068'],
    ['protein(accession: "NP_000537.3")', '120407068'],
    ['nuccore(accession: "S42443")', '253490'],
    ['nucleotide(accession: "s42443.1")', '253490'],
    ['taxonomy(name: "Homo sapiens")', '9606'],
    ['taxonomy(name: "human")', '9606'],
    ['assembly(accession: "GCF_000315625.1")', '503988'],
    ['bioproject(accession: "PRJNA53577")', '53577'],
    ['biosample(accession: "SAMN00116900")', '116900'],
    ['gds(accession: "GSE93374")', '200093374'],
  ])('%s is %s', async (field, uid) => {
    const answer = await gateway.query(`{ found: ${field} { uid } }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.found).toEqual({ uid });
  });

  it('are found where the sandbox had to give them uids of its own', async () => {
    const { data } = await gateway.query(`{
      protein(accession: "P04637") { accession organism }
      structure(pdb: "1tup") { pdbAccession title }
    }`);
    expect(data?.protein).toMatchObject({ accession: 'P04637' });
    expect(data?.structure).toMatchObject({ pdbAccession: '1TUP' });
  });

  it('cost nothing where the number is the uid', async () => {
    const answer = await gateway.query(`{
      snp(rs: "rs28934578") { uid url }
      omim(mim: 191170) { uid }
      pmc(pmcid: "PMC390337") { uid }
      clinvar(accession: "VCV000012374.81") { uid }
    }`);
    expect(answer.data).toMatchObject({
      snp: { uid: '28934578' },
      omim: { uid: '191170' },
      pmc: { uid: '390337' },
      clinvar: { uid: '12374' },
    });
    expect(answer.extensions.entrez.calls.total).toBe(0);
  });

  it('lead on to everything a record has', async () => {
    const { data } = await gateway.query(
      '{ gene(symbol: "TP53") { symbol pubmed(first: 1) { totalCount nodes { title } } } }',
    );
    expect(data?.gene).toMatchObject({ symbol: 'TP53', pubmed: { nodes: [{ title: expect.any(String) as string }] } });
  });

  describe('given wrongly', () => {
    const ways =
      'Use exactly one of the arguments "uid", "id", "symbol", "ensemblId", "hgncId", "mgiId", "accession", "locusTag".';
    it.each([
      ['gene', 'uid: null', `gene: BAD_USER_INPUT No record is given. ${ways}`],
      [
        'gene',
        'uid: 7157, symbol: "TP53"',
        `gene: BAD_USER_INPUT Arguments "uid" and "symbol" are both given. ${ways}`,
      ],
      [
        'gene',
        'uid: 7157, organism: 9606',
        'gene: BAD_USER_INPUT Argument "organism" is "9606", but it belongs to "symbol", which is not given. Leave it out.',
      ],
      [
        'gene',
        'symbol: "TP53", organism: "[x]"',
        'gene: BAD_USER_INPUT Argument "organism" is "[x]". Use a taxonomy uid or the name of an organism.',
      ],
      [
        'gene',
        'symbol: ""',
        'gene: BAD_USER_INPUT Argument "symbol" is "". Use the official symbol of a gene, such as TP53.',
      ],
      [
        'pubmed',
        'doi: "nature12373"',
        'pubmed: BAD_USER_INPUT Argument "doi" is "nature12373". Use a DOI such as 10.1038/nature12373.',
      ],
      ['snp', 'rs: "ss5"', 'snp: BAD_USER_INPUT Argument "rs" is "ss5". Use an rs number such as rs28934578.'],
    ])('%s(%s) are refused at no cost, beside intact siblings', async (field, args, message) => {
      const answer = await gateway.query(`{ ${field}(${args}) { uid } mesh(uid: 1) { uid } }`);
      expect(errorsOf(answer)).toEqual([message]);
      expect(answer.data).toEqual({ [field]: null, mesh: { uid: '1' } });
      expect(answer.extensions.entrez.calls.total).toBe(0);
    });

    it('are refused without any argument too', async () => {
      expect(errorsOf(await gateway.query('{ gene { uid } }'))).toEqual([
        `gene: BAD_USER_INPUT No record is given. ${ways}`,
      ]);
    });
  });

  it('that no record carries are null with UNKNOWN_ID, beside intact siblings', async () => {
    const answer = await gateway.query(`{
      gene(symbol: "NOPE9", organism: 10090) { uid }
      known: gene(symbol: "BRCA1") { uid }
      protein(accession: "NP_000537.2") { uid }
      pubmed(doi: "10.9999/nothing") { uid }
    }`);
    expect(errorsOf(answer).toSorted()).toEqual([
      'gene: UNKNOWN_ID The sample data hold no gene record with symbol "NOPE9" in organism "10090".',
      'protein: UNKNOWN_ID The sample data hold no protein record with accession "NP_000537.2". "NP_000537.2" is an older version of NP_000537.3.',
      'pubmed: UNKNOWN_ID The sample data hold no pubmed record with doi "10.9999/nothing".',
    ]);
    expect(answer.data).toEqual({ gene: null, known: { uid: '672' }, protein: null, pubmed: null });
  });
});

describe('the cost of identifiers', () => {
  it('is one search and one summary call for many at once, titles and organisms included', async () => {
    await using gateway = await RunningGateway.start();
    const symbols = ['TP53', 'BRCA1', 'ABL1', 'AKT1', 'EGFR', 'KRAS'];
    const fields = symbols.map((symbol) => `${symbol}: gene(symbol: "${symbol}") { symbol title }`);
    const answer = await gateway.query(
      `{ ${fields.join(' ')} mouse: gene(symbol: "Trp53", organism: 10090) { symbol title } }`,
    );
    expect(answer.errors).toBeUndefined();
    expect(symbols.map((symbol) => answer.data?.[symbol].symbol as string)).toEqual(symbols);
    expect(answer.extensions.entrez.calls).toMatchObject({ esearch: 1, esummary: 1, total: 2 });

    const again = await gateway.query(`{ ${fields.join(' ')} }`);
    expect(again.extensions.entrez.calls.total).toBe(0);
  });

  it('is shared by operations that ask at the same time', async () => {
    await using gateway = await RunningGateway.start();
    const query = '{ pubmed(doi: "10.1055/s-0028-1085314") { title } }';
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.query(query)));
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    expect(gateway.sandbox.requests.map(({ utility }) => utility)).toEqual(['esearch', 'esummary']);
  });
});

describe('answers that need care', () => {
  it('to one identifier with several records are an error that lists them', async () => {
    await using gateway = await RunningGateway.start();
    const uids = ['9', '8', '7', '6', '5', '4'];
    gateway.sandbox.intercept(({ utility }) => {
      const summaries = uids.map((uid) => [uid, { uid, scientificname: 'Bacillus' }] as const);
      const esummary = { result: { uids, ...Object.fromEntries(summaries) } };
      const esearch = { esearchresult: { count: '6', retstart: '0', retmax: '500', idlist: uids } };
      return { body: JSON.stringify(utility === 'esearch' ? esearch : esummary) };
    });
    const answer = await gateway.query('{ taxonomy(name: "bacillus") { uid } }');
    expect(errorsOf(answer)).toEqual([
      'taxonomy: BAD_USER_INPUT Argument "name": name "bacillus" names several taxonomy records. Use one of the uids: 9 (Bacillus); 8 (Bacillus); 7 (Bacillus); 6 (Bacillus); 5 (Bacillus) and 1 more.',
    ]);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ db: 'taxonomy', uids: uids.slice(0, 5) });
  });

  it('are attributed by what summaries show, not by order: sequencing runs and former names', async () => {
    await using gateway = await RunningGateway.start();
    const summaries: Record<string, Record<string, object>> = {
      sra: {
        '2': { expxml: '<Experiment acc="SRX2"/>', runs: '<Run acc="SRR20"/><Run acc="SRR21"/>' },
        '1': { expxml: '<Experiment acc="SRX1"/>', runs: '<Run acc="SRR10"/>' },
      },
      taxonomy: { '1747': { scientificname: 'Cutibacterium acnes' } },
    };
    gateway.sandbox.intercept((request) => {
      const documents = summaries[parameterOf(request, 'db') ?? ''] ?? {};
      const uids = Object.keys(documents).toReversed();
      const esearch = { esearchresult: { count: String(uids.length), retstart: '0', retmax: '500', idlist: uids } };
      return { body: JSON.stringify(request.utility === 'esearch' ? esearch : { result: { uids, ...documents } }) };
    });
    const answer = await gateway.query(`{
      a: sra(accession: "SRR10") { uid }
      b: sra(accession: "SRR21") { uid }
      c: sra(accession: "SRX2") { uid accession }
      d: sra(accession: "SRR99") { uid }
      former: taxonomy(name: "Propionibacterium acnes") { uid scientificName }
    }`);
    expect(answer.data).toEqual({
      a: { uid: '1' },
      b: { uid: '2' },
      c: { uid: '2', accession: 'SRX2' },
      d: null,
      former: { uid: '1747', scientificName: 'Cutibacterium acnes' },
    });
    expect(errorsOf(answer)).toEqual(['d: UNKNOWN_ID The sample data hold no sra record with accession "SRR99".']);
  });

  it('that fail are failures, not unknown records', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(({ utility }) =>
      utility === 'esearch'
        ? { body: '{"esearchresult":{"ERROR":"Search Backend failed: no connection"}}' }
        : undefined,
    );
    const answer = await gateway.query('{ gene(symbol: "TP53") { uid } known: gene(uid: 672) { symbol } }');
    expect(errorsOf(answer)).toEqual([expect.stringMatching(/^gene: UPSTREAM_UNAVAILABLE /)]);
    expect(answer.data).toEqual({ gene: null, known: { symbol: 'BRCA1' } });
    gateway.sandbox.intercept(undefined);
    expect((await gateway.query('{ gene(symbol: "TP53") { uid } }')).data?.gene).toEqual({ uid: '7157' });
  });
});
