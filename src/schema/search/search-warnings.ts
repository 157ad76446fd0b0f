import type { GraphQLResolveInfo } from 'graphql';

import type { EntrezError } from '../../eutils/failures/errors.js';
import type { SearchAnswer } from '../../eutils/search/esearch.js';
import type { WarningCode } from '../../loading/operation/warnings.js';
import type { Context } from '../core/context.js';
import { warn } from '../core/warn.js';

/** Tells what NCBI remarks about a search: an unknown search field or phrase makes the search broader than the term. */
export function warnOfRemarks(
  answer: Pick<SearchAnswer, 'warnings' | 'ignored' | 'messages'>,
  context: Context,
  info: GraphQLResolveInfo,
): void {
  for (const sentence of answer.warnings) {
    warn(context, info, codeOf(sentence, answer), sentence);
  }
}

function codeOf(sentence: string, { ignored, messages }: Pick<SearchAnswer, 'ignored' | 'messages'>): WarningCode {
  if (messages.includes(sentence)) {
    return 'SEARCH_MESSAGE';
  }
  return ignored.some((text) => sentence.endsWith(`: ${text}`)) ? 'TERM_IGNORED' : 'TERM_NOT_FOUND';
}

/** Tells that a search has more hits than NCBI lists, and in what order the others come. */
export function warnOfOrder(count: number, window: number | null, context: Context, info: GraphQLResolveInfo): void {
  if (window !== null && count > window) {
    const order = `NCBI lists the first ${window} of ${count} hits. The others follow by falling uids.`;
    warn(context, info, 'WINDOW_CUT', order);
  }
}

/** Tells that the hits are not those they were when the page before was read. */
export function warnOfDrift(drift: number, context: Context, info: GraphQLResolveInfo): void {
  if (drift !== 0) {
    const change = drift > 0 ? `${drift} hits came to` : `${-drift} hits left`;
    const message = `${change} the index while this search was paged. The hits before this page are not listed again.`;
    warn(context, info, 'INDEX_CHANGED', message);
  }
}

/** Tells that hits came among those that the pages before have listed, or left them. */
export function warnOfUnlisted(more: number, context: Context, info: GraphQLResolveInfo): void {
  if (more !== 0) {
    const message =
      more > 0
        ? `${more} hits came to the index among those that the pages before have listed. Search again to get them.`
        : `${-more} hits that the pages before have listed left the index.`;
    warn(context, info, 'INDEX_CHANGED', message);
  }
}

/** Tells that it is not known whether the hits that the pages before have listed are still those. */
export function warnOfUnchecked(failure: EntrezError, context: Context, info: GraphQLResolveInfo): void {
  const message = `Hits may have come to the index, or left it, among those that the pages before have listed: counting them once more failed. ${failure.message}`;
  warn(context, info, 'INDEX_UNCHECKED', message);
}

/** Tells that a list has more members than NCBI lists. */
export function warnOfWindow(count: number, window: number | null, context: Context, info: GraphQLResolveInfo): void {
  if (window !== null && count > window) {
    warn(
      context,
      info,
      'WINDOW_CUT',
      `NCBI lists the first ${window} of ${count} hits. Narrow the term to reach the others.`,
    );
  }
}
