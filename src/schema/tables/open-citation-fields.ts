import type { Builder } from '../core/builder.js';
import { checkPageSize, DEFAULT_PAGE, MAX_PAGE, type PageArgs } from '../core/paging.js';
import { estimated } from '../cost/dry-run-extension.js';
import { pagesOf } from '../cost/estimates/lists.js';
import { LinkConnection } from '../links/link-connection.js';
import type { ConnectionRef, RecordRef } from '../links/link-fields.js';
import { ownLinksOf } from './from-table.js';

const TABLE = 'open_citation_collection';

/** The fields, their lists, and what they hold. */
const FIELDS = {
  openCitedIn: ['pubmed_open_cited_in', 'Articles that cite this one'],
  openReferences: ['pubmed_open_references', 'Articles that this one cites'],
} as const;

/** Adds the citations that NIH collects; those of ELink cover articles in PMC only. */
export function addOpenCitations(builder: Builder, pubmed: RecordRef, connection: ConnectionRef): void {
  for (const [field, [name, what]] of Object.entries(FIELDS)) {
    const link = { name, from: 'pubmed', to: 'pubmed' };
    builder.objectField(pubmed, field, (t) =>
      t.field({
        type: connection,
        description: `${what}, in any journal: NIH's Open Citation Collection. From the table ${TABLE}, without calls; empty for an article that the collection lacks; fails with TABLE_NOT_IMPORTED where the table is not imported.`,
        args: {
          first: t.arg.int({
            description: `How many from the start, 0 to ${MAX_PAGE}. Default: ${DEFAULT_PAGE}.`,
          }),
          after: t.arg.string({ description: 'Cursor behind which the page starts.' }),
          last: t.arg.int({ description: `How many from the end, 0 to ${MAX_PAGE}.` }),
          before: t.arg.string({ description: 'Cursor before which the page ends.' }),
        },
        extensions: estimated((articles, args: PageArgs, scope) => {
          checkPageSize(args);
          const known = articles.keys.flatMap((owner) => {
            const links = scope.loaders.tables?.ownLinks(name, owner)?.links;
            return links ? [{ owner, links }] : [];
          });
          return pagesOf({ link, since: articles.since, known, open: [] }, args);
        }),
        resolve: ({ uid }, args, context, info) => {
          checkPageSize(args);
          return new LinkConnection(uid, link, ownLinksOf({ name, table: TABLE }, uid, context, info), args);
        },
      }),
    );
  }
}
