import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { typeName } from '../../src/catalog/names.js';
import { readIds } from '../../src/cli/query/ids-file.js';
import { identifiersOf } from '../../src/schema/lookup/identifiers.js';
import { keysOf } from '../../src/schema/lookup/keys.js';
import { readReadings } from '../../src/schema/lookup/resolve.js';
import { hurryClock } from '../support/hurried-clock.js';
import { type Row, ROWS } from '../support/identifier-rows.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

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
