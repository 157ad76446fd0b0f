import { createHash } from 'node:crypto';

import { badInput } from './arguments.js';
import type { Catalog } from '../catalog/catalog.js';
import { typeName } from '../catalog/names.js';
import type { SearchAnswer } from '../eutils/esearch.js';
import type { Builder } from './builder.js';
import { Cursors } from './cursor.js';
import type { PageInfo } from './link-connection.js';
import type { RecordRef } from './link-fields.js';
import { checkPageSize, DEFAULT_PAGE, MAX_PAGE } from './paging.js';
import { EntrezRecord } from './record.js';
import { ownSelection, selects } from './selection.js';
import type { SharedTypes } from './shared-types.js';

/** ESearch shows no more than this of a PubMed search (protocol: recorded 2026); for other databases it is not known. */
const PUBMED_WINDOW = 9999;

interface Hit {
  readonly node: EntrezRecord;
  readonly cursor: string;
}

/** One page of the hits of a search. */
class SearchConnection {
  readonly edges: readonly Hit[];
  readonly pageInfo: PageInfo;
  readonly #answer: SearchAnswer;

  constructor(db: string, answer: SearchAnswer, cursors: Cursors) {
    this.#answer = answer;
    this.edges = answer.uids.map((uid, offset) => ({
      node: new EntrezRecord(db, uid),
      cursor: cursors.encode({ uid, index: answer.retstart + offset }),
    }));
    const end = answer.retstart + answer.uids.length;
    this.pageInfo = {
      hasPreviousPage: answer.retstart > 0,
      hasNextPage: end < Math.min(answer.count, db === 'pubmed' ? PUBMED_WINDOW : Infinity),
      startCursor: this.edges.at(0)?.cursor ?? null,
      endCursor: this.edges.at(-1)?.cursor ?? null,
    };
  }

  get nodes(): EntrezRecord[] {
    return this.edges.map(({ node }) => node);
  }

  get totalCount(): number {
    return this.#answer.count;
  }

  get queryTranslation(): string | null {
    return this.#answer.queryTranslation ?? null;
  }

  get warnings(): readonly string[] {
    return this.#answer.warnings;
  }
}

/** Adds `search { pubmed(term:) ... }` with a connection for each database. */
export function addSearch(
  builder: Builder,
  catalog: Catalog,
  shared: SharedTypes,
  recordOf: (db: string) => RecordRef,
): void {
  const searches = builder.objectRef<object>('Search').implement({ description: 'Searches, one field for each database.' });
  const connections = new Map(
    catalog.records.map(({ name }) => [name, searchConnectionType(builder, shared, typeName(name), recordOf(name))]),
  );
  for (const { name, label, aliasOf: db = name } of catalog.databases) {
    const type = connections.get(db);
    if (!type) {
      continue;
    }
    builder.objectField(searches, name, (t) =>
      t.field({
        type,
        description: `Searches ${label} as its search box does.`,
        args: {
          term: t.arg.string({ required: true, description: 'Query in the language of Entrez, such as TP53[gene] AND human[orgn].' }),
          first: t.arg.int({ description: `How many hits, 1 to ${MAX_PAGE}. Default: ${DEFAULT_PAGE}.` }),
          after: t.arg.string({ description: 'Cursor behind which the page starts.' }),
        },
        resolve: async (_searches, { term, first, after }, { loaders, operation }, info) => {
          checkPageSize({ first });
          if (term.trim() === '') {
            throw badInput('term', 'a query', term);
          }
          const cursors = new Cursors(`search:${db}:${digest(term)}`);
          const retstart = after == null ? 0 : cursors.decode(after, 'after').index + 1;
          if (after != null && db === 'pubmed' && retstart >= PUBMED_WINDOW) {
            throw badInput('after', `a cursor among the first ${PUBMED_WINDOW} hits, all that NCBI shows of a PubMed search`, after);
          }
          const own = ownSelection(info);
          const wantsHits = ['edges', 'nodes', 'pageInfo'].some((field) => selects(info, own, field));
          const retmax = wantsHits ? (first ?? DEFAULT_PAGE) : 0;
          return new SearchConnection(db, await loaders.search({ db, term, retstart, retmax }, operation), cursors);
        },
      }),
    );
  }
  builder.queryField('search', (t) =>
    t.field({ type: searches, nullable: false, description: 'Searches, one field for each database.', resolve: () => ({}) }),
  );
}

/** Stands for a term in cursors: a term may be long, and each edge has a cursor. */
function digest(term: string): string {
  return createHash('sha256').update(term).digest('base64url').slice(0, 16);
}

function searchConnectionType(builder: Builder, { pageInfo }: SharedTypes, name: string, node: RecordRef) {
  const edge = builder.objectRef<Hit>(`${name}SearchEdge`).implement({
    description: `A ${name} record that a search found.`,
    fields: (t) => ({
      node: t.expose('node', { type: node, nullable: false, description: 'The record that was found.' }),
      cursor: t.exposeString('cursor', { nullable: false, description: 'Where this hit stands; for after.' }),
    }),
  });
  return builder.objectRef<SearchConnection>(`${name}SearchConnection`).implement({
    description: `One page of ${name} records that a search found.`,
    fields: (t) => ({
      edges: t.field({ type: [edge], nullable: false, description: 'The hits of this page.', resolve: ({ edges }) => edges }),
      nodes: t.expose('nodes', { type: [node], nullable: false, description: 'The records of this page.' }),
      pageInfo: t.expose('pageInfo', { type: pageInfo, nullable: false, description: 'Where this page stands.' }),
      totalCount: t.exposeInt('totalCount', { nullable: false, description: 'How many records match in all.' }),
      queryTranslation: t.exposeString('queryTranslation', { description: 'How NCBI understood the term.' }),
      warnings: t.exposeStringList('warnings', {
        nullable: false,
        description: 'What NCBI could not find or ignored in the term.',
      }),
    }),
  });
}
