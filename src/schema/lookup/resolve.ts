import { EntrezError, orFailure } from '../../eutils/failures/errors.js';
import type { DocSum } from '../../eutils/records/esummary.js';
import { findsNo, hasNo } from '../core/absence.js';
import { ArgumentError } from '../core/arguments.js';
import type { Context } from '../core/context.js';
import { EntrezRecord } from '../core/record.js';
import { fateOf } from '../core/successor.js';
import { disagreements, matchCitation, reasonOf } from './citations/match-citation.js';
import { findName } from './find-name.js';
import { followSuccessors } from './follow-successors.js';
import type { MatchKind } from './match-kind.js';
import { plainText } from './plain-text.js';
import { chain, readAny, readAnywhere, WORDS_OF_TITLE } from './read-name.js';
import {
  type CitedName,
  type Given,
  isSearched,
  type KnownName,
  type RecordName,
  type SearchedName,
} from './record-name.js';
import { doubtAbout, reasonAgainst, reasonNoGene, reasonNotIndexed } from './unreadable.js';

/** A record that a name may be of, and how it is. */
export interface Match {
  readonly how: MatchKind;
  readonly record: EntrezRecord;
}

/** What became of a name. */
export interface Outcome {
  readonly kind: string | null;
  readonly status: 'FOUND' | 'AMBIGUOUS' | 'NOT_FOUND';
  readonly matches: readonly Match[];
  readonly note: string | null;
}

/** What a name may be, before NCBI is asked. */
export interface Readings {
  readonly names: readonly RecordName[];
  /** Why there are none. */
  readonly note?: string;
  /** What to do when no record has them. */
  readonly hint?: string;
}

/** The name of a taxon in one word. */
const WORD = /^\p{L}[\p{L}-]{2,}$/u;

/** Words of a title that is looked for without a database. */
const SHORTEST_TITLE = 3;

/** The form of a name tells nothing of its database. */
const HINT = 'Looked for among genes, taxa and articles. For other records, choose a database.';

/** Records that one name is said to be of at most. */
const MAX_MATCHES = 20;

/**
 * What a name may be: what can be told from its form; in given databases, also what each of them takes; and without them,
 * a symbol or, where no gene has it or of several words, a taxon or the title of an article.
 */
export function readReadings(given: Given, databases: readonly string[] | undefined): Readings {
  const recognized = readAnywhere(given, databases);
  if (recognized) {
    return { names: [recognized] };
  }
  const text = plainText(given.value);
  if (databases) {
    const isOfGenes = databases.every((db) => db === 'gene');
    const reason = reasonNotIndexed(text) ?? (isOfGenes ? reasonNoGene(text) : undefined);
    if (reason !== undefined) {
      return { names: [], note: reason };
    }
    const read = databases.map((db) => orFailure(() => readAny(db, given)));
    const names = read.flatMap((name) => (name instanceof EntrezError ? [] : name));
    const [failure] = read.filter((name) => name instanceof EntrezError);
    return names.length === 0 && failure ? { names, note: noteOf(failure) } : { names };
  }
  const reason = reasonAgainst(text);
  if (reason !== undefined) {
    return { names: [], note: reason };
  }
  if (/^\d*$/.test(text)) {
    const note = 'A number may be a uid of any database. Give "in", or write a prefix such as PMID: before it.';
    return { names: [], note: text === '' ? 'The name is empty.' : note };
  }
  const name = orFailure(() => (/\s/.test(text) ? taxonOrTitle(given, text) : symbolOrTaxon(given)));
  return name instanceof EntrezError
    ? { names: [], note: noteOf(name) }
    : { names: [name], hint: doubtAbout(text) ?? HINT };
}

/** Several words are a taxon, or the title of an article; the longer they are, the rather a title. */
function taxonOrTitle(given: Given, text: string): RecordName {
  const words = text.split(/\s+/).length;
  const taxon = orFailure(() => readAny('taxonomy', given));
  const title = words < SHORTEST_TITLE ? undefined : orFailure(() => readAny('pubmed', given));
  const isTitle = title && !(title instanceof EntrezError);
  if (taxon instanceof EntrezError) {
    if (isTitle) {
      return title;
    }
    throw taxon;
  }
  if (!isTitle) {
    return taxon;
  }
  return words < WORDS_OF_TITLE ? chain(taxon, [title]) : chain(title, [taxon]);
}

/** A symbol; a word of letters may also be a taxon, of the names that summaries show: synonyms would cost a search each. */
function symbolOrTaxon(given: Given): RecordName {
  const symbol = readAny('gene', given);
  const taxon = WORD.test(plainText(given.value)) ? readAny('taxonomy', given) : undefined;
  if (!taxon || !isSearched(taxon)) {
    return symbol;
  }
  const { mayBe: _synonyms, ...lookup } = taxon.lookup;
  return chain(symbol, [{ ...taxon, lookup: { ...lookup, identifier: 'shown name' } }]);
}

/**
 * The records that a name is of.
 *
 * @throws EntrezError when NCBI fails to say so.
 */
export async function resolveName({ names, note, hint }: Readings, context: Context): Promise<Outcome> {
  const found = await Promise.all(
    names.map(async (name) => {
      if ('uid' in name) {
        return matchUid(name, context);
      }
      return 'citation' in name ? matchReference(name, context) : matchIdentifier(name, context);
    }),
  );
  const matches = eachOnce(found.flatMap((each) => each.matches));
  const notes = found.flatMap((each) => each.note ?? []);
  const isAmbiguous = matches.length > 1 || found.some((each) => each.isAmbiguous === true);
  const [best] = [...found.filter((each) => each.matches.length > 0), ...names];
  const more = matches.length > MAX_MATCHES ? [`And ${matches.length - MAX_MATCHES} more records.`] : [];
  const told = [...notes, ...more, ...(matches.length === 0 && !isAmbiguous && hint !== undefined ? [hint] : [])].join(
    ' ',
  );
  return {
    kind: best?.kind ?? null,
    status: isAmbiguous ? 'AMBIGUOUS' : matches.length === 1 ? 'FOUND' : 'NOT_FOUND',
    matches: matches.slice(0, MAX_MATCHES),
    note: told === '' ? (note ?? null) : told,
  };
}

interface Found {
  readonly kind: string;
  readonly matches: readonly Match[];
  readonly note?: string | undefined;
  /** Whether there are several records that NCBI does not name. */
  readonly isAmbiguous?: boolean;
}

/** The article that a printed reference fits, with what it says otherwise. */
async function matchReference({ kind, citation }: CitedName, context: Context): Promise<Found> {
  const answer = await matchCitation(citation, context);
  const uids = answer.status === 'FOUND' ? [answer.uid] : answer.status === 'AMBIGUOUS' ? answer.uids : [];
  const matches = uids.map((uid): Match => ({ how: 'CITATION', record: new EntrezRecord('pubmed', uid) }));
  if (answer.status === 'AMBIGUOUS') {
    return { kind, matches, isAmbiguous: true, note: `The reference fits ${answer.count} articles.` };
  }
  const [match] = matches;
  if (!match) {
    const none = `${findsNo('article of this citation', context.operation)}.`;
    return { kind, matches, note: [none, reasonOf(answer) ?? []].flat().join(' ') };
  }
  const summary = await known(() => match.record.summary(context));
  const others = summary ? disagreements(citation, summary) : [];
  return {
    kind,
    matches,
    note: others.length > 0 ? `The article has another ${others.join(', another ')}.` : undefined,
  };
}

/** The record with a uid, if NCBI has its summary. */
async function matchUid({ db, uid, kind }: KnownName, context: Context): Promise<Found> {
  const record = new EntrezRecord(db, uid);
  const summary = await known(() => record.summary(context));
  return summary
    ? { kind, ...(await inForce({ how: 'UID', record }, summary, context)) }
    : { kind, matches: [], note: `${hasNo(`${db} record with uid ${uid}`, context.operation)}.` };
}

/** A match, or the record that NCBI has put in its place. */
async function inForce(match: Match, summary: DocSum, context: Context): Promise<Omit<Found, 'kind'>> {
  const { db, uid } = match.record;
  const fate = fateOf(db, uid, summary);
  // Where the successor is not found, the record that NCBI still shows is better than none.
  const successor = fate?.successor && (await known(() => followSuccessors(match.record, context, [])));
  return { matches: [successor ? { how: 'SUCCESSOR', record: successor } : match], note: fate?.message };
}

async function matchIdentifier(name: SearchedName, context: Context): Promise<Found> {
  const { uids, how, note } = await findName(name, context);
  const { kind } = name;
  if (uids.length === 0) {
    const none = `${findsNo(`${name.db} record with ${name.shown}`, context.operation)}.`;
    const elsewhere = name.elsewhere && (await matchIdentifier(name.elsewhere, context));
    const notes = [none, elsewhere?.note ?? []].flat().join(' ');
    return elsewhere && elsewhere.matches.length > 0
      ? { ...elsewhere, note: notes }
      : { kind, matches: [], note: notes };
  }
  const found = await Promise.all(
    uids.slice(0, MAX_MATCHES + 1).map(async (uid): Promise<Omit<Found, 'kind'>> => {
      const record = new EntrezRecord(name.db, uid);
      const summary = await known(() => record.summary(context));
      const isSeen = note !== undefined || !summary || isShown(name, summary);
      const match = { how: isSeen ? how : name.howUnseen, record };
      return summary ? inForce(match, summary, context) : { matches: [match] };
    }),
  );
  const notes = [note, ...found.map((each) => each.note)].filter((each) => each !== undefined);
  return {
    kind,
    matches: found.flatMap(({ matches }) => matches),
    note: notes.length === 0 ? undefined : notes.join(' '),
  };
}

/** Whether the summary of a record shows the name. */
function isShown({ lookup, key }: SearchedName, summary: DocSum): boolean {
  return lookup.namesIn(summary).some((shown) => shown.toLowerCase() === key.toLowerCase());
}

/** Each record once: old names may lead to one that the new name leads to as well. */
function eachOnce(matches: readonly Match[]): Match[] {
  const seen = new Map(matches.toReversed().map((match) => [`${match.record.db} ${match.record.uid}`, match] as const));
  return matches.filter((match) => seen.get(`${match.record.db} ${match.record.uid}`) === match);
}

/** What is loaded; undefined when there is no such record. */
async function known<T>(load: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof EntrezError && error.code === 'UNKNOWN_ID') {
      return undefined;
    }
    throw error;
  }
}

/** A name is one of many, so that its note speaks of it and not of the argument. */
function noteOf(failure: EntrezError): string {
  return failure instanceof ArgumentError ? `The name is ${failure.aboutValue}` : failure.message;
}
