import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { typeName } from '../../src/catalog/names.js';
import { readIds } from '../../src/cli/query/ids-file.js';
import { identifiersOf } from '../../src/schema/lookup/identifiers.js';
import { keysOf } from '../../src/schema/lookup/keys.js';
import { readReadings } from '../../src/schema/lookup/resolve.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

interface Row {
  readonly db: string;
  readonly argument: string;
  /** An identifier, and the record that the sample has under it; null where it has none. */
  readonly right: string;
  readonly uid: string | null;
  /** A text that is no such identifier. */
  readonly wrong: string;
}

/** Every identifier of every database. */
const ROWS: readonly Row[] = (
  [
    ['assembly', 'accession', 'GCF_000001405.40', null, 'GCF_1'],
    ['assembly', 'accession', 'GCA_000238955', '398768', 'GCA_000238'],
    ['assembly', 'name', 'GRCh38.p14', null, 'GRCh38*'],
    ['bioproject', 'accession', 'PRJNA168', null, 'PRJNA'],
    ['biosample', 'accession', 'SAMN02604091', null, 'SAMX1'],
    ['biosample', 'accession', 'SRS000001', null, 'SRX000001'],
    ['biosample', 'accession', 'GSM2453023', null, 'GSE93374'],
    ['books', 'accession', 'NBK65951', null, 'NBK'],
    ['cdd', 'accession', 'cd00400', null, 'cd1'],
    ['cdd', 'accession', 'PF00870.21', null, 'PF1'],
    ['cdd', 'accession', 'SM00312', null, 'SM1'],
    ['cdd', 'accession', 'COG0001', null, 'COG1'],
    ['clinvar', 'accession', 'VCV000000009.5', '9', 'VCV'],
    ['clinvar', 'accession', 'RCV000000019', '9', 'RCV'],
    ['clinvar', 'accession', 'SCV000020149', null, 'SCV'],
    ['clinvar', 'alleleId', '15048', '9', 'a15048'],
    ['clinvar', 'hgvs', 'NM_000410.3:c.845G>A', '9', 'HFE:c.845G>A'],
    ['clinvar', 'rs', 'rs1800562', null, 'rs'],
    ['clinvar', 'spdi', 'NC_000006.12:26092912:G:A', '9', 'NC_000006.11:26092912:G:A'],
    ['clinvar', 'spdi', 'NC_000006.12:26092912:G:C', null, '6:26092912:G:C'],
    ['dbvar', 'accession', 'nsv513796', null, 'nsv'],
    ['dbvar', 'accession', 'esv1', null, 'esv'],
    ['gap', 'accession', 'phs000007.v1.p1', null, 'phs7'],
    ['gap', 'accession', 'phs000424.v8.p2', '9000000031', 'phs424'],
    ['gds', 'accession', 'GSE93374', '200093374', 'GSX1'],
    ['gene', 'symbol', 'TP53', '7157', 'TP53*'],
    ['gene', 'symbol', 'HER2', '2064', 'HER"2'],
    ['gene', 'ensemblId', 'ENSG00000141510.18', '7157', 'ENST00000269305'],
    ['gene', 'hgncId', 'HGNC:11998', '7157', 'HGNC:x'],
    ['gene', 'mgiId', 'MGI:98834', null, 'MGI:x'],
    ['gene', 'accession', 'NM_000546.6', '7157', 'NG_017013.2'],
    ['gene', 'accession', 'NP_000537', '7157', 'NP_1'],
    ['gene', 'accession', 'P04637.4', '7157', 'P0463'],
    ['gene', 'accession', 'BC003596', null, 'TP53'],
    ['gene', 'locusTag', 'b0344', null, 'b 0344'],
    ['genome', 'accession', 'GCA_000238955.2', '2640', 'GCX_000238955.2'],
    ['genome', 'accession', 'GCA_000238955', '2640', 'GCA_1'],
    ['genome', 'accession', 'PRJNA43325', '2640', 'PRJNA'],
    ['geoprofiles', 'name', 'GDS3710 / 1567687_at', null, 'GDS3710'],
    ['gtr', 'accession', 'GTR000500010.5', null, 'GTR1'],
    ['ipg', 'accession', 'WP_003131952.1', null, 'WP_1'],
    ['ipg', 'accession', 'KJV04014.1', '79092155', 'KJV'],
    ['medgen', 'conceptId', 'C0024796', null, 'C1'],
    ['medgen', 'hpoId', 'HP:0001250', null, 'HP:1'],
    ['medgen', 'mondoId', 'MONDO:0007947', null, 'MONDO:x'],
    ['medgen', 'orphanetId', 'ORPHA:558', null, 'ORPHA:x'],
    ['medgen', 'mim', '154700', null, '15470'],
    ['medgen', 'name', 'Alzheimer disease', '1853', 'Alzheimer*'],
    ['mesh', 'meshId', 'D009369', null, 'D1'],
    ['mesh', 'term', 'Neoplasms', null, 'Neoplasms*'],
    ['nlmcatalog', 'nlmUniqueId', '2985038R', null, 'R2985038'],
    ['nlmcatalog', 'issn', '0028-0836', null, '0028'],
    ['nlmcatalog', 'abbreviation', 'Nat Med', null, 'Nat*'],
    ['nuccore', 'accession', 'NM_152783.2', null, 'NM 152783'],
    ['nuccore', 'accession', 'S42443.1', '253490', 'S'],
    ['omim', 'mim', '191170', '191170', '19117'],
    ['pccompound', 'inchiKey', 'BSYNRYMUTXBXSQ-UHFFFAOYSA-N', null, 'BSYNRYMUTXBXSQ'],
    ['pccompound', 'cas', '50-78-2', null, '50-78-3'],
    ['pccompound', 'name', 'aspirin', null, 'aspirin*'],
    ['pcassay', 'sourceId', 'CHEMBL615117', null, 'CHEMBL*'],
    ['pcsubstance', 'sourceId', '30497-EP2292088A1', '127317050', 'EP*'],
    ['pmc', 'pmcid', 'PMC390337', '390337', 'PMCx'],
    ['pmc', 'doi', '10.1093/nar/gkh340', '390337', '10.1093'],
    ['pmc', 'pmid', '15034147', '390337', 'x15034147'],
    ['protein', 'accession', 'NP_000537.3', '120407068', 'NP 000537'],
    ['protein', 'accession', 'NP_000537.2', null, 'NP'],
    ['protein', 'accession', 'sp|P04637|P53_HUMAN', '9000000026', 'sp|'],
    ['proteinclusters', 'accession', 'PRK14674', '2516486', 'PRK'],
    ['protfam', 'accession', 'NF012345.1', null, 'NF1'],
    ['protfam', 'accession', 'NF033103', '9000000032', 'NF3'],
    ['protfam', 'accession', 'NF033103.1', '9000000032', 'NF33103'],
    ['pubmed', 'doi', '10.1093/nar/gkh340', '15034147', '10.1093'],
    ['pubmed', 'pmcid', 'PMC390337', '15034147', 'PMCx'],
    ['pubmed', 'pmid', 'PMID:15034147', '15034147', 'PMID:x'],
    ['snp', 'rs', 'rs1800562', '1800562', 'rsx'],
    ['snp', 'ss', 'ss4921649', null, 'ssx'],
    ['snp', 'spdi', 'NC_000006.12:26092912:G:A', null, 'NC_000006.11:26092912:G:A'],
    ['sra', 'accession', 'SRR000001', null, 'SRZ000001'],
    ['sra', 'accession', 'SRX2481508', '9000000033', 'SRX'],
    ['seqannot', 'accession', 'NA000006492.2', null, 'NA6492'],
    ['sra', 'accession', 'GSM2453023', null, 'GSE93374'],
    ['sra', 'accession', 'SAMN02604091', null, 'SAMX1'],
    ['sra', 'accession', 'PRJNA168', null, 'PRJX1'],
    ['sra', 'accession', 'SRP096558', null, 'SRP'],
    ['structure', 'pdb', '1TUP:A', '9000000029', '1TUPX'],
    ['structure', 'pdb', 'pdb_00001tup', '9000000029', 'pdb_1tup'],
    ['taxonomy', 'name', 'Homo sapiens', '9606', 'Homo*'],
  ] as const
).map(([db, argument, right, uid, wrong]) => ({ db, argument, right, uid, wrong }));

/** Databases whose records have no names but uids, and what people try instead. */
const UIDS_ALONE: Readonly<Record<string, string>> = {
  annotinfo: 'GCF_000001405.40',
  biocollections: 'USNM',
  blastdbinfo: 'nr',
  gapplus: 'phs000007',
  grasp: 'rs7412',
  orgtrack: 'human',
};

/** A row as a caller writes it, and what an answer says of it. */
type Answers = Readonly<Record<string, string>>;

function label({ db, argument, right }: Row): string {
  return `${db}(${argument}: ${JSON.stringify(right)})`;
}

function forAll(answerTo: (row: Row, index: number) => string): Answers {
  return Object.fromEntries(ROWS.map((row, index) => [label(row), answerTo(row, index)]));
}

/** What each root gives for its identifier: the record, or that none is found by it. */
const FOUND = forAll(({ uid }) => uid ?? 'UNKNOWN_ID');

describe('every identifier', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('is in the table, and so is every database', () => {
    const { records } = loadCatalog();
    const all = records.flatMap(({ name }) => identifiersOf(name).map(({ argument }) => `${name}.${argument}`));
    expect(new Set(ROWS.map(({ db, argument }) => `${db}.${argument}`))).toEqual(new Set(all));
    expect(Object.keys(UIDS_ALONE)).toEqual(
      records.flatMap(({ name }) => (identifiersOf(name).length === 0 ? name : [])),
    );
  });

  it('is taken by the root of its database, and what is none is refused with what was expected', async () => {
    const roots = (side: 'right' | 'wrong') =>
      ROWS.map((row, index) => `a${index}: ${row.db}(${row.argument}: ${JSON.stringify(row[side])}) { uid }`);
    const right = await gateway.query(`{ ${roots('right').join(' ')} }`);
    expect(forAll((_, index) => outcome(right, [`a${index}`]))).toEqual(FOUND);
    const wrong = await gateway.query(`{ ${roots('wrong').join(' ')} }`);
    expect(forAll((_, index) => outcome(wrong, [`a${index}`]))).toEqual(forAll(() => 'BAD_USER_INPUT'));
    for (const [index, { argument, wrong: text }] of ROWS.entries()) {
      expect(messageAt(wrong, [`a${index}`])).toMatch(new RegExp(`^Argument "${argument}" is .*(Use|Enter) `, 's'));
      expect(messageAt(wrong, [`a${index}`])).toContain(JSON.stringify(text));
    }
    expect(wrong.extensions.entrez.calls.total).toBe(0);
  });

  it('is taken in lists by the plural, where what is none fails at its place alone', async () => {
    const lists = ROWS.map(({ db, argument, right, wrong }, index) => {
      const plural = identifiersOf(db).find((each) => each.argument === argument)?.plural ?? '';
      return `a${index}: ${db}(${plural}: ${JSON.stringify([wrong, right])}) { uid }`;
    });
    const answer = await gateway.query(`{ records { ${lists.join(' ')} } }`);
    expect(forAll((_, index) => outcome(answer, ['records', `a${index}`, 1]))).toEqual(FOUND);
    expect(forAll((_, index) => outcome(answer, ['records', `a${index}`, 0]))).toEqual(forAll(() => 'BAD_USER_INPUT'));
    expect(forAll(({ wrong }, index) => String(messageAt(answer, ['records', `a${index}`, 0])?.includes(JSON.stringify(wrong))))).toEqual(forAll(() => 'true')); // prettier-ignore
  });

  it('is a key of federation where it names one record and a field holds it', async () => {
    const keys = ROWS.flatMap((row) => {
      const key = [...keysOf(row.db).values()].find(({ identifier }) => identifier.argument === row.argument);
      return key && key.scope === undefined ? { row, field: key.field } : [];
    });
    expect(keys.length).toBeGreaterThan(40);
    const ask = (side: 'right' | 'wrong') =>
      gateway.query('query ($all: [_Any!]!) { _entities(representations: $all) { ... on Record { uid } } }', {
        all: keys.map(({ row, field }) => ({ __typename: typeName(row.db), [field]: row[side] })),
      });
    const right = await ask('right');
    expect(keys.map(({ row }, index) => `${label(row)} ${outcome(right, ['_entities', index])}`)).toEqual(
      keys.map(({ row }) => `${label(row)} ${FOUND[label(row)]}`),
    );
    const wrong = await ask('wrong');
    expect(keys.map((_, index) => outcome(wrong, ['_entities', index]))).toEqual(keys.map(() => 'BAD_USER_INPUT'));
  });

  it('resolves in its database, in whatever form files have it', async () => {
    const { ids } = readIds(`query\n${ROWS.map(({ right }) => `"${right}"\tmore`).join('\r\n')}`);
    expect(ids).toEqual(ROWS.map(({ right }) => right));
    const fields = ROWS.map(
      ({ db }, index) =>
        `a${index}: resolve(names: [${JSON.stringify(ids[index])}], in: [${db}]) { kind status matches { record { uid } } note }`,
    );
    const answer = await gateway.query(`{ ${fields.join(' ')} }`);
    expect(answer.errors).toBeUndefined();
    const resolved = ROWS.map((_, index) => resolutionOf(answer, `a${index}`));
    for (const [index, { uid, db, right }] of ROWS.entries()) {
      const { status, matches, note } = resolved[index] ?? {};
      // A number by itself is a uid.
      if (/^\d+$/.test(right) && right !== uid) {
        expect(status).toBe('NOT_FOUND');
      } else if (uid !== null) {
        expect([right, matches?.map(({ record }) => record.uid)]).toEqual([right, [uid]]);
      } else if (status === 'NOT_FOUND') {
        // Said of the sample, which must not pass for NCBI, of one database and with the name.
        expect(note).toMatch(new RegExp(`^The sample data hold no ${db} record with `));
      }
    }
  });

  it('is never said of NCBI where the sandbox has answered', async () => {
    const names = ['NOPE9', 'NP_000537.2', '10.9999/nothing', 'PMID:999999999', 'P2RY12'];
    const answer = await gateway.query(
      '{ gene(symbol: "NOPE9") { uid } record(id: "NP_000537.9") { uid } pubmed(uid: 999999999) { title } ' +
        `resolve(names: ${JSON.stringify(names)}) { status note } }`,
    );
    const said = [...(answer.errors ?? []).map(({ message }) => message), ...answer.data?.resolve.map(noteOf)];
    expect(said).toHaveLength(3 + names.length);
    expect(said.filter((each) => each.includes('NCBI'))).toEqual([]);
    expect(said.filter((each) => each.startsWith('The sample data hold no '))).toHaveLength(said.length - 1);
  });

  it.each([
    ['1TUP:A', 'structure pdb'],
    ['PF00870', 'cdd accession'],
    ['Pfam:PF00870', 'cdd accession'],
    ['SM00312', 'cdd accession'],
    ['NF012345.1', 'protfam accession'],
    ['NF012345', 'cdd accession'],
    ['NC_000006.12:26092912:G:A', 'snp spdi'],
    ['AB012345.1', 'nuccore accession'],
  ])('%s by itself is of %s', (value, expected) => {
    const [name] = readReadings({ argument: 'names', value }, undefined).names;
    expect(name && `${name.db} ${name.kind}`).toBe(expected);
  });

  it.each(Object.entries(UIDS_ALONE))('there is none of %s, whose root says so of %s', async (db, text) => {
    const { errors, extensions } = await gateway.query(`{ ${db}(uid: ${JSON.stringify(text)}) { uid } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(`Argument "uid" is ${JSON.stringify(text)}`);
    expect(extensions.entrez.calls.total).toBe(0);
  });
});

/** The uid at a path, or the code of its error. */
function outcome(answer: GraphqlAnswer, path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], answer.data);
  const failed = answer.errors?.filter((error) => String(error.path) === String(path)) ?? [];
  const uid = (found as { readonly uid: string } | null | undefined)?.uid ?? [];
  return [uid, ...failed.map(({ extensions }) => extensions.code)].flat().join(' ');
}

function noteOf({ note }: Resolution): string {
  return note ?? '';
}

function messageAt(answer: GraphqlAnswer, path: readonly (string | number)[]): string | undefined {
  return answer.errors?.find((error) => String(error.path) === String(path))?.message;
}

interface Resolution {
  readonly status: string;
  readonly matches: readonly { readonly record: { readonly uid: string } }[];
  readonly note: string | null;
}

function resolutionOf(answer: GraphqlAnswer, name: string): Resolution | undefined {
  return (answer.data?.[name] as readonly Resolution[] | undefined)?.[0];
}
