/** A request as far as its answer depends on it. */
export interface Question {
  readonly utility: string;
  /** All that is asked but the ids: the same for a question about other records. */
  readonly frame: string;
  /** The frames of the questions whose answers hold the answer to this one; its own comes first. */
  readonly within: readonly string[];
  /**
   * What the answer has parts for: records, or lists of records whose answers NCBI merges. Without repeats, in one order.
   */
  readonly parts: readonly string[];
  /** Whether the parts could be asked for one by one, with the same answers. */
  readonly divisible: boolean;
  /** Its parameters, as `name=value`. */
  readonly words: readonly string[];
}

/** Parameters that name the caller; no answer depends on them. */
const CALLER = new Set(['tool', 'email', 'api_key']);

/** Commands of ELink that answer each record of a comma list by itself (protocol: recorded 2008 to 2025). */
const RECORD_BY_RECORD = /^(?:[anl]check|llinks|prlinks)$/;

/** Of these, one list of several `id=` is several lists, whose links NCBI does not merge. */
const LIST_BY_LIST = /^neighbor(?:_score)?$/;

/**
 * What a request asks. Neither the order of its parameters counts nor that of its ids, but whether ids are repeated or
 * in a comma list does where NCBI merges the answers to a list.
 */
export function questionOf(utility: string, params: readonly (readonly [name: string, value: string])[]): Question {
  const pairs = params
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .filter(([name]) => !CALLER.has(name));
  const command = pairs.find(([name]) => name === 'cmd')?.[1] ?? 'neighbor';
  const byRecord = utility === 'esummary' || utility === 'efetch' || RECORD_BY_RECORD.test(command);
  const lists = pairs
    .filter(([name]) => name === 'id')
    .map(([, value]) => value.split(/[\s,+]+/).filter((id) => id !== ''));
  const parts = byRecord ? lists.flat() : lists.map((ids) => [...new Set(ids)].toSorted().join(','));
  const words = pairs.filter(([name]) => name !== 'id').map(wordOf);
  const frameOf = (all: readonly string[]): string => [utility, ...all.toSorted()].join('\n');
  const frame = frameOf(words);
  return {
    utility,
    frame,
    // Without a link name ELink gives every one between the two databases, in sets of their own (protocol: recorded 2024).
    within: [...new Set([frame, frameOf(words.filter((word) => !word.startsWith('linkname=')))])],
    parts: [...new Set(parts)].toSorted(),
    divisible: byRecord || (utility === 'elink' && LIST_BY_LIST.test(command)),
    words: [...words, ...new Set(parts.map((part) => `id=${part}`))],
  };
}

function wordOf([name, value]: readonly [string, string]): string {
  return `${name}=${value}`;
}
