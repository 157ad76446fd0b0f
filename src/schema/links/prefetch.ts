import { getArgumentValues, type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
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
  const type = recordType(info.schema, record.db);
  record.namedAt(at);
  const selected = selectedBelow(info, ownSelection(info), type);
  if (!selected.some(({ field, deferred }) => !deferred && field.extensions.readsSummary === true)) {
    return record;
  }
  const looked = rejectUnknown(record, context);
  if (looked === undefined) {
    return record;
  }
  for (const selection of selected) {
    prefetchLinks(record, selection, context, info);
  }
  return looked.then(() => record);
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

function prefetchLinks(record: EntrezRecord, selected: Selected, context: Context, info: GraphQLResolveInfo): void {
  const plan = selected.field.extensions.planLinks as PlanLinks | undefined;
  const [node] = selected.nodes;
  if (!plan || !node) {
    return;
  }
  try {
    const args = getArgumentValues(selected.field, node, info.variableValues);
    const question = plan(record.db, args, selected, info);
    const links = question && record.links(question, context);
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
