import { createHash } from 'node:crypto';

import type { GraphQLResolveInfo } from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import type { LinkFilter } from '../../eutils/links/link-filter.js';
import { searchAmong } from '../../loading/definitions/filtered-links.js';
import type { UnionQuestion } from '../../loading/definitions/union.js';
import { checkListLength, parseUid } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import { type LinkArgs, parseLinkFilter } from './link-arguments.js';
import { withoutScores } from '../../loading/definitions/link-loaders.js';
import { LinkConnection } from './link-connection.js';
import { type ConnectionRef, linkQuestion } from './link-fields.js';
import { findLink } from './find-link.js';
import { arrangeLinks } from './load-links.js';
import { estimateUnion } from '../cost/estimate-links.js';
import { estimated } from '../cost/dry-run-extension.js';
import { MAX_RECORDS } from '../records/list-roots.js';
import { ownSelection } from '../core/selection.js';
import type { SharedTypes } from '../records/record-interface.js';

type UnionArgs = LinkArgs & {
  readonly from: string;
  readonly uids: readonly string[];
  readonly name: string;
  readonly to?: string | null | undefined;
};

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
      extensions: estimated((_root, args: UnionArgs, scope) => {
        const { union, filter } = readUnion(args, catalog, scope.info);
        return estimateUnion(union, filter, args, digest(union.uids), scope);
      }),
      resolve: async (_root, args, context, info) => {
        const { union, filter, scoresMayLack } = readUnion(args, catalog, info);
        const { loaders, operation } = context;
        const { link } = union;
        const links = loaders.union(union, operation);
        const found =
          union.scored && scoresMayLack
            ? await withoutScores(links, operation, () => loaders.union({ ...union, scored: false }, operation))
            : await links;
        const whole = { links: found, db: link.to };
        const passing = filter ? { ...whole, links: await searchAmong(loaders, whole, filter, operation) } : whole;
        const owner = digest(union.uids);
        const { links: arranged } = await arrangeLinks(passing, { question: union, filter, args, owner }, context);
        return new LinkConnection(owner, link, arranged, args, { unfiltered: () => found });
      },
    }),
  );
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument. */
function readUnion(
  { from, uids: given, name, to, ...args }: UnionArgs,
  catalog: Catalog,
  info: GraphQLResolveInfo,
): { readonly union: UnionQuestion; readonly filter: LinkFilter | undefined; readonly scoresMayLack: boolean } {
  checkListLength(given, MAX_RECORDS, 'uids');
  const known = findLink(catalog, catalog.database(from)?.name ?? from, name, to);
  const { scored, scoresMayLack = false } = linkQuestion(known, args, ownSelection(info), info);
  const link = { name: known.name, from: known.from, to: known.to };
  const uids = [...new Set(given.map((uid) => parseUid(uid, 'uids')))].toSorted();
  return { union: { link, scored, uids }, filter: parseLinkFilter(args.filter, link.to), scoresMayLack };
}

/** Stands for the sources in cursors. */
function digest(uids: readonly string[]): string {
  return createHash('sha256').update(uids.join()).digest('base64url').slice(0, 16);
}
