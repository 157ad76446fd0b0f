import type { LineageTaxon, Taxon } from '../../eutils/records/efetch-taxa.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { EntrezRecord } from '../core/record.js';
import { childrenOf, estimateChildren } from './taxon-children.js';
import { estimated } from '../cost/dry-run-extension.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { type PlannedQuery, questionOf } from '../cost/planned-query.js';
import type { RecordRef } from '../links/link-fields.js';
import { tabledTaxon } from './tabled-taxon.js';

/** The names of the fields that {@link addTaxonFields} adds. */
export const TAXON_FIELDS = ['lineage', 'parent', 'children'];

/** Taxa in a lineage that is not known, for estimates; that of man has 30. */
const DEEPEST = 60;

/** Adds what contains a taxon, which EFetch tells, and what it contains, which a search tells. */
export function addTaxonFields(builder: Builder, record: RecordRef): void {
  const ancestor = builder.objectRef<LineageTaxon>('LineageTaxon').implement({
    description: 'A taxon that contains another one. Its name and rank cost no further request.',
    fields: (t) => ({
      uid: t.exposeID('uid', { nullable: false, description: 'Taxonomy uid.' }),
      scientificName: t.exposeString('scientificName', { nullable: false, description: 'Scientific name.' }),
      rank: t.string({
        description: 'Rank, such as class; "no rank" or "clade" for many.',
        resolve: ({ rank }) => rank ?? null,
      }),
      taxon: t.field({
        type: record,
        nullable: false,
        description: 'Its own record.',
        resolve: ({ uid }) => new EntrezRecord('taxonomy', uid),
      }),
    }),
  });
  builder.objectFields(record, (t) => ({
    lineage: t.field({
      type: [ancestor],
      description:
        'All taxa that contain it, from the largest to its parent; empty for the largest themselves. From the table taxdump where that is imported; else asks EFetch, for all sibling records at once.',
      extensions: estimated((taxa, _args, scope) =>
        scope.follow(taxaQuestion(scope), taxa, {
          read: ({ lineage }) => lineage.map(({ uid }) => uid),
          most: DEEPEST,
        }),
      ),
      resolve: async (parent, _args, context) => [...(await taxonOf(parent, context)).lineage],
    }),
    parent: t.field({
      type: record,
      description:
        'The taxon directly above it; null for the root. From the table taxdump where that is imported; else asks EFetch, for all sibling records at once.',
      extensions: estimated((taxa, _args, scope) =>
        scope.follow(taxaQuestion(scope), taxa, { read: ({ parentUid }) => parentUid ?? [], most: 1 }),
      ),
      resolve: async (parent, _args, context) => {
        const { parentUid } = await taxonOf(parent, context);
        return parentUid === undefined ? null : new EntrezRecord('taxonomy', parentUid);
      },
    }),
    children: t.field({
      type: [record],
      description:
        'The taxa directly below it, highest uids first; empty for one without any. NCBI finds them by the name of their parent, so each is checked. Asks EFetch, ESearch, and EFetch for what was found.',
      extensions: estimated((taxa, _args, scope) => estimateChildren(taxa, scope)),
      resolve: (parent, _args, context) => childrenOf(parent, context),
    }),
  }));
}

/** @throws EntrezError `UNKNOWN_ID` when there is no such taxon; the failure of EFetch. */
function taxonOf({ uid }: EntrezRecord, { loaders, operation }: Context): Taxon | Promise<Taxon> {
  const known = tabledTaxon(loaders, uid, operation.notBefore);
  if (known) {
    operation.tabled(known.table, known.taxon.lineage.length, `lineage ${uid}`);
    return known.taxon;
  }
  return loaders.taxa.load(uid, operation);
}

/** The question of EFetch, which is not asked about taxa that a table knows. */
function taxaQuestion({ loaders }: EstimateScope): PlannedQuery<Taxon> {
  return questionOf('efetch', 'taxonomy', loaders.taxa, {
    tabled: (uid, notBefore) => tabledTaxon(loaders, uid, notBefore)?.taxon,
  });
}
