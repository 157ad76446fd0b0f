import type { Skipped } from '../../loading/graph/frontier.js';
import type { PathEdge } from '../../loading/graph/paths.js';
import type { Builder } from '../core/builder.js';
import { EntrezRecord } from '../core/record.js';
import type { SharedTypes } from '../records/record-interface.js';
import type { MissingList } from './source-lists.js';

const REASONS = {
  BUDGET: 'The search may not plan so many calls.',
  TIME: 'The operation ended.',
  HUB: 'A record with very many links lies on the way, and following all of them would take too many calls.',
  FAILED: 'The links could not be loaded.',
  ENOUGH: 'As many paths as were wanted, or as one search looks at, had been found.',
  ONE_WAY: 'No link name can be read from either end of what is left of the way.',
};

/** Types that several fields about the graph have in common. */
export type GraphTypes = ReturnType<typeof graphTypes>;

export function graphTypes(builder: Builder, shared: SharedTypes) {
  return {
    missing: missingLinksType(builder, shared),
    skipped: skippedType(builder, shared),
    edge: edgeType(builder, shared),
  };
}

/** The values of an enum, with their descriptions. */
export function enumOf<K extends string>(
  texts: Readonly<Record<K, string>>,
): Record<K, { readonly description: string }> {
  const values = Object.entries(texts).map(([name, description]) => [name, { description }]);
  return Object.fromEntries(values) as Record<K, { readonly description: string }>;
}

function missingLinksType(builder: Builder, { record, errorCode }: SharedTypes) {
  return builder.objectRef<MissingList>('MissingLinks').implement({
    description: 'A source whose links are not known, and why.',
    fields: (t) => ({
      input: t.exposeString('input', { nullable: false, description: 'The source as the caller named it.' }),
      list: t.exposeString('list', { description: 'Label of its list, where there are several.' }),
      source: t.expose('source', { type: record, description: 'The source; null where no record was found.' }),
      code: t.field({
        type: errorCode,
        nullable: false,
        description: 'What failed.',
        resolve: ({ failure }) => failure.code,
      }),
      message: t.string({
        nullable: false,
        description: 'What failed, in words.',
        resolve: ({ failure }) => failure.message,
      }),
    }),
  });
}

function skippedType(builder: Builder, { errorCode }: SharedTypes) {
  const reason = builder.enumType('SkipReason', {
    description: 'Why a search did not follow links.',
    values: enumOf(REASONS),
  });
  return builder.objectRef<Skipped>('SkippedLinks').implement({
    description: 'Links that a search did not follow.',
    fields: (t) => ({
      reason: t.expose('reason', { type: reason, nullable: false, description: 'Why.' }),
      linkName: t.exposeString('linkName', { nullable: false, description: 'Link name that was to be read next.' }),
      records: t.exposeInt('records', {
        nullable: false,
        description: 'Records whose links were not loaded, as far as they are known.',
      }),
      ways: t.exposeInt('ways', { nullable: false, description: 'Ways that were not followed to their end.' }),
      code: t.expose('code', { type: errorCode, description: 'What failed; null where nothing did.' }),
      message: t.exposeString('message', { description: 'What failed, in words.' }),
    }),
  });
}

function edgeType(builder: Builder, { record, linkSource }: SharedTypes) {
  return builder.objectRef<PathEdge>('PathEdge').implement({
    description: 'A link on a path, as NCBI states it.',
    fields: (t) => ({
      from: t.field({
        type: record,
        nullable: false,
        description: 'The record whose links hold it; the farther one where the search came from the other end.',
        resolve: ({ from: { db, uid } }) => new EntrezRecord(db, uid),
      }),
      to: t.field({
        type: record,
        nullable: false,
        description: 'The record that is linked to.',
        resolve: ({ to: { db, uid } }) => new EntrezRecord(db, uid),
      }),
      linkName: t.exposeString('linkName', { nullable: false, description: 'Link name, such as gene_pubmed.' }),
      linkCount: t.int({
        nullable: false,
        description: 'How many links the list holds that has this one.',
        resolve: ({ links }) => links.uids.length,
      }),
      source: t.field({
        type: linkSource,
        nullable: false,
        description: 'Who gave that list.',
        resolve: ({ links }) => links.source,
      }),
      asOf: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When NCBI gave that list.',
        resolve: ({ links }) => links.asOf,
      }),
    }),
  });
}
