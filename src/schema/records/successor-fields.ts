import { responsePathAsArray } from 'graphql';
import type { InterfaceRef } from '@pothos/core';

import type { Catalog } from '../../catalog/catalog.js';
import type { Builder } from '../core/builder.js';
import type { EntrezRecord } from '../core/record.js';
import { fateOf, successorKind } from '../core/successor.js';
import { estimated } from '../cost/dry-run-extension.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { estimateNames } from '../cost/estimates/names.js';
import { lookupQuestions, summaryQuestion } from '../cost/record-queries.js';
import { RecordSet } from '../cost/record-set.js';
import type { RecordRef } from '../links/link-fields.js';
import { followSuccessors, readSuccessor } from '../lookup/follow-successors.js';
import { accessionLookup } from '../lookup/identifiers.js';

const DESCRIPTION =
  'The record in force that NCBI has put in the place of this one; null for a record in force, or withdrawn without a successor.';

/** Adds `successor`. Has the databases that tell of successors read them from summaries; in all others there are none. */
export function addSuccessors(
  builder: Builder,
  catalog: Catalog,
  record: InterfaceRef<Builder['$inferSchemaTypes'], EntrezRecord>,
  recordOf: (db: string) => RecordRef,
): void {
  builder.interfaceField(record, 'successor', (t) =>
    t.field({ type: record, description: DESCRIPTION, resolve: () => null }),
  );
  for (const { name: db } of catalog.records.filter(({ name }) => successorKind(name))) {
    builder.objectField(recordOf(db), 'successor', (t) =>
      t.field({
        type: record,
        description: DESCRIPTION,
        extensions: { readsSummary: true, ...estimated(estimateSuccessors) },
        resolve: (parent, _args, context, info) => followSuccessors(parent, context, responsePathAsArray(info.path)),
      }),
    );
  }
}

/** Acts out the summaries of records and of the successors that they name: one step, since longer chains are rare. */
function estimateSuccessors(records: RecordSet, _args: object, scope: EstimateScope): RecordSet[] {
  const { db } = records;
  const { known, missing } = scope.ask(summaryQuestion(scope.loaders, db), records);
  const names = [...known].flatMap(([uid, summary]) => {
    const successor = fateOf(db, uid, summary)?.successor;
    return successor ? [readSuccessor(db, successor)] : [];
  });
  const successors = [...estimateNames(names, scope), ...(missing ? [estimateUnnamed(missing, scope)] : [])];
  for (const each of successors) {
    scope.ask(summaryQuestion(scope.loaders, db), each);
  }
  return successors;
}

/** Acts out how the successors are found that records may have. */
function estimateUnnamed({ db, size, since }: RecordSet, scope: EstimateScope): RecordSet {
  const named = RecordSet.unknown(db, size, since);
  const lookup = successorKind(db) === 'accession' ? accessionLookup(db) : undefined;
  if (!lookup) {
    return named;
  }
  const { search, summaries } = lookupQuestions(scope.loaders, lookup);
  const { missing: found = named } = scope.ask({ ...search, variant: 'successors' }, named);
  const { missing: seen = found } = scope.ask({ ...summaries, variant: 'successors' }, found);
  return seen;
}
