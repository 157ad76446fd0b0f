import { getArgumentValues, type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkQuestion } from '../../loading/definitions/links.js';
import type { Context } from '../core/context.js';
import type { PlanLinks } from './link-fields.js';
import type { EntrezRecord } from '../core/record.js';
import { recordType } from '../core/type-prefix.js';
import { ownSelection, type Selected, selectedBelow } from '../core/selection.js';

/**
 * Begins what an operation asks of a record that a caller named. Where the operation looks at the summary, an unknown
 * record is null with `UNKNOWN_ID` as a whole, not in each of its fields. Its links are asked for meanwhile, so that
 * looking costs no time. Known records are given at once.
 *
 * @param at - Where the response has the record.
 * @throws EntrezError `UNKNOWN_ID`.
 */
export function prefetch(
  record: EntrezRecord,
  context: Context,
  info: GraphQLResolveInfo,
  at = responsePathAsArray(info.path),
): EntrezRecord | Promise<EntrezRecord> {
  record.namedAt(at);
  const looked = looksAtSummary(record.db, info) ? rejectUnknown(record, context) : undefined;
  if (looked === undefined) {
    return record;
  }
  for (const question of linksBeside(record.db, info)) {
    prefetchLinks(record, question, context);
  }
  return looked.then(() => record);
}

/** Whether an operation looks at the summary of a record of `db`, and what stands beside it waits for that. */
export function looksAtSummary(db: string, info: GraphQLResolveInfo): boolean {
  return selectedOf(db, info).some(({ field, deferred }) => !deferred && field.extensions.readsSummary === true);
}

/** The links that an operation asks of a record of `db`, but for those whose arguments are impossible. */
export function linksBeside(db: string, info: GraphQLResolveInfo): readonly LinkQuestion[] {
  return selectedOf(db, info).flatMap((selection) => linksOf(db, selection, info) ?? []);
}

function selectedOf(db: string, info: GraphQLResolveInfo): readonly Selected[] {
  return selectedBelow(info, ownSelection(info), recordType(info.schema, db));
}

function linksOf(db: string, selected: Selected, info: GraphQLResolveInfo): LinkQuestion | undefined {
  const plan = selected.field.extensions.planLinks as PlanLinks | undefined;
  const [node] = selected.nodes;
  if (!plan || !node) {
    return undefined;
  }
  try {
    return plan(db, getArgumentValues(selected.field, node, info.variableValues), selected, info);
  } catch (error) {
    leaveToField(error);
    return undefined;
  }
}

/** Looks for the record; undefined when it is known at once. */
function rejectUnknown(record: EntrezRecord, context: Context): Promise<void> | undefined {
  try {
    const summary = record.summary(context);
    return summary instanceof Promise ? summary.then(() => undefined, throwUnknown) : undefined;
  } catch (error) {
    throwUnknown(error);
    return undefined;
  }
}

/** Any other failure belongs to the fields that read the summary, which meet it again; the links may be well. */
function throwUnknown(error: unknown): void {
  if (error instanceof EntrezError && error.code === 'UNKNOWN_ID') {
    throw error;
  }
}

function prefetchLinks(record: EntrezRecord, question: LinkQuestion, context: Context): void {
  try {
    const links = record.links(question, context);
    if (links instanceof Promise) {
      links.catch(leaveToField);
    }
  } catch (error) {
    leaveToField(error);
  }
}

/** The link field itself meets the same failure when it is resolved, and reports it at its own path. */
function leaveToField(_error: unknown): void {
  // Nothing to do before that.
}
