import { createHash } from 'node:crypto';

import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { searchAmong } from '../../loading/definitions/filtered-links.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { UnionQuestion } from '../../loading/definitions/union.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { EntrezRecord } from '../core/record.js';
import { type LinkArgs, parseLinkFilter } from './link-arguments.js';
import { withoutScores } from '../../loading/definitions/link-loaders.js';
import { LinkConnection } from './link-connection.js';
import { type ConnectionRef, linkQuestion } from './link-fields.js';
import { findLink } from './find-link.js';
import { arrangeLinks } from './load-links.js';
import { estimateUnion } from '../cost/estimates/links.js';
import { estimated } from '../cost/dry-run-extension.js';
import { estimateNames } from '../cost/estimates/names.js';
import { RecordSet, START, togetherOf } from '../cost/record-set.js';
import { keyOf } from '../../loading/definitions/single.js';
import type { Links } from '../../loading/values/link-list.js';
import type { LinkQuestion } from '../../loading/definitions/links.js';
import { knownUids, type NamedRecords, readRecords, uidsOf } from '../lookup/named-records.js';
import { MAX_RECORDS } from '../records/list-roots.js';
import { ownSelection } from '../core/selection.js';
import type { SharedTypes } from '../records/record-interface.js';

type UnionArgs = LinkArgs &
  NamedRecords & {
    readonly from: string;
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
        'The distinct records that any of many sources is linked to, from one call; the link fields of the sources tell which owns a link. Sources that are linked to each other stay in. For scored link names NCBI computes the union, which differs by a few members from the single lists.',
      args: {
        from: t.arg({ type: database, required: true, description: 'Database of the sources.' }),
        uids: t.arg.idList({ description: `From 1 to ${MAX_RECORDS} uids, CURIEs or page addresses of sources.` }),
        ids: t.arg.idList({ description: 'Instead of uids: identifiers of any kinds, mixed.' }),
        name: t.arg.string({ required: true, description: 'Link name, such as gene_pubmed.' }),
        to: t.arg({
          type: database,
          description: 'Database that the links lead to. Needed only for a link name that linkNames does not list.',
        }),
        ...linkArguments(t, { scored: true }),
      },
      extensions: estimated((_root, args: UnionArgs, scope) => {
        const { names, filter, ...question } = readUnion(args, catalog, scope.info);
        const sources = estimateNames(names, scope);
        const isKnown = sources.every(({ others }) => others === 0);
        const union = isKnown ? unionOf([...new Set(sources.flatMap(({ keys }) => keys))], question) : undefined;
        const { from: db } = question.link;
        const asked = union ? RecordSet.known(db, [keyOf(union)], START) : togetherOf(sources, db);
        return estimateUnion({ ...question, filter, args, owner: digest(union?.uids ?? []) }, asked, scope);
      }),
      resolve: async (_root, args, context, info) => {
        const { names, filter, scoresMayLack, ...question } = readUnion(args, catalog, info);
        const { loaders, operation } = context;
        const { link } = question;
        const union = unionOf(knownUids(names) ?? (await uidsOf(names, context, info)), question);
        const links = loaders.union(union, operation);
        const found =
          union.scored && scoresMayLack
            ? await withoutScores(links, operation, () => loaders.union({ ...union, scored: false }, operation))
            : await links;
        warnOfUnknown(union, found, context, info);
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
function readUnion({ from, uids, ids, name, to, ...args }: UnionArgs, catalog: Catalog, info: GraphQLResolveInfo) {
  const known = findLink(catalog, catalog.database(from)?.name ?? from, name, to);
  const names = readRecords(known.from, { uids, ids }, MAX_RECORDS);
  const { scored, scoresMayLack = false } = linkQuestion(known, args, ownSelection(info), info);
  const link = { name: known.name, from: known.from, to: known.to };
  return { names, link, scored, filter: parseLinkFilter(args.filter, link.to), scoresMayLack };
}

/** The same sources are one question, in whatever order they are given. */
function unionOf(uids: readonly string[], { link, scored }: LinkQuestion): UnionQuestion {
  return { link, scored, uids: uids.toSorted() };
}

/**
 * Tells the caller of sources that NCBI does not know. The union does not say which source has no links, so that among
 * sources with links only those are told of whose summary or own list is known.
 */
function warnOfUnknown(
  { uids, ...question }: UnionQuestion,
  links: Links,
  context: Context,
  info: GraphQLResolveInfo,
): void {
  const { loaders, operation } = context;
  const { from: db } = question.link;
  const own = loaders.linkLoader(question);
  const path = responsePathAsArray(info.path);
  for (const uid of uids) {
    const list = own.peek(uid, operation.notBefore)?.value;
    const hasNoLinks = links.uids.length === 0 || (list !== undefined && 'uids' in list && list.uids.length === 0);
    if (hasNoLinks || loaders.summaries(db).peek(uid, operation.notBefore)?.value instanceof EntrezError) {
      const source = new EntrezRecord(db, uid);
      source.namedAt(path);
      source.warnOfEmptyLinks(context);
    }
  }
}

/** Stands for the sources in cursors. */
function digest(uids: readonly string[]): string {
  return createHash('sha256').update(uids.join()).digest('base64url').slice(0, 16);
}
