import { getArgumentValues } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkQuestion } from '../../loading/definitions/links.js';
import type { PlanLinks } from '../links/link-fields.js';
import type { RecordName } from '../lookup/lookup.js';
import type { EntrezRecord } from '../core/record.js';
import { ownSelection, type Selected, selectedBelow } from '../core/selection.js';
import { recordType } from '../core/type-prefix.js';
import { RecordSet, START } from './record-set.js';
import { linksQuestion, lookupQuestions, summaryQuestion } from './record-queries.js';
import type { EstimateScope } from './dry-run-scope.js';

/** Acts out how the record that arguments name is found. */
export function estimateLookup(db: string, name: RecordName, scope: EstimateScope): RecordSet[] {
  if ('uid' in name) {
    return [RecordSet.known(db, [name.uid], START)];
  }
  const { lookup, key } = name;
  const { search, summaries, again } = lookupQuestions(scope.loaders, lookup);
  const { known, missing } = scope.ask(search, RecordSet.known(db, [key], START));
  if (!missing) {
    return [...known.values()].map(({ uids }) => RecordSet.known(db, uids.length === 1 ? uids : [], START));
  }
  // What a search finds may be known by its summary, so the next calls are not certain.
  const found = RecordSet.unknown(db, missing.size, missing.since);
  const { missing: seen = found } = scope.ask(summaries, found);
  const { missing: certain = seen } = again ? scope.ask(again, seen) : {};
  scope.know(summaryQuestion(scope.loaders, db), certain);
  return [certain];
}

/** Acts out records that a list names, whatever their databases. An entry that names none holds none. */
export function estimateRecords<T>(
  values: readonly T[],
  find: (value: T) => EntrezRecord,
  scope: EstimateScope,
): RecordSet[] {
  const uids = new Map<string, string[]>();
  for (const value of values) {
    const record = scope.attempt(() => find(value));
    if (record) {
      const { db, uid } = record;
      uids.set(db, uids.get(db) ?? []);
      uids.get(db)?.push(uid);
    }
  }
  return [...uids].flatMap(([db, named]) => estimatePrefetch(RecordSet.known(db, named, START), scope));
}

/**
 * Acts out the beginning of records that a caller named: where the operation looks at their summaries, their fields wait
 * for these, while their links are asked for.
 */
export function estimatePrefetch(records: RecordSet, scope: EstimateScope): RecordSet[] {
  const { info, loaders } = scope;
  const selected = selectedBelow(info, ownSelection(info), recordType(info.schema, records.db));
  if (!selected.some(({ field, deferred }) => !deferred && field.extensions.readsSummary === true)) {
    return [records];
  }
  for (const selection of selected) {
    const question = linksOf(records.db, selection, scope);
    if (question) {
      scope.ask(linksQuestion(loaders, question), records);
    }
  }
  const { known, missing } = scope.ask(summaryQuestion(loaders, records.db), records);
  return [RecordSet.known(records.db, known.keys(), records.since), ...(missing ? [missing] : [])];
}

function linksOf(db: string, selected: Selected, { info }: EstimateScope): LinkQuestion | undefined {
  const plan = selected.field.extensions.planLinks as PlanLinks | undefined;
  const [node] = selected.nodes;
  if (!plan || !node) {
    return undefined;
  }
  try {
    return plan(db, getArgumentValues(selected.field, node, info.variableValues), selected, info);
  } catch (error) {
    if (error instanceof EntrezError) {
      // The link field itself meets the same failure, and it is noted there.
      return undefined;
    }
    throw error;
  }
}
