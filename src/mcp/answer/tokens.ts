/** Letters of a word that a tokenizer takes as one token at least, digits likewise; everything else counts by itself. */
const PIECES = /[A-Za-z]{1,4}|\d{1,3}|[ \t]+|[^\sA-Za-z\d]|\n/gu;
/** Characters outside ASCII may take several tokens each. */
const FOREIGN = /[^\p{ASCII}]/gu;

/** An upper estimate of the tokens of a text, without the tables of a tokenizer. */
export function atMostTokens(text: string): number {
  const pieces = text.match(PIECES) ?? [];
  // A single blank belongs to the word behind it.
  const blanks = pieces.filter((piece) => piece === ' ').length;
  return pieces.length - blanks + 2 * (text.match(FOREIGN)?.length ?? 0);
}
