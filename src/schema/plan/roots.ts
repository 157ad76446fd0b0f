import { getArgumentValues } from 'graphql';

import { EntrezError } from '../../eutils/errors.js';
import type { LinkQuestion } from '../../loading/questions/links.js';
import type { PlanLinks } from '../link-fields.js';
import type { RecordName } from '../lookup.js';
import type { EntrezRecord } from '../record.js';
import { ownSelection, type Selected, selectedBelow } from '../selection.js';
import { recordType } from '../type-prefix.js';
import { Cohort, START } from './cohort.js';
import { linksQuestion, lookupQuestions, summaryQuestion } from './record-questions.js';
import type { Stage } from './stage.js';

/** Acts out how the record that arguments name is found. */
export function rehearseLookup(db: string, name: RecordName, stage: Stage): Cohort[] {
  if ('uid' in name) {
    return [Cohort.known(db, [name.uid], START)];
  }
  const { lookup, key } = name;
  const { search, summaries, again } = lookupQuestions(stage.loaders, lookup);
  const { known, missing } = stage.ask(search, Cohort.known(db, [key], START));
  if (!missing) {
    return [...known.values()].map(({ uids }) => Cohort.known(db, uids.length === 1 ? uids : [], START));
  }
  // What a search finds may be known by its summary, so the next calls are not certain.
  const found = Cohort.unknown(db, missing.size, missing.since);
  const { missing: seen = found } = stage.ask(summaries, found);
  const { missing: certain = seen } = again ? stage.ask(again, seen) : {};
  stage.know(summaryQuestion(stage.loaders, db), certain);
  return [certain];
}

/** Acts out records that a list names, whatever their databases. An entry that names none holds none. */
export function rehearseRecords<T>(values: readonly T[], find: (value: T) => EntrezRecord, stage: Stage): Cohort[] {
  const uids = new Map<string, string[]>();
  for (const value of values) {
    const record = stage.attempt(() => find(value));
    if (record) {
      const { db, uid } = record;
      uids.set(db, uids.get(db) ?? []);
      uids.get(db)?.push(uid);
    }
  }
  return [...uids].flatMap(([db, named]) => rehearseBegin(Cohort.known(db, named, START), stage));
}

/**
 * Acts out the beginning of records that a caller named: where the operation looks at their summaries, their fields wait
 * for these, while their links are asked for.
 */
export function rehearseBegin(records: Cohort, stage: Stage): Cohort[] {
  const { info, loaders } = stage;
  const selected = selectedBelow(info, ownSelection(info), recordType(info.schema, records.db));
  if (!selected.some(({ field, deferred }) => !deferred && field.extensions.readsSummary === true)) {
    return [records];
  }
  for (const selection of selected) {
    const question = linksOf(records.db, selection, stage);
    if (question) {
      stage.ask(linksQuestion(loaders, question), records);
    }
  }
  const { known, missing } = stage.ask(summaryQuestion(loaders, records.db), records);
  return [Cohort.known(records.db, known.keys(), records.since), ...(missing ? [missing] : [])];
}

function linksOf(db: string, selected: Selected, { info }: Stage): LinkQuestion | undefined {
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
