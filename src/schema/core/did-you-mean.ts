import { closest, distance } from 'fastest-levenshtein';

/** The word among `candidates` that was probably meant, if any is near enough to `word`. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) {
    return undefined;
  }
  const candidate = closest(word, candidates);
  return distance(word, candidate) <= Math.ceil(word.length / 3) ? candidate : undefined;
}
