import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { inSlices, type Sliced } from '../../eutils/body/slices.js';
import { turns } from '../../turns.js';
import { EntrezError, type ErrorCode } from '../../eutils/failures/errors.js';
import type { LinkQuestion } from '../../loading/definitions/links.js';
import type { Links } from '../../loading/values/link-list.js';
import { badInput, checkListLength } from '../core/arguments.js';
import type { Context } from '../core/context.js';
import { didYouMean } from '../core/did-you-mean.js';
import type { EntrezRecord } from '../core/record.js';
import type { AnyLink } from '../links/link-arguments.js';
import { findLink } from '../links/find-link.js';
import { closerThan } from '../links/load-links.js';
import { lookUp } from '../lookup/lookup.js';
import { readAny } from '../lookup/read-name.js';
import type { RecordName } from '../lookup/record-name.js';
import { MAX_RECORDS } from '../records/list-roots.js';
import { readNode } from '../records/read-node.js';

/** Sources whose lists are requested in one turn of the event loop: some milliseconds of work, and a batch of most link names. */
export const PER_TURN = 200;

/** Sources as a caller names them, and the link name under which they are linked. */
export interface SourcesArgs {
  readonly of: readonly string[];
  readonly name: string;
  readonly to?: string | null | undefined;
}

/** Sources that were read: the link name and their names, with what the caller wrote. */
export interface Sources {
  readonly link: AnyLink;
  readonly names: readonly { readonly input: string; readonly name: RecordName }[];
}

/** A source and what it is linked to. */
interface SourceList {
  /** As the caller wrote it. */
  readonly input: string;
  readonly source: EntrezRecord;
  readonly links: Links;
}

/** A source whose links are not known. */
export interface MissingList {
  readonly input: string;
  /** The label of its list, where there are several. */
  readonly list?: string;
  /** Undefined where no record was found. */
  readonly source: EntrezRecord | undefined;
  readonly failure: EntrezError;
}

/** The lists of sources, each source once, and those that failed. */
export interface SourceLists {
  readonly lists: readonly SourceList[];
  readonly missing: readonly MissingList[];
}

/**
 * Reads sources. A uid alone is one of the database that the link name starts in.
 *
 * @param within - Stands before the names of the arguments in messages, such as `set.`.
 * @throws EntrezError `BAD_USER_INPUT` naming the argument, and of a record of another database the entry.
 */
export function readSources({ of, name, to }: SourcesArgs, catalog: Catalog, within = ''): Sources {
  const [argument, argumentOfName] = [`${within}of`, `${within}name`];
  checkListLength(of, MAX_RECORDS, argument);
  const read = (value: string): RecordName => readNode({ argument, value }, catalog);
  // Of a link name that the catalog lacks, the first source tells the database.
  const known = catalog.link(name);
  if (!known && to == null) {
    throw unknownLink(name, catalog, argumentOfName);
  }
  const db = known?.from ?? read(of[0] ?? '').db;
  const link = findLink(catalog, db, name, to, argumentOfName);
  return { link, names: of.map((input) => ({ input, name: readAny(db, { argument, value: input }) })) };
}

/**
 * Loads what each of many sources is linked to. A list that fails is named; it is not taken for an empty one.
 *
 * @throws EntrezError the first failure where all fail; `BAD_USER_INPUT` for a name of several records.
 */
export async function loadSourceLists(
  sources: Sources,
  question: LinkQuestion,
  minScore: number | null | undefined,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<SourceLists> {
  const found = await trySourceLists(sources, question, minScore, context, info);
  const [first] = found.missing;
  if (first && found.lists.length === 0) {
    throw first.failure;
  }
  degradeBy(found.missing, context);
  return found;
}

/**
 * The same, also where all lists fail, and without a word beside the data.
 *
 * @throws EntrezError `BAD_USER_INPUT` for a name of several records.
 */
export async function trySourceLists(
  { names }: Sources,
  question: LinkQuestion,
  minScore: number | null | undefined,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<SourceLists> {
  const path = responsePathAsArray(info.path);
  const load = async (input: string, name: RecordName): Promise<SourceList | MissingList> => {
    let source: EntrezRecord | undefined;
    try {
      source = await lookUp(name, context, path);
      source.namedAt(path);
      const links = await source.links(question, context);
      if (links.uids.length === 0) {
        source.warnOfEmptyLinks(context);
      }
      return { input, source, links };
    } catch (error) {
      if (!(error instanceof EntrezError) || error.code === 'BAD_USER_INPUT') {
        throw error;
      }
      return { input, source, failure: error };
    }
  };
  const begun: Promise<SourceList | MissingList>[] = [];
  for (const [index, { input, name }] of names.entries()) {
    // Of many also the first: their names were read in this turn, after the operation was parsed and checked.
    if (index % PER_TURN === 0 && names.length > PER_TURN) {
      await turns.next();
    }
    const each = load(input, name);
    // It may fail in a turn before the one that waits for all.
    each.catch(() => undefined);
    begun.push(each);
  }
  const found = await Promise.all(begun);
  const loaded = minScore == null ? found : await inSlices(closeLists(found, minScore, question.link.name));
  const lists = new Map<string, SourceList>();
  const missing = new Map<string, MissingList>();
  for (const each of loaded) {
    if ('links' in each) {
      lists.set(each.source.uid, each);
    } else {
      missing.set(each.source?.uid ?? each.input, each);
    }
  }
  return { lists: [...lists.values()], missing: [...missing.values()] };
}

/** Leaves out links with lower scores, with a pause after each list. A list that lacks scores is missing. */
export function* closeLists(
  lists: readonly (SourceList | MissingList)[],
  minScore: number,
  linkName: string,
): Sliced<(SourceList | MissingList)[]> {
  const close: (SourceList | MissingList)[] = [];
  for (const each of lists) {
    close.push('links' in each ? closeList(each, minScore, linkName) : each);
    yield;
  }
  return close;
}

function closeList({ input, source, links }: SourceList, minScore: number, linkName: string): SourceList | MissingList {
  try {
    return { input, source, links: closerThan(minScore, links, linkName) };
  } catch (error) {
    if (!(error instanceof EntrezError)) {
      throw error;
    }
    return { input, source, failure: error };
  }
}

/** Says beside the data that links of sources are missing. */
export function degradeBy(missing: readonly MissingList[], context: Context): void {
  for (const [code, { message, sources }] of byCode(missing)) {
    const whose = sources === 1 ? '1 source' : `${sources} sources`;
    context.operation.degrade({ code, message: `Links of ${whose} are missing. ${message}` });
  }
}

function unknownLink(name: string, catalog: Catalog, argument: string): EntrezError {
  const names = catalog.links.map((link) => link.name);
  const meant = didYouMean(name, names);
  const remedy = 'Use a link name that linkNames lists, or give "to", the database it leads to.';
  const suggestion = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return badInput(argument, name, `${remedy}${suggestion}`, ', which the catalog does not list');
}

/** How many sources failed with each code, and the message of one. */
function byCode(
  missing: readonly MissingList[],
): Map<ErrorCode, { readonly message: string; readonly sources: number }> {
  const found = new Map<ErrorCode, { readonly message: string; readonly sources: number }>();
  for (const { failure } of missing) {
    const { message, sources } = found.get(failure.code) ?? { message: failure.message, sources: 0 };
    found.set(failure.code, { message, sources: sources + 1 });
  }
  return found;
}
