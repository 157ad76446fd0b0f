import type { DocSum } from '../../../eutils/records/esummary.js';
import { textAt } from '../../summaries/docsum.js';
import type { Identifier } from '../identifier.js';

/** Words that searches pass over, or that most titles have. */
const COMMON =
  /^(?:about|after|also|among|and|are|because|been|before|between|both|but|can|during|each|for|from|further|had|has|have|how|into|its|may|more|most|not|other|over|some|such|than|that|the|their|them|then|there|these|they|this|those|through|under|upon|use|used|using|was|were|what|when|which|while|who|why|will|with|within|without|would)$/;

/** As many as tell a title from most others; a long term would be cut short. */
const SOUGHT = 8;

/**
 * An article by its title: it is searched by its longest words, and its summary shows the rest. Titles of one word name too
 * many.
 */
export const title: Identifier & Required<Pick<Identifier, 'search'>> = {
  argument: 'title',
  plural: 'titles',
  expected: 'the title of an article such as Improved tools for biological sequence comparison',
  parse: (value) => {
    const plain = titleWords(value);
    return soughtWords(plain).length > 1 ? plain : undefined;
  },
  how: 'TITLE',
  search: {
    term: (plain) =>
      `(${soughtWords(plain)
        .map((word) => `${word}[Title]`)
        .join(' AND ')})`,
    namesIn: titlesOf,
  },
};

/** Letters and digits alone: signs, marks, formatting and capitals differ from place to place. */
export function titleWords(text: string): string {
  return text
    .replaceAll(/&(?:lt|gt|amp|quot|#\d{2,4});/g, (entity) => ENTITIES[entity] ?? ' ')
    .replaceAll(/<\/?[a-z]{1,6}>/gi, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** The longest words of a title, in their order. */
function soughtWords(plain: string): readonly string[] {
  const words = [...new Set(plain.split(' '))].filter(
    (word) => /^(?=.*[a-z])[a-z\d]{3,40}$/.test(word) && !COMMON.test(word),
  );
  const longest = new Set(words.toSorted((a, b) => b.length - a.length).slice(0, SOUGHT));
  return words.filter((word) => longest.has(word));
}

function titlesOf(summary: DocSum): readonly string[] {
  return ['title', 'vernaculartitle'].flatMap((path) => {
    const words = titleWords(textAt(summary, path) ?? '');
    return words === '' ? [] : words;
  });
}
