import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { ConfigError } from '../../config.js';

/** Shorter ones can be guessed. */
const MIN_LENGTH = 16;
/** A name, a colon, and what a header can carry as a bearer token (RFC 6750). */
const LINE = /^([\w.-]{1,64}):([\w.~+/-]+=*)$/;

/** The bearer tokens that open this server, each with the name of its client. Only their hashes are kept. */
export class Tokens {
  readonly #clients: readonly { readonly name: string; readonly hash: Buffer }[];

  /**
   * @param text - `name:token`, one a line; blank lines and those that start with `#` do not count.
   * @throws {@link ConfigError} naming the line that cannot be used, never showing it.
   */
  constructor(text: string) {
    const callers = new Map<string, Buffer>();
    for (const [index, line] of text
      .split(/\r?\n/)
      .map((each) => each.trim())
      .entries()) {
      if (line === '' || line.startsWith('#')) {
        continue;
      }
      const [, name, token] = LINE.exec(line) ?? [];
      if (name === undefined || token === undefined || token.length < MIN_LENGTH) {
        throw unusable(`line ${index + 1} must be name:token, the token of at least ${MIN_LENGTH} characters`);
      }
      if (callers.has(name)) {
        throw unusable(`line ${index + 1} names ${name} again`);
      }
      callers.set(name, hashOf(token));
    }
    if (callers.size === 0) {
      throw unusable('it holds no token');
    }
    this.#clients = [...callers].map(([name, hash]) => ({ name, hash }));
  }

  /** @throws {@link ConfigError} when the file cannot be read or used. */
  static read(path: string): Tokens {
    try {
      return new Tokens(readFileSync(path, 'utf8'));
    } catch (error) {
      throw error instanceof ConfigError ? error : unusable('it cannot be read', error);
    }
  }

  /** The client with this token. It takes equally long for all: hashes are compared, each with every one. */
  callerOf(token: string): string | undefined {
    const hash = hashOf(token);
    let client: string | undefined;
    for (const known of this.#clients) {
      if (timingSafeEqual(known.hash, hash)) {
        client = known.name;
      }
    }
    return client;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function unusable(why: string, cause?: unknown): ConfigError {
  return new ConfigError(`AUTH_TOKENS_FILE (--auth-tokens-file) cannot be used: ${why}.`, { cause });
}
