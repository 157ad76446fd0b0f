import type { ArgBuilder } from '@pothos/core';
import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import type { Citation } from '../../eutils/search/ecitmatch.js';
import { badInput } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { estimated } from '../cost/dry-run-extension.js';
import { estimateNamed } from '../cost/estimates/names.js';
import type { RecordRef } from '../links/link-fields.js';
import { prefetch } from '../links/prefetch.js';
import type { citationInputType } from '../lookup/citations/citation-field.js';
import { type CitationInput, readCitation } from '../lookup/citations/match-citation.js';
import { identifiersOf } from '../lookup/identifiers.js';
import { type LookupArgs, lookUp, readName } from '../lookup/lookup.js';
import type { RecordName } from '../lookup/record-name.js';
import { addListRoots } from './list-roots.js';
import { readNode } from './read-node.js';
import type { SharedTypes } from './record-interface.js';

type CitationInputRef = ReturnType<typeof citationInputType>;

/** Adds the ways to name records: `gene(uid:)`, `gene(symbol:)` ..., `record(id:)`, `node(id:)`, and lists of them. */
export function addRoots(
  builder: Builder,
  catalog: Catalog,
  shared: SharedTypes,
  recordOf: (db: string) => RecordRef,
  citation: CitationInputRef,
): void {
  for (const { name, label, aliasOf: db = name } of catalog.databases) {
    builder.queryField(name, (t) =>
      t.field({
        type: recordOf(db),
        description: describeRoot(db, label),
        args: {
          ...lookupArguments(t, db),
          ...(db === 'pubmed' && {
            citation: t.arg({ type: citation, description: 'Instead of uid: a printed citation. Asks ECitMatch.' }),
          }),
        },
        ...namedBy((args: RootArgs) => readRoot(db, args)),
      }),
    );
  }
  const ofId = namedBy(({ id }: { readonly id: string }) => readNode({ argument: 'id', value: id }, catalog));
  builder.queryField('record', (t) =>
    t.field({
      type: shared.record,
      description: 'The record that an identifier names by itself, whatever its database.',
      args: {
        id: t.arg.id({
          required: true,
          description: 'A CURIE such as NCBIGene:7157, the address of a page, an accession, or the id of a record.',
        }),
      },
      ...ofId,
    }),
  );
  builder.queryField('node', (t) =>
    t.field({
      type: shared.node,
      description: 'The record with this id.',
      args: {
        id: t.arg.id({
          required: true,
          description: 'The id of a record, as this API gave it; a CURIE or a page address will do, too.',
        }),
      },
      ...ofId,
    }),
  );
  addListRoots(builder, catalog, shared, recordOf);
}

/** The arguments of a root: of PubMed also a citation. */
type RootArgs = Readonly<Record<string, string | CitationInput | null | undefined>>;

/** @throws EntrezError `BAD_USER_INPUT` for a citation without a field that tells it, or beside another identifier. */
function citationIn(args: RootArgs): Citation | undefined {
  const { citation, ...others } = args;
  if (typeof citation !== 'object' || citation === null) {
    return undefined;
  }
  const other = Object.keys(others).find((name) => others[name] != null);
  if (other !== undefined) {
    const value = others[other];
    throw badInput(
      other,
      typeof value === 'string' ? value : '',
      'Leave one of them out.',
      ', and "citation" is given too',
    );
  }
  return readCitation(citation, 'citation');
}

/** What a root is asked for. */
function readRoot(db: string, args: RootArgs): RecordName {
  const citation = citationIn(args);
  return citation
    ? { db: 'pubmed', kind: 'citation', citation, argument: 'citation' }
    : readName(db, args as LookupArgs);
}

/** The plan and the resolver of a field that gives the record of a name, which both read alike. */
function namedBy<Args>(read: (args: Args) => RecordName) {
  return {
    extensions: estimated((_root, args: Args, scope) => estimateNamed([read(args)], scope)),
    resolve: (_root: object, args: Args, context: Context, info: GraphQLResolveInfo) => {
      const found = lookUp(read(args), context, responsePathAsArray(info.path));
      return found instanceof Promise
        ? found.then((record) => prefetch(record, context, info))
        : prefetch(found, context, info);
    },
  };
}

function lookupArguments(t: { readonly arg: ArgBuilder<Builder['$inferSchemaTypes']> }, db: string) {
  const identifiers = identifiersOf(db);
  const qualifiers = identifiers.flatMap(({ scope, narrowings = [] }) => [...(scope ? [scope] : []), ...narrowings]);
  return {
    uid: t.arg.id({ description: 'Uid of the record, a whole number; or its CURIE or the address of its page.' }),
    id: t.arg.id({ description: 'Instead of uid: an identifier of any kind.' }),
    ...Object.fromEntries(
      identifiers.map(({ argument, expected, numeric = false }) => [
        argument,
        t.arg({ type: numeric ? 'ID' : 'String', description: `Instead of uid: ${expected}.` }),
      ]),
    ),
    ...Object.fromEntries(qualifiers.map(({ argument, description }) => [argument, t.arg.id({ description })])),
  };
}

function describeRoot(db: string, label: string): string {
  const searched = identifiersOf(db).some(({ search }) => search) ? ', or when a search finds none' : '';
  return `The ${label} record with this identifier, which one argument takes. Null with UNKNOWN_ID when a field of its summary is selected and NCBI does not know it${searched}.`;
}
