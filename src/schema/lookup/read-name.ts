import { badInput, parseUid } from '../core/arguments.js';
import { encodeId } from '../core/global-id.js';
import { ADDRESS, type CompactName, MAX_NAME_LENGTH, readCompact } from './compact-name.js';
import { DATABASES, identifiersOf, rulesOf } from './identifiers.js';
import type { Identifier } from './identifier.js';
import { identifiersIn, readPrintedCitation } from './citations/citation-text.js';
import { plainText } from './plain-text.js';
import { type Given, isSearched, type KnownName, nameOf, type RecordName } from './record-name.js';

/** A prefix and the databases whose records it may stand for, in the order in which they are tried. */
const PREFIXES = prefixTable();

/**
 * Reads what stands for a uid: the uid, a CURIE or the address of a page.
 *
 * @param otherwise - What is taken besides, for the error: `, or ...`.
 * @throws EntrezError `BAD_USER_INPUT` naming the argument; for a name of another database, it names both.
 */
export function readUid(db: string, given: Given, otherwise?: string): RecordName {
  const { argument, value } = given;
  const text = plainText(value);
  const compact = readCompact(text);
  const named = compact ? readLocal(db, compact, given, true) : readGlobalId(text);
  if (named?.db === db) {
    return named;
  }
  const owners = named ? [named.db] : compact ? databasesOf(compact.prefix) : [];
  if (owners.length > 0) {
    throw owners.includes(db)
      ? badInput(argument, value, 'Check the part behind the prefix.', `, which is no identifier of ${db}`)
      : badInput(argument, value, `Use a record of ${db}.`, `, which belongs to ${owners.join(' or ')}, not to ${db}`);
  }
  const uid = rulesOf(db).uidForm?.exec(text)?.[1] ?? text;
  if (/^\d+$/.test(uid)) {
    return { db, kind: 'uid', uid: parseUid(uid, argument, otherwise) };
  }
  const own = otherwise === undefined ? otherArguments(db, argument, text) : [];
  const owner = own.some(({ isTold }) => isTold) ? undefined : readAnywhere(given);
  if (owner && owner.db !== db) {
    throw badInput(argument, value, `Use a record of ${db}.`, `, which belongs to ${owner.db}, not to ${db}`);
  }
  const others = own.map(({ written }) => `, or ${written}`).join('');
  return { db, kind: 'uid', uid: parseUid(value, argument, otherwise ?? others) };
}

/**
 * The plain form of what was given for an identifier, which may have a prefix, quotes or the address of a page around it;
 * undefined when it cannot be such an identifier.
 */
export function parseGiven(
  db: string,
  { prefixes = [], borrowed = [], parse }: Identifier,
  value: string,
): string | undefined {
  const text = plainText(value);
  const compact = readCompact(text);
  const isOwn = compact && [db, ...prefixes, ...borrowed, ...(rulesOf(db).uidPrefixes ?? [])].includes(compact.prefix);
  return parse(value) ?? parse(text) ?? (isOwn ? parse(compact.local.trim()) : undefined);
}

/** An argument beside `uid` or `uids`, with a value. */
interface OtherArgument {
  readonly written: string;
  /** Whether the form of the value says so, and not only the argument. */
  readonly isTold: boolean;
}

/** The arguments that take a text which is no uid, for its error: those that its form tells, else the first. */
function otherArguments(db: string, given: string, text: string): readonly OtherArgument[] {
  if (!['uid', 'uids'].includes(given) || text.length > MAX_NAME_LENGTH) {
    return [];
  }
  const takers = identifiersOf(db).flatMap(
    ({ argument, plural, parse, recognize, recognizeHere = recognize, lastResort }): readonly OtherArgument[] => {
      const value = JSON.stringify(text);
      const written = given === 'uid' ? `${argument}: ${value}` : `${plural}: [${value}]`;
      const isTold = recognizeHere?.test(text) === true || lastResort?.test(text) === true;
      return parse(text) === undefined ? [] : [{ written, isTold }];
    },
  );
  const told = takers.filter(({ isTold }) => isTold);
  return told.length > 0 ? told : takers.slice(0, 1);
}

/**
 * Reads an identifier of a record in any form: all that stands for a uid, and what its database recognizes.
 *
 * @throws EntrezError as {@link readUid}.
 */
export function readAny(db: string, given: Given): RecordName {
  const text = plainText(given.value);
  if (text.length > MAX_NAME_LENGTH) {
    throw badInput(given.argument, given.value, `Use at most ${MAX_NAME_LENGTH} characters.`);
  }
  const recognized = readRecognized(db, text, given, ({ recognize, recognizeHere = recognize }) => recognizeHere);
  if (recognized) {
    return chain(recognized, lastResorts(recognized, text, given, [db]));
  }
  const cited = db === 'pubmed' ? readReference(text, given) : undefined;
  const named = cited ?? (isSpecial(db, text) ? undefined : readByForm(db, text, given));
  const others = identifiersOf(db).map(({ expected }) => `, or ${expected}`);
  return named ?? readUid(db, given, others.join(''));
}

/** Texts of so many words are rather titles than names. */
export const WORDS_OF_TITLE = 6;

/** What the first identifier takes whose form a text may have. */
function readByForm(db: string, text: string, given: Given): RecordName | undefined {
  for (const identifier of identifiersOf(db)) {
    const plain = identifier.parse(text);
    if (plain !== undefined) {
      return nameOf(db, identifier, plain, given);
    }
  }
  return undefined;
}

/** Names one of which is meant: each is tried when those before it are of no record. */
export function chain(first: RecordName, others: readonly RecordName[]): RecordName {
  const [second, ...rest] = others;
  const next = second && chain(second, rest);
  return isSearched(first) && next && isSearched(next) ? { ...first, elsewhere: next } : first;
}

/**
 * Reads an identifier of a record of any database; undefined for what no database alone can be told from. Where several
 * have such records, the one whose uid it holds, or whose accessions look so, is meant.
 */
export function readAnywhere(given: Given, databases: readonly string[] = DATABASES): RecordName | undefined {
  const text = plainText(given.value);
  const own = readGlobalId(text);
  if (own || text.length > MAX_NAME_LENGTH) {
    return own && databases.includes(own.db) ? own : undefined;
  }
  const compact = readCompact(text);
  // GI numbers are uids of two databases.
  const isShared = databases.filter((db) => rulesOf(db).uidForm?.test(text)).length > 1;
  const candidates = databases.flatMap((db) => {
    const named = compact && readLocal(db, compact, given, databases !== DATABASES);
    const uid = isShared ? undefined : rulesOf(db).uidForm?.exec(text)?.[1];
    const recognized = named ?? readRecognized(db, text, given, ({ recognize }) => recognize);
    return recognized ?? (uid === undefined ? [] : { db, kind: 'uid', uid });
  });
  const local = compact?.local.trim() ?? text;
  const best =
    candidates.find((name) => 'uid' in name) ??
    candidates.find(({ db, kind }) =>
      identifiersOf(db).some(({ argument, recognize }) => argument === kind && recognize?.test(local)),
    ) ??
    candidates[0];
  return best
    ? chain(best, lastResorts(best, text, given, databases))
    : databases.includes('pubmed')
      ? readReference(text, given)
      : undefined;
}

/** An article by a printed reference, or by the one identifier that the reference ends with. */
function readReference(text: string, given: Given): RecordName | undefined {
  if (!/\s/.test(text)) {
    return undefined;
  }
  const citation = readPrintedCitation(text);
  const { pmids, dois } = identifiersIn(text);
  const [argument, value] = pmids.length > 0 ? ['pmid', ...pmids] : ['doi', ...dois];
  const identifier = identifiersOf('pubmed').find((each) => each.argument === argument);
  const plain = pmids.length + dois.length > 0 && pmids.length < 2 && value !== undefined && identifier?.parse(value);
  if (identifier && plain && (citation || text.split(/\s+/).length >= WORDS_OF_TITLE)) {
    return nameOf('pubmed', identifier, plain, given);
  }
  return citation && { db: 'pubmed', kind: 'citation', citation, argument: given.argument };
}

/** What else a text is tried as when no record has it as what it seems to be: P2RY12 has the form of an accession. */
function lastResorts(
  best: RecordName,
  text: string,
  given: Given,
  databases: readonly string[],
): readonly RecordName[] {
  return databases
    .flatMap((db) => readRecognized(db, text, given, ({ lastResort }) => lastResort) ?? [])
    .filter(({ db, kind }) => db !== best.db || kind !== best.kind);
}

/** The record of a database by what only such an identifier looks like. `text` is the plain form of what was given. */
function readRecognized(
  db: string,
  text: string,
  given: Given,
  formOf: (identifier: Identifier) => RegExp | undefined,
): RecordName | undefined {
  const recognized = identifiersOf(db).find((identifier) => formOf(identifier)?.test(text));
  const plain = recognized?.parse(text);
  return recognized && plain !== undefined ? nameOf(db, recognized, plain, given) : undefined;
}

/** Whether a text has a form that names without a prefix have not. */
function isSpecial(db: string, text: string): boolean {
  const prefix = readCompact(text)?.prefix;
  return (
    /^\d+$/.test(text) ||
    ADDRESS.test(text) ||
    rulesOf(db).uidForm?.test(text) === true ||
    readGlobalId(text) !== undefined ||
    (prefix !== undefined && databasesOf(prefix).length > 0)
  );
}

/** The databases whose records a prefix may stand for. */
export function databasesOf(prefix: string): readonly string[] {
  return PREFIXES.get(prefix) ?? [];
}

/**
 * The record of a database that a CURIE names; undefined when it is none of this database.
 *
 * @param mayBorrow - Whether it may be named by a record of another database.
 */
function readLocal(
  db: string,
  { prefix, local }: CompactName,
  given: Given,
  mayBorrow: boolean,
): RecordName | undefined {
  const text = local.trim();
  const { uidPrefixes = [] } = rulesOf(db);
  const isOwn = prefix === db || uidPrefixes.includes(prefix);
  if (isOwn && /^0*[1-9]\d{0,19}$/.test(text)) {
    return { db, kind: 'uid', uid: parseUid(text, given.argument) };
  }
  for (const identifier of identifiersOf(db)) {
    const { prefixes = [], borrowed = [], recognize, recognizeHere = recognize } = identifier;
    const isMeant =
      prefixes.includes(prefix) ||
      (mayBorrow && borrowed.includes(prefix)) ||
      (isOwn && recognizeHere?.test(text) === true);
    // The identifiers of some registries have the prefix in them: HP:0001250.
    const plain = isMeant ? (identifier.parse(text) ?? identifier.parse(`${prefix}:${text}`)) : undefined;
    if (plain !== undefined) {
      return nameOf(db, identifier, plain, given);
    }
  }
  return undefined;
}

/** A record by the id that this API gives it; undefined for anything else. */
function readGlobalId(text: string): KnownName | undefined {
  const [, db = '', uid = ''] = /^([a-z]+):0*([1-9]\d{0,19})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  return DATABASES.includes(db) && encodeId(db, uid) === text ? { db, kind: 'id', uid } : undefined;
}

function prefixTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const db of DATABASES) {
    const { uidPrefixes = [], identifiers = [] } = rulesOf(db);
    const prefixes = [db, ...uidPrefixes, ...identifiers.flatMap((identifier) => identifier.prefixes ?? [])];
    for (const prefix of new Set(prefixes)) {
      table.set(prefix, [...(table.get(prefix) ?? []), db]);
    }
  }
  return table;
}
