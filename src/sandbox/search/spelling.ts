import { distance } from 'fastest-levenshtein';

import { allTexts } from '../records/facts.js';
import { memoized, type SampleGraph } from '../sample-graph.js';

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
   * The word of a database nearest to a word, at most two edits away, the more frequent one among equals; `undefined` if
   * the word is known, too short or like no other. An edit changes, adds or removes a letter, or swaps two neighbours.
   */
  correct(db: string, word: string): string | undefined {
    const wanted = word.toLowerCase();
    const words = this.wordsOf(db);
    if (words.has(wanted) || wanted.length < SHORTEST) {
      return undefined;
    }
    const most = wanted.length <= SHORT ? 1 : 2;
    const swapped = swapsOf(wanted);
    const found = [...words].flatMap(([candidate, count]) => {
      if (Math.abs(candidate.length - wanted.length) > most || candidate.length < SHORTEST) {
        return [];
      }
      const edits = Math.min(distance(wanted, candidate), ...swapped.map((swap) => 1 + distance(swap, candidate)));
      return edits <= most ? [{ candidate, edits, count }] : [];
    });
    return found.toSorted((a, b) => a.edits - b.edits || b.count - a.count)[0]?.candidate;
  }

  /** How often each word occurs in a database's records. */
  wordsOf(db: string): ReadonlyMap<string, number> {
    return memoized(this.#words, db, () => {
      const counts = new Map<string, number>();
      for (const uid of this.#graph.uids(db)) {
        const facts = allTexts(this.#graph.record(db, uid) ?? {});
        for (const word of facts
          .join(' ')
          .toLowerCase()
          .match(/\p{L}[\p{L}\p{N}]*/gu) ?? []) {
          counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
      return counts;
    });
  }
}

/** The word with each pair of neighbouring letters swapped. */
function swapsOf(word: string): readonly string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, place) => word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2),
  );
}
