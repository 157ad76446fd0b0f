import { encode } from 'gpt-tokenizer';

/** What a caller wrote to its tools and read from them. */
export class Tally {
  /** Of the definitions of the tools, which a conversation reads once. */
  readonly definitions: number;
  read = 0;
  written = 0;

  constructor(definitions: string) {
    this.definitions = encode(definitions).length;
  }

  get total(): number {
    return this.definitions + this.read + this.written;
  }

  /** Notes the call of a tool and its answer. */
  note(name: string, args: object, answer: string): void {
    this.written += encode(JSON.stringify({ name, arguments: args })).length;
    this.read += encode(answer).length;
  }
}

/** How a caller answered all questions. */
export interface Account {
  readonly caller: string;
  readonly tally: Tally;
  readonly calls: number;
  readonly right: number;
  /** At 3 requests per second. */
  readonly seconds: number;
}
