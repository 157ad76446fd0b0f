import type { Catalog } from '../../catalog/catalog.js';
import { sendOnce } from '../../loading/send-once.js';
import { readSearch, searchRequest } from '../../eutils/search/esearch.js';
import { decodePost, postRequest, type StoredSet } from '../../eutils/search/history.js';
import { decodeStoredLinks, type StoredLinksAnswer, storeLinksRequest } from '../../eutils/links/history-links.js';
import { malformed } from '../../eutils/failures/malformed.js';
import { badInput } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import { MAX_LINKED, MAX_POSTED, parseLinkSources, parseStoredSet, parseWebEnv } from './history-arguments.js';
import { type NamedRecords, readRecords, uidsOf } from '../lookup/named-records.js';
import type { AnyLink } from '../links/link-arguments.js';
import { findLink } from '../links/find-link.js';
import { didYouMean } from '../core/did-you-mean.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../core/paging.js';
import { estimated } from '../cost/dry-run-extension.js';
import { countsSet, storesSet } from '../cost/estimates/stored-sets.js';
import { checkTerm } from '../core/query-arguments.js';
import { warnOfRemarks } from '../search/search-warnings.js';
import type { SharedTypes } from '../records/record-interface.js';
import {
  countOfSet,
  pageOfSet,
  estimatePageOfSet,
  storedRecordConnectionType,
  type StoredPageArgs,
  type StoredRecords,
} from './stored-records.js';

/** A set that was just stored. */
interface NewSet extends StoredRecords {
  /** Undefined where NCBI did not tell it. */
  readonly count?: number;
  readonly problems: readonly string[];
}

interface SearchArgs {
  readonly db: string;
  readonly term: string;
  readonly webEnv?: string | null | undefined;
}

interface PostArgs extends NamedRecords {
  readonly db: string;
  readonly webEnv?: string | null | undefined;
}

type LinksArgs = Parameters<typeof parseLinkSources>[1] & {
  readonly name: string;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
};

type PageOfSetArgs = StoredPageArgs & StoredSet & { readonly db: string };

const EFFECT =
  'Although it is a query, it has an effect: NCBI stores a new set each time, so the answer is never taken from a cache.';

/** Adds `history { search post links records }`: sets of uids that NCBI keeps for some hours, for other tools to use. */
export function addHistory(builder: Builder, catalog: Catalog, shared: SharedTypes): void {
  const { database } = shared;
  const nameOf = (db: string): string => catalog.database(db)?.name ?? db;
  const searchOf = ({ db, term, webEnv }: SearchArgs) => ({
    db: nameOf(db),
    term: checkTerm(term, 'term'),
    retstart: 0,
    retmax: 0,
    useHistory: true,
    webEnv: given(webEnv, parseWebEnv),
  });
  const postOf = ({ db, uids, ids, webEnv }: PostArgs) => ({
    db: nameOf(db),
    names: readRecords(nameOf(db), { uids, ids }, MAX_POSTED),
    webEnv: given(webEnv, parseWebEnv),
  });
  const linksOf = ({ name, from, to, ...sources }: LinksArgs) => {
    const link = findLink(catalog, from == null ? sourceOf(name, catalog) : nameOf(from), name, to);
    return { link, sources: parseLinkSources(link.from, sources) };
  };
  const storedLinksOf = (args: LinksArgs) => {
    const { link, sources } = linksOf(args);
    return { db: link.to, names: 'names' in sources ? sources.names : undefined };
  };
  const storedSet = storedSetType(builder, shared);
  const connection = storedRecordConnectionType(builder, shared);

  const history = builder.objectRef<object>('History').implement({
    description:
      'Sets of uids stored at NCBI, named by webEnv and queryKey, which every E-utility accepts. For handing over results, not for traversing links: a set does not tell which source owns a link, NCBI drops it after some hours, and it failed to store the links of more than 1,000 sources.',
    fields: (t) => ({
      search: t.field({
        type: storedSet,
        description: `Stores all hits of a search, also those of a PubMed search beyond the first 9,999. Null when there are none to store. ${EFFECT}`,
        args: {
          db: t.arg({ type: database, required: true, description: 'Database to search.' }),
          term: t.arg.string({
            required: true,
            description:
              'Query in the language of Entrez. With webEnv it may name sets stored there, such as #1 AND human[orgn].',
          }),
          webEnv: t.arg.string({ description: 'Environment to store the set in. Default: a new one.' }),
        },
        extensions: storesSet('esearch', searchOf, { tellsCount: true }),
        resolve: async (_history, args, context, info) => {
          const { operation } = context;
          const question = searchOf(args);
          const answer = await sendOnce(
            { request: searchRequest(question), decode: (body) => readSearch(body, question) },
            operation,
          );
          const { stored, count, warnings } = answer;
          warnOfRemarks(answer, context, info);
          return stored ? ({ ...stored, db: question.db, count, problems: warnings } satisfies NewSet) : null;
        },
      }),
      post: t.field({
        type: storedSet,
        description: `Stores uids. What NCBI left out is told in problems; whether a record exists it does not look. ${EFFECT}`,
        args: {
          db: t.arg({ type: database, required: true, description: 'Database of the records.' }),
          uids: t.arg.idList({ description: `From 1 to ${MAX_POSTED} uids, CURIEs or page addresses.` }),
          ids: t.arg.idList({ description: 'Instead of uids: identifiers of any kinds, mixed.' }),
          webEnv: t.arg.string({ description: 'Environment to store the set in. Default: a new one.' }),
        },
        extensions: storesSet('epost', postOf, { tellsCount: false }),
        resolve: async (_history, args, context, info) => {
          const { operation } = context;
          const { names, ...rest } = postOf(args);
          const question = { ...rest, uids: await uidsOf(names, context, info) };
          const posted = await sendOnce(
            { request: postRequest(question), decode: (body) => decodePost(body, question) },
            operation,
          );
          return { ...posted, db: question.db } satisfies NewSet;
        },
      }),
      links: t.field({
        type: storedSet,
        description: `Stores what records are linked to under one link name: one set for all of them. The records are given by uids, or as a stored set by webEnv and queryKey. Null when there are no links: NCBI then stores nothing. ${EFFECT}`,
        args: {
          name: t.arg.string({ required: true, description: 'Link name, such as gene_pubmed.' }),
          from: t.arg({
            type: database,
            description: 'Database of the records. Default: the one in which the link name starts.',
          }),
          to: t.arg({
            type: database,
            description: 'Database that the links lead to. Needed only for a link name that linkNames does not list.',
          }),
          uids: t.arg.idList({ description: `From 1 to ${MAX_LINKED} uids, CURIEs or page addresses of the records.` }),
          ids: t.arg.idList({ description: 'Instead of uids: identifiers of any kinds, mixed.' }),
          webEnv: t.arg.string({ description: 'Environment that holds the records as a stored set.' }),
          queryKey: t.arg.string({ description: 'Number of that set.' }),
        },
        extensions: storesSet('elink', storedLinksOf, { tellsCount: false }),
        resolve: async (_history, args, context, info) => {
          const { operation } = context;
          const { link, sources } = linksOf(args);
          const given = 'names' in sources ? { uids: await uidsOf(sources.names, context, info) } : sources;
          const question = { from: link.from, to: link.to, linkName: link.name, ...given };
          const set = await sendOnce(
            {
              request: storeLinksRequest(question, 'json'),
              fallback: storeLinksRequest(question, 'xml'),
              decode: (body, retmode) => theSet(decodeStoredLinks(body, retmode, question), link),
            },
            operation,
          );
          return set && ({ ...set, db: link.to, problems: [] } satisfies NewSet);
        },
      }),
      records: t.field({
        type: connection,
        description:
          'The records of a stored set, page by page. Of a set of PubMed only the first 9,999 can be reached. HISTORY_EXPIRED when NCBI does not keep the set, or no longer.',
        args: {
          db: t.arg({ type: database, required: true, description: 'Database of the records; NCBI does not tell it.' }),
          webEnv: t.arg.string({ required: true, description: 'Environment of the set.' }),
          queryKey: t.arg.string({ required: true, description: 'Number of the set in its environment.' }),
          first: t.arg.int({ description: `How many records, 0 to ${MAX_PAGE}. Default: ${DEFAULT_PAGE}.` }),
          after: t.arg.string({ description: 'Cursor behind which the page starts.' }),
        },
        extensions: estimated((_history, { db, webEnv, queryKey, ...page }: PageOfSetArgs, scope) =>
          estimatePageOfSet({ db: nameOf(db), ...parseStoredSet({ webEnv, queryKey }) }, page, scope),
        ),
        resolve: async (_history, { db, webEnv, queryKey, ...page }, context, info) =>
          pageOfSet({ db: nameOf(db), ...parseStoredSet({ webEnv, queryKey }) }, page, context, info),
      }),
    }),
  });

  builder.queryField('history', (t) =>
    t.field({ type: history, nullable: false, description: 'Sets of uids stored at NCBI.', resolve: () => ({}) }),
  );
}

function storedSetType(builder: Builder, { database }: SharedTypes) {
  return builder.objectRef<NewSet>('StoredSet').implement({
    description:
      'A set of uids that NCBI keeps for some hours; how long, it does not say. Whoever knows webEnv can read it.',
    fields: (t) => ({
      db: t.expose('db', { type: database, nullable: false, description: 'Database of the records in the set.' }),
      webEnv: t.exposeString('webEnv', {
        nullable: false,
        description: 'Environment of the set, the parameter WebEnv of E-utilities. One environment holds many sets.',
      }),
      queryKey: t.exposeString('queryKey', {
        nullable: false,
        description: 'Number of the set in its environment, the parameter query_key of E-utilities.',
      }),
      count: t.int({
        description: 'How many records the set has. For sets of posted uids and of links this costs one search.',
        extensions: countsSet,
        resolve: (set, _args, context) => set.count ?? countOfSet(set, context),
      }),
      problems: t.exposeStringList('problems', {
        nullable: false,
        description: 'What NCBI could not find or left out. The set holds the rest.',
      }),
    }),
  });
}

/** The one set that was asked for; null when there are no links. */
function theSet({ sets }: StoredLinksAnswer, link: AnyLink): StoredSet | null {
  const [set, ...others] = sets;
  if (others.length > 0 || (set && set.linkName !== link.name)) {
    throw malformed(`NCBI stored other links than ${link.name}.`);
  }
  return set ?? null;
}

function sourceOf(name: string, catalog: Catalog): string {
  const known = catalog.link(name);
  if (known) {
    return known.from;
  }
  const meant = didYouMean(
    name,
    catalog.links.map((link) => link.name),
  );
  const suggestion = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw badInput(
    'name',
    name,
    `Give "from" and "to" as well if NCBI has this link name.${suggestion}`,
    ', which is not in linkNames',
  );
}

function given<T>(value: string | null | undefined, parse: (value: string) => T): T | undefined {
  return value == null ? undefined : parse(value);
}
