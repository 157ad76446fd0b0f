import type { Catalog } from '../../catalog/catalog.js';
import type { Builder } from '../core/builder.js';
import type { RecordRef } from '../links/link-fields.js';
import { CURIE_FIELDS, curieNeedsSummary } from '../lookup/curie.js';

/** Has the databases whose CURIEs hold accessions read them from summaries; for all others they cost nothing. */
export function addCuriesOfSummaries(builder: Builder, catalog: Catalog, recordOf: (db: string) => RecordRef): void {
  for (const { name: db } of catalog.records.filter(({ name }) => curieNeedsSummary(name))) {
    for (const [field, { type, description, of }] of Object.entries(CURIE_FIELDS)) {
      builder.objectField(recordOf(db), field, (t) =>
        t.field({
          type,
          description,
          extensions: { readsSummary: true },
          resolve: (record, _args, context) => {
            const summary = record.summary(context);
            return summary instanceof Promise
              ? summary.then((doc) => of({ db, uid: record.uid, summary: doc }))
              : of({ db, uid: record.uid, summary });
          },
        }),
      );
    }
  }
}
