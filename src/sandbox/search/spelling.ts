import { memoized, type SampleGraph } from '../sample-graph.js';
import { strings } from './search-field.js';

/** Words this short are corrected by one edit at most, since by two nearly any word becomes another. */
const SHORT = 5;
const SHORTEST = 4;

/** Corrects words by those of the sample's records. */
export class Spelling {
  readonly #graph: SampleGraph;
  readonly #words = new Map<string, ReadonlyMap<string, number>>();

  constructor(graph: SampleGraph) {
    this.#graph = graph;
  }

  /**
   * The word of a database nearest to a word, at most two edits away, the more frequent one among equals; `undefined` when
   * the word is known, too short or like no other. An edit changes, adds or leaves out a letter, or swaps two neighbours.
   */
  correct(db: string, word: string): string | undefined {
    const wanted = word.toLowerCase();
    const words = memoized(this.#words, db, () => this.#wordsOf(db));
    if (words.has(wanted) || wanted.length < SHORTEST) {
      return undefined;
    }
    let best: { readonly word: string; readonly distance: number; readonly count: number } | undefined;
    const most = wanted.length <= SHORT ? 1 : 2;
    for (const [candidate, count] of words) {
      if (Math.abs(candidate.length - wanted.length) <= most && candidate.length >= SHORTEST) {
        const distance = editDistance(wanted, candidate);
        const nearer =
          best === undefined || distance < best.distance || (distance === best.distance && count > best.count);
        if (distance <= most && nearer) {
          best = { word: candidate, distance, count };
        }
      }
    }
    return best?.word;
  }

  /** How often each word occurs in a database's records. */
  #wordsOf(db: string): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const uid of this.#graph.uids(db)) {
      const words = strings(this.#graph.record(db, uid) ?? {})
        .join(' ')
        .toLowerCase()
        .match(/\p{L}[\p{L}\p{N}]*/gu);
      for (const word of words ?? []) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    return counts;
  }
}

/** Edits between two words (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
