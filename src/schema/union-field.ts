import { createHash } from 'node:crypto';

import type { Catalog } from '../catalog/catalog.js';
import { searchAmong } from '../loading/filtered-links.js';
import { checkListLength, parseUid } from './arguments.js';
import type { Builder } from './builder.js';
import { parseLinkFilter } from './link-arguments.js';
import { LinkConnection } from './link-connection.js';
import { type ConnectionRef, linkQuestion } from './link-fields.js';
import { findLink } from './link-names.js';
import { arrangeLinks } from './link-view.js';
import { MAX_RECORDS } from './roots.js';
import { ownSelection } from './selection.js';
import type { SharedTypes } from './shared-types.js';

/** Adds `unionLinks`: the distinct targets of many sources, from one call. */
export function addUnion(
  builder: Builder,
  catalog: Catalog,
  { database, linkArguments }: SharedTypes,
  connection: ConnectionRef,
): void {
  builder.queryField('unionLinks', (t) =>
    t.field({
      type: connection,
      description:
        'The distinct records that any of many sources is linked to, from one call. Which source owns a link is not known here: ask the link fields of the sources for that. Sources that are linked to each other stay in. For scored link names NCBI computes the union itself, and it differs by a few members from the single lists.',
      args: {
        from: t.arg({ type: database, required: true, description: 'Database of the sources.' }),
        uids: t.arg.idList({ required: true, description: `From 1 to ${MAX_RECORDS} uids of sources.` }),
        name: t.arg.string({ required: true, description: 'Link name, such as gene_pubmed.' }),
        to: t.arg({
          type: database,
          description: 'Database that the links lead to. Needed only for a link name that linkNames does not list.',
        }),
        ...linkArguments(t, { scored: true }),
      },
      resolve: async (_root, { from, uids: given, name, to, ...args }, context, info) => {
        checkListLength(given, MAX_RECORDS, 'uids');
        const link = findLink(catalog, catalog.database(from)?.name ?? from, name, to);
        const question = linkQuestion(link, args, ownSelection(info), info);
        const filter = parseLinkFilter(args.filter, link.to);
        const uids = [...new Set(given.map((uid) => parseUid(uid, 'uids')))].toSorted();
        const { loaders, operation } = context;
        const union = await loaders.union({ link: { name: link.name, from: link.from, to: link.to }, scored: question.scored, uids }, operation);
        const passing = filter ? await searchAmong(loaders, union, link.to, filter, operation) : union;
        return new LinkConnection(digest(uids), link, await arrangeLinks(passing, question, args, context), args);
      },
    }),
  );
}

/** Stands for the sources in cursors. */
function digest(uids: readonly string[]): string {
  return createHash('sha256').update(uids.join()).digest('base64url').slice(0, 16);
}
