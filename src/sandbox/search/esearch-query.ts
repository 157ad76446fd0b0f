/** Boolean operators; Entrez knows them only in upper case. */
export type Operator = 'AND' | 'OR' | 'NOT';

/** A search term as the caller wrote it: words or a quoted phrase, perhaps with a field tag. */
export interface Term {
  readonly kind: 'term';
  readonly text: string;
  readonly quoted: boolean;
  /** The tag as written, without brackets. */
  readonly field?: string;
}

/** `2010:2015[dp]`: everything from one value to another, both included. */
export interface Range {
  readonly kind: 'range';
  readonly from: string;
  readonly to: string;
  readonly field?: string;
}

export type Query =
  | Term
  | Range
  | { readonly kind: 'group'; readonly inner: Query }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Query; readonly right: Query };

export interface ParsedQuery {
  /** `undefined` when nothing was left to search for. */
  readonly query: Query | undefined;
  /** Parts that could not be used: brackets without a partner, operators without an operand. */
  readonly ignored: readonly string[];
}

/**
 * Parses an Entrez query: words, `"phrases"`, `[field]` tags, `from:to` ranges, parentheses, AND, OR and NOT.
 *
 * All operators bind alike and are taken from left to right; operands side by side are joined by AND; a tag belongs to
 * all the words before it. Never throws: what makes no sense is left out and reported, as Entrez does.
 */
export function parseQuery(text: string): ParsedQuery {
  return new QueryParser(tokenize(text)).parse();
}

type Token =
  | { readonly kind: 'open' | 'close' | 'colon' }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'word' | 'quoted' | 'tag'; readonly text: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

const TOKEN = /[():]|"[^"]*"?|\[[^\]]*\]?|[^\s()"[\]:][^\s()"[\]]*|\]/g;
/** Only numbers and dates make a range inside a word; a colon elsewhere belongs to the word (`NM_000546.5:c.659A>G`). */
const RANGE = /^(\d[\d/.]*):(\d[\d/.]*)$/;

function tokenize(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(([token]): Token => {
    switch (token[0]) {
      case '(':
        return { kind: 'open' };
      case ')':
        return { kind: 'close' };
      case ':':
        return { kind: 'colon' };
      case '"':
        return { kind: 'quoted', text: token.replaceAll('"', '').trim() };
      case '[':
        return { kind: 'tag', text: token.replace(/^\[/, '').replace(/\]$/, '').trim() };
      default: {
        const [, from, to] = RANGE.exec(token) ?? [];
        if (from !== undefined && to !== undefined) {
          return { kind: 'range', from, to };
        }
        return token === 'AND' || token === 'OR' || token === 'NOT'
          ? { kind: 'operator', operator: token }
          : { kind: 'word', text: token };
      }
    }
  });
}

class QueryParser {
  readonly #tokens: readonly Token[];
  readonly #ignored: string[] = [];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): ParsedQuery {
    let query = this.#expression();
    while (this.#peek() !== undefined) {
      // Only a closing parenthesis without a partner ends an expression early.
      this.#position += 1;
      this.#ignored.push(')');
      const rest = this.#expression(query);
      query = rest ?? query;
    }
    return { query, ignored: this.#ignored };
  }

  #expression(start?: Query): Query | undefined {
    let left = start;
    let operator: Operator | undefined;
    for (let token = this.#peek(); token !== undefined && token.kind !== 'close'; token = this.#peek()) {
      if (token.kind === 'operator') {
        this.#position += 1;
        if (left === undefined || operator !== undefined) {
          this.#ignored.push(token.operator);
        } else {
          operator = token.operator;
        }
        continue;
      }
      const right = this.#operand();
      if (right !== undefined) {
        left = left === undefined ? right : { kind: 'operation', operator: operator ?? 'AND', left, right };
        operator = undefined;
      }
    }
    if (operator !== undefined) {
      this.#ignored.push(operator);
    }
    return left;
  }

  #operand(): Query | undefined {
    const token = this.#next();
    switch (token?.kind) {
      case 'open': {
        const inner = this.#expression();
        if (this.#peek()?.kind === 'close') {
          this.#position += 1;
        } else {
          this.#ignored.push('(');
        }
        return inner && { kind: 'group', inner };
      }
      case 'range':
        return { kind: 'range', from: token.from, to: token.to, ...this.#tag() };
      case 'quoted':
        return this.#rangeOrTerm(token.text, true);
      case 'word': {
        const words = [token.text];
        for (let next = this.#peek(); next?.kind === 'word'; next = this.#peek()) {
          words.push(next.text);
          this.#position += 1;
        }
        return this.#rangeOrTerm(words.join(' '), false);
      }
      default:
        this.#ignored.push(token?.kind === 'tag' ? `[${token.text}]` : ':');
        return undefined;
    }
  }

  /** A term, or with a colon behind it the lower end of a range: `2019/01/05[EDAT] : 2019/04/05[EDAT]`. */
  #rangeOrTerm(text: string, quoted: boolean): Query | undefined {
    const tag = this.#tag();
    if (this.#peek()?.kind !== 'colon') {
      return text === '' || text === ']' ? undefined : { kind: 'term', text, quoted, ...tag };
    }
    this.#position += 1;
    const upper = this.#peek();
    if (upper?.kind !== 'word' && upper?.kind !== 'quoted') {
      this.#ignored.push(':');
      return { kind: 'term', text, quoted, ...tag };
    }
    this.#position += 1;
    return { kind: 'range', from: text, to: upper.text, ...tag, ...this.#tag() };
  }

  #tag(): { readonly field?: string } {
    const token = this.#peek();
    if (token?.kind !== 'tag') {
      return {};
    }
    this.#position += 1;
    return { field: token.text };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  #next(): Token | undefined {
    const token = this.#peek();
    this.#position += 1;
    return token;
  }
}
