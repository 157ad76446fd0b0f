import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import type { Data } from './answers.js';

const DRIVER = fileURLToPath(new URL('biopython.py', import.meta.url));

/** A Python in which the calls of `Bio.Entrez` ask another server than NCBI, their answers checked by NCBI's DTDs. */
export class Biopython implements AsyncDisposable {
  readonly #input: Writable;
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<unknown>;

  /** @param base - the folder of the `.fcgi` programs, with a slash at its end. */
  constructor(base: string) {
    const env = { PATH: '/usr/bin:/bin', no_proxy: '*' };
    const python = spawn('/usr/bin/python3', [DRIVER, base], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#input = python.stdin;
    this.#lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
    this.#ended = once(python, 'exit');
  }

  /**
   * What `Entrez.read` makes of the answer to a call, or the text of a plain answer; a list for a list of calls.
   *
   * @param names - what the call refers to.
   * @throws Error with the name and text of Python's exception.
   */
  async read(call: string, names: object = {}): Promise<Data> {
    this.#input.write(`${JSON.stringify({ call, names })}\n`);
    const { value: line, done } = await this.#lines.next();
    if (done === true) {
      throw new Error(`Python ended at ${call}`);
    }
    const answer = JSON.parse(line) as { readonly value?: unknown; readonly error?: string };
    if (answer.error !== undefined) {
      throw new Error(answer.error);
    }
    return answer.value;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#input.end();
    await this.#ended;
  }
}
