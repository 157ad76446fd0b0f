import { plainChoice, type Suggestions } from '../../search/suggestions.js';
import { requestsText } from '../shell/requests-text.js';

/** What a search found, what it looked for, and its cost. Of sample data it says nothing about NCBI. */
export function searchNote(found: Suggestions | undefined, isLoading: boolean, isSandbox: boolean): string {
  if (!found) {
    return isLoading ? 'Searching …' : '';
  }
  const { named, found: others, kinds, notes, failures, cost } = found;
  const isEmpty = named.length + others.length === 0;
  // A note about a name that nothing bears speaks of NCBI.
  const isTold = named.length > 0 || (isEmpty && !isSandbox);
  return [
    ...(isEmpty && failures.length === 0 ? [isSandbox ? 'No results in the sample data.' : 'No results.'] : []),
    ...(named.length === 0 && others.length > 0 ? ['No exact match: choose a result.'] : []),
    ...(named.length > 1 && !plainChoice(found) ? ['Several records have this name: choose one.'] : []),
    ...(isTold ? notes : []),
    ...(kinds.length > 0 ? [`Looked up as ${kinds.join(', ')}.`] : []),
    ...(cost ? [requestsText(cost.calls.total + (cost.unfinished ?? 0), isSandbox)] : []),
  ].join(' ');
}
