import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import { parameterOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const { records } = JSON.parse(readFileSync(new URL('../../sample/graph.json', import.meta.url), 'utf8')) as {
  readonly records: {
    readonly pubmed: Readonly<Record<string, { readonly doi?: string }>>;
    readonly gene: Readonly<
      Record<string, { readonly symbol: string; readonly taxid: string; readonly discontinued?: string }>
    >;
  } & Readonly<Record<string, Readonly<Record<string, object>>>>;
};
const DOIS = Object.entries(records.pubmed).flatMap(([uid, { doi }]) =>
  doi === undefined ? [] : [{ uid, name: doi }],
);
const SYMBOLS = Object.entries(records.gene).flatMap(([uid, { symbol, taxid, discontinued }]) =>
  taxid === '9606' && discontinued === undefined ? [{ uid, name: symbol }] : [],
);

interface Match {
  readonly how: string;
  readonly record: { readonly db: string; readonly uid: string };
}

interface Resolved {
  readonly input: string;
  readonly kind: string | null;
  readonly status: string | null;
  readonly matches: readonly Match[] | null;
  readonly note: string | null;
}

const QUERY = `query ($names: [String!]!, $in: [DatabaseName!], $organism: ID) {
  resolve(names: $names, in: $in, organism: $organism) {
    input kind status matches { how record { db uid } } note
  }
}`;

/** What became of a name, in short: `FOUND symbol OFFICIAL_SYMBOL gene 7157`. */
function short({ kind, status, matches }: Resolved): string {
  return [status, kind ?? '-', ...(matches ?? []).map(({ how, record: { db, uid } }) => `${how} ${db} ${uid}`)].join(
    ' ',
  );
}

describe('resolve', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  async function resolve(names: readonly string[], more: object = {}): Promise<readonly Resolved[]> {
    const { data, errors } = await gateway.query(QUERY, { names, ...more });
    expect(errors).toBeUndefined();
    return (data?.resolve ?? []) as Resolved[];
  }

  it('finds names of mixed kinds in their order, duplicates kept, and says how each matches', async () => {
    const expected: Readonly<Record<string, string>> = {
      TP53: 'FOUND symbol OFFICIAL_SYMBOL gene 7157',
      tp53: 'FOUND symbol OFFICIAL_SYMBOL gene 7157',
      HER2: 'FOUND symbol ALIAS gene 2064',
      KRAS: 'FOUND symbol OFFICIAL_SYMBOL gene 3845',
      FANCD: 'AMBIGUOUS symbol ALIAS gene 675 ALIAS gene 2177',
      'NCBIGene:672': 'FOUND uid UID gene 672',
      'https://www.ncbi.nlm.nih.gov/gene/672': 'FOUND uid UID gene 672',
      '10.1055/s-0028-1085314': 'FOUND doi ACCESSION pubmed 219391',
      'https://doi.org/10.1055/S-0028-1085314': 'FOUND doi ACCESSION pubmed 219391',
      'PMID:219391': 'FOUND pmid UID pubmed 219391',
      PMC390337: 'FOUND pmcid UID pmc 390337',
      'NP_000537.3': 'FOUND accession ACCESSION protein 120407068',
      'NP_000537.2': 'FOUND accession OLD_VERSION protein 120407068',
      'NP_000537.9': 'NOT_FOUND accession',
      GSE93374: 'FOUND accession ACCESSION gds 200093374',
      RCV000000019: 'FOUND accession ACCESSION clinvar 9',
      VCV000000009: 'FOUND accession UID clinvar 9',
      ENSG00000141510: 'FOUND ensemblId CROSS_REFERENCE gene 7157',
      'Homo sapiens': 'FOUND name NAME taxonomy 9606',
      txid9606: 'FOUND uid UID taxonomy 9606',
      'NCBIGene:999999999': 'NOT_FOUND uid',
      NOPE9: 'NOT_FOUND symbol',
      '7157': 'NOT_FOUND -',
      '': 'NOT_FOUND -',
      'TP53"[PREF] OR "BRCA1': 'NOT_FOUND name',
      '*': 'NOT_FOUND -',
      'Homo sapien*': 'NOT_FOUND -',
      'TP53 AND BRCA1': 'NOT_FOUND name',
      ['A'.repeat(10_000)]: 'NOT_FOUND -',
    };
    const names = [...Object.keys(expected), 'TP53', 'TP53'];
    const found = await resolve(names);
    expect(found.map(({ input }) => input)).toEqual(names);
    expect(Object.fromEntries(found.map((each) => [each.input, short(each)]))).toEqual({
      ...expected,
      // The order of several is NCBI's.
      FANCD: expect.stringMatching(/^AMBIGUOUS symbol ALIAS gene (675|2177) ALIAS gene (675|2177)$/) as string,
    });
    for (const { input, status, note } of found) {
      expect([input, status === 'NOT_FOUND' && note === null]).toEqual([input, false]);
    }
    expect(found.find(({ input }) => input === 'NP_000537.2')?.note).toBe(
      '"NP_000537.2" is an older version of NP_000537.3.',
    );
  });

  it('tries a word that no gene has as a taxon, and says so', async () => {
    const found = await resolve(['Mammalia', 'bacillus', 'human', 'Homo', 'Nosuchword', 'TP53']);
    expect(found.map(short)).toEqual([
      'FOUND name NAME taxonomy 40674',
      expect.stringMatching(/^AMBIGUOUS name NAME taxonomy (1386|55087) NAME taxonomy (1386|55087)$/),
      'FOUND name NAME taxonomy 9606',
      'NOT_FOUND symbol',
      'NOT_FOUND symbol',
      'FOUND symbol OFFICIAL_SYMBOL gene 7157',
    ]);
    expect(found[0]?.note).toMatch(/^The sample data hold no gene record with symbol "Mammalia"/);
    expect((await resolve(['Mammalia'], { in: ['gene'] })).map(short)).toEqual(['NOT_FOUND symbol']);
  });

  it('looks among the databases and in the organism that are given', async () => {
    expect((await resolve(['7157', 'Trp53'], { in: ['gene'], organism: '10090' })).map(short)).toEqual([
      'FOUND uid UID gene 7157',
      'FOUND symbol OFFICIAL_SYMBOL gene 22059',
    ]);
    expect((await resolve(['219391', 'PMC390337', 'NCBIGene:7157'], { in: ['pubmed'] })).map(short)).toEqual([
      'FOUND uid UID pubmed 219391',
      'FOUND pmcid ACCESSION pubmed 15034147',
      'NOT_FOUND -',
    ]);
    expect((await resolve(['human'], { in: ['taxonomy'] })).map(short)).toEqual(['FOUND name NAME taxonomy 9606']);
    expect((await resolve(['9606'], { in: ['taxonomy', 'gene'] })).map(({ status }) => status)).toEqual(['FOUND']);
    expect((await resolve(['253490', 'S42443'], { in: ['nucleotide'] })).map(short)).toEqual([
      'FOUND uid UID nuccore 253490',
      'FOUND accession ACCESSION nuccore 253490',
    ]);
  });

  it.each([
    [{ names: [] }, 'Argument "names" is an empty list. Use 1 to 1000 entries.'],
    [
      { names: Array.from({ length: 1001 }, () => 'TP53') },
      'Argument "names" has 1001 entries. Use 1 to 1000 entries.',
    ],
    [{ names: ['TP53'], in: [] }, 'Argument "in" is an empty list. Use 1 to 1000 entries.'],
    [
      { names: ['TP53'], organism: '"x"' },
      'Argument "organism" is "\\"x\\"". Use a taxonomy uid or the name of an organism.',
    ],
  ])('refuses what is no list of names (%#)', async (variables, message) => {
    const { errors } = await gateway.query(QUERY, variables);
    expect(errors?.map((error) => [error.extensions.code, error.message])).toEqual([['BAD_USER_INPUT', message]]);
  });
});

describe('the cost of resolve', () => {
  it('is one search and one summary call for each hundred names of a kind, which the plan foresees', async () => {
    await using gateway = await RunningGateway.start();
    const dois = DOIS.slice(0, 500);
    const sought = [...SYMBOLS.slice(0, 90), ...dois];
    const bad = ['NOPE9', '10.9999/nothing', '"', 'HER2'];
    const names = [...sought.map(({ name }) => name), ...bad, ...sought.slice(0, 300).map(({ name }) => name)];
    const { data: planned } = await gateway.query(
      'query ($query: String!, $variables: JSON) { plan(query: $query, variables: $variables) { complete calls { best worst } } }',
      { query: QUERY, variables: { names } },
    );
    const { data, errors, extensions } = await gateway.query(QUERY, { names });
    expect(errors).toBeUndefined();
    const found = data?.resolve as readonly Resolved[];
    expect(found).toHaveLength(names.length);
    expect(found.slice(0, sought.length).map(({ matches }) => matches?.map(({ record }) => record.uid))).toEqual(
      sought.map(({ uid }) => [uid]),
    );
    expect(found.slice(sought.length, sought.length + bad.length).map(({ status }) => status)).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'FOUND',
    ]);
    // 92 symbols in one search, two of them again as aliases; then the DOIs, one of which no article has.
    const searches = 1 + 1 + Math.ceil((dois.length + 1) / 100);
    expect(extensions.entrez.calls.esearch).toBe(searches);
    expect(extensions.entrez.calls.total).toBeLessThanOrEqual(2 * searches);
    expect(planned?.plan.complete).toBe(true);
    expect(planned?.plan.calls.best).toBeLessThanOrEqual(extensions.entrez.calls.total);
    expect(planned?.plan.calls.worst).toBeGreaterThanOrEqual(extensions.entrez.calls.total);
  });

  it('is one more search and summary call for all words that no gene has, which the plan foresees', async () => {
    await using gateway = await RunningGateway.start();
    const plan = async (names: readonly string[]): Promise<{ best: number; worst: number }> => {
      const { data } = await gateway.query(
        'query ($query: String!, $variables: JSON) { plan(query: $query, variables: $variables) { calls { best worst } } }',
        { query: QUERY, variables: { names } },
      );
      return data?.plan.calls as { best: number; worst: number };
    };
    const taxa = (): number =>
      gateway.sandbox.requests.filter(
        (request) => request.utility === 'esearch' && parameterOf(request, 'db') === 'taxonomy',
      ).length;
    const names = ['TP53', 'Mammalia', 'Bacillus', 'Nosuchword', 'Othernone'];
    const planned = await plan(names);
    const { extensions } = await gateway.query(QUERY, { names });
    expect(taxa()).toBe(1);
    expect(planned.best).toBeLessThanOrEqual(extensions.entrez.calls.total);
    expect(planned.worst).toBeGreaterThanOrEqual(extensions.entrez.calls.total);
    expect(await plan(names)).toEqual({ best: 0, worst: 0 });
    expect((await gateway.query(QUERY, { names })).extensions.entrez.calls.total).toBe(0);
    await gateway.query(QUERY, { names: ['BRCA1', 'BRCA2'] });
    expect(taxa()).toBe(1);
  });

  it('does not grow when fields of the records are selected that the summaries hold', async () => {
    await using gateway = await RunningGateway.start();
    const query = '{ resolve(names: ["TP53", "BRCA1", "NCBIGene:25"]) { matches { record { title curie } } } }';
    const { data, extensions } = await gateway.query(query);
    expect(data?.resolve).toEqual(
      [
        ['tumor protein p53', 'NCBIGene:7157'],
        ['BRCA1 DNA repair associated', 'NCBIGene:672'],
        ['ABL proto-oncogene 1, non-receptor tyrosine kinase', 'NCBIGene:25'],
      ].map(([title, curie]) => ({ matches: [{ record: { title, curie } }] })),
    );
    expect(extensions.entrez.calls.esearch).toBe(1);
    expect(extensions.entrez.calls.total).toBeLessThanOrEqual(3);
  });
});

/** Names of many kinds, each with the database and the uid of its record, and bad names. */
function mixedNames() {
  const all = (db: 'pubmed' | 'pmc' | 'snp' | 'omim' | 'clinvar' | 'protein' | 'nuccore') =>
    Object.entries(
      records[db] as Readonly<
        Record<string, { readonly accessionVersion?: string; readonly rs?: string; readonly rcv?: readonly string[] }>
      >,
    );
  const take = (db: Parameters<typeof all>[0], from: number, count: number, nameOf: (uid: string) => string) =>
    all(db)
      // Merged SNPs are those that they were merged into.
      .filter(([uid, { rs }]) => rs === undefined || rs === `rs${uid}`)
      .slice(from, from + count)
      .map(([uid]) => ({ db, uid, name: nameOf(uid) }));
  const accessions = (['protein', 'nuccore'] as const).flatMap((db) =>
    all(db).flatMap(([uid, { accessionVersion: name }]) => (name === undefined ? [] : [{ db, uid, name }])),
  );
  const rcv = all('clinvar').flatMap(([uid, { rcv }]) =>
    rcv?.[0] === undefined ? [] : [{ db: 'clinvar', uid, name: rcv[0] }],
  );
  return [
    ...SYMBOLS.map((each) => ({ db: 'gene', ...each })),
    ...DOIS.slice(0, 240).map((each) => ({ db: 'pubmed', ...each })),
    ...take('pubmed', 900, 120, (uid) => `PMID:${uid}`),
    ...take('pubmed', 1100, 30, (uid) => `https://pubmed.ncbi.nlm.nih.gov/${uid}/`),
    ...take('pmc', 0, 100, (uid) => `PMC${uid}`),
    ...take('snp', 0, 150, (uid) => `rs${uid}`),
    ...take('omim', 0, 100, (uid) => `OMIM:${uid}`),
    ...take('clinvar', 300, 60, (uid) => `VCV${uid.padStart(9, '0')}`),
    ...rcv.slice(0, 30),
    ...accessions,
  ];
}

describe('a thousand names of mixed kinds', () => {
  it('are all accounted for, in the fewest searches and summaries, and bad ones cost the others nothing', async () => {
    await using gateway = await RunningGateway.start();
    const good = mixedNames();
    const bad = [
      'NOPE9',
      '10.9999/nothing',
      'PMID:999999999',
      'RGD:3889',
      '',
      'rs99999999999',
      'NP_999999.9',
      '1-Sep',
      'PMID:12x',
    ];
    const names = [...good.map(({ name }) => name), ...bad];
    expect(names.length).toBeGreaterThan(900);
    // A bad name in the middle of each kind.
    for (const [place, name] of bad.entries()) {
      names.splice(place * 100, 0, name);
    }
    const { data, errors, extensions } = await gateway.query(QUERY, { names });
    expect(errors).toBeUndefined();
    const found = data?.resolve as readonly Resolved[];
    expect(found.map(({ input }) => input)).toEqual(names);
    const records = new Map(good.map(({ db, uid, name }) => [name, `${db} ${uid}`]));
    for (const { input, status, matches, note } of found) {
      const expected = records.get(input);
      expect([input, status, ...(matches ?? []).map(({ record: { db, uid } }) => `${db} ${uid}`)]).toEqual(
        expected === undefined ? [input, 'NOT_FOUND'] : [input, 'FOUND', expected],
      );
      expect([input, expected !== undefined || (note ?? '') !== '']).toEqual([input, true]);
    }
    // Symbols, DOIs, RCV accessions, and the accessions of proteins and of nucleotides are searched, a hundred at a time.
    const count = (of: (each: { readonly db: string; readonly name: string }) => boolean) => good.filter(of).length;
    const searched = [
      count(({ db }) => db === 'gene'),
      count(({ name }) => name.startsWith('10.')),
      count(({ name }) => name.startsWith('RCV')),
      count(({ db }) => db === 'protein'),
      count(({ db }) => db === 'nuccore'),
    ];
    const searches = searched.reduce((sum, each) => sum + Math.ceil(each / 100), 0);
    // Articles and variants come in two steps: some have their uids in their names, others are searched.
    const summaries = new Set(good.map(({ db }) => db)).size + 2;
    // Three bad names are tried once more: as an alias, as an older version, as a SNP.
    expect(extensions.entrez.calls.esearch).toBeLessThanOrEqual(searches + 3);
    expect(extensions.entrez.calls.esummary).toBeLessThanOrEqual(summaries + 3);
  });
});

describe('resolve when NCBI fails', () => {
  it('is an error of the names that were to be searched, never NOT_FOUND, and costs no other name anything', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept((request) =>
      request.utility === 'esearch' && parameterOf(request, 'db') === 'pubmed'
        ? { body: '{"esearchresult":{"ERROR":"Search Backend failed: no connection"}}' }
        : undefined,
    );
    const { data, errors } = await gateway.query(QUERY, { names: ['TP53', '10.1055/s-0028-1085314', 'PMID:219391'] });
    expect((data?.resolve as readonly Resolved[]).map(({ status, matches }) => [status, matches?.length])).toEqual([
      ['FOUND', 1],
      [null, undefined],
      ['FOUND', 1],
    ]);
    expect(errors).toMatchObject([
      { path: ['resolve', 1, 'status'], extensions: { code: 'UPSTREAM_UNAVAILABLE', fields: ['status', 'matches'] } },
    ]);
  });
});
