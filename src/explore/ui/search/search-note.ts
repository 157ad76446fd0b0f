import type { Suggestions } from '../../search/suggestions.js';
import { counted } from '../shell/counted.js';

/** What a search found, what it looked for, and its cost. Of sample data it says nothing about NCBI. */
export function searchNote(found: Suggestions | undefined, isLoading: boolean, isSandbox: boolean): string {
  if (!found) {
    return isLoading ? 'Searching …' : '';
  }
  const { exact, found: others, more, kinds, failures, cost } = found;
  const isEmpty = exact.length + others.length === 0;
  return [
    ...(isEmpty && failures.length === 0 ? [isSandbox ? 'No results in the sample data.' : 'No results.'] : []),
    ...(exact.length === 0 && others.length > 0 ? ['No exact match: choose a result.'] : []),
    ...(more > 0 ? [`${more.toLocaleString('en')} more results. Add words to narrow down.`] : []),
    `Looked up as ${kinds.join(', ')}.`,
    ...(cost ? [`${counted(cost.calls.total, 'request')}${isSandbox ? '' : ' to NCBI'}`] : []),
  ].join(' ');
}
