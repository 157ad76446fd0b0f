import { createHash } from 'node:crypto';

import { wrong } from '../input/wrong.js';

/** Where an answer continues: a line of the answer to the same arguments. */
export class AnswerCursors {
  readonly #call: string;

  /** @param args - The arguments that decide about the lines. */
  constructor(tool: string, args: Readonly<Record<string, unknown>>) {
    const text = JSON.stringify([tool, Object.entries(args).toSorted(([a], [b]) => a.localeCompare(b))]);
    this.#call = createHash('sha256').update(text).digest('base64url').slice(0, 6);
  }

  encode(line: number): string {
    return `${this.#call}.${line.toString(36)}`;
  }

  /** @throws EntrezError `BAD_USER_INPUT` for a cursor of other arguments. */
  decode(cursor: string | undefined): number {
    if (cursor === undefined) {
      return 0;
    }
    const [call, line = '', ...rest] = cursor.split('.');
    if (call !== this.#call || !/^[\da-z]{1,7}$/.test(line) || rest.length > 0) {
      throw wrong('cursor', cursor, 'Use the cursor of an answer to the same arguments.');
    }
    return Number.parseInt(line, 36);
  }
}
