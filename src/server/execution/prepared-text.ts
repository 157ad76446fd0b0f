import { hash } from 'node:crypto';

import type { ExecutionResult } from 'graphql';

import { compress, type Encoding } from '../accept/content-encoding.js';

/** A body, encoded once and compressed once for those that accept it. */
export class PreparedText {
  readonly #plain: Uint8Array<ArrayBuffer>;
  readonly #isKept: boolean;
  #digest: string | undefined;
  readonly #compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  /** @param isKept - Whether many clients get it. */
  constructor(text: string, isKept = true) {
    this.#plain = Buffer.from(text);
    this.#isKept = isKept;
  }

  get bytes(): number {
    return this.#plain.byteLength;
  }

  /** Equal bodies have equal ones. */
  get digest(): string {
    this.#digest ??= hash('sha256', this.#plain, 'base64url');
    return this.#digest;
  }

  /** The body in an encoding, or as it is. */
  as(encoding: Encoding | undefined): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
    if (encoding === undefined) {
      return this.#plain;
    }
    const compressed = this.#compressed.get(encoding) ?? compress(this.#plain, encoding, this.#isKept);
    this.#compressed.set(encoding, compressed);
    return compressed;
  }
}

/** A result whose body is prepared, and is not to be copied: it stands for the text until the response is written. */
export class PreparedResult implements ExecutionResult {
  readonly text: PreparedText;
  readonly data = {};

  constructor(text: PreparedText) {
    this.text = text;
  }

  readonly stringify = (): string => '{}';
}
