import { wholeOf } from '../../eutils/body/text.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { EutilsRequest, EutilsResponse } from '../../eutils/wire.js';
import { parseXml } from '../../eutils/body/xml.js';
import type { CallRecord, Source } from '../../upstream/call.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import type { Transport } from '../../upstream/transport/transport.js';
import { Difference } from './difference.js';

interface Answer {
  readonly body: string;
  readonly headers: EutilsResponse['headers'];
}

/** Sends the requests of checks through the client of the gateway, each once, and counts them. */
export class Probe {
  readonly #client: NcbiClient;
  readonly #signal: AbortSignal;
  readonly #heard: Heard;
  /** Answers that could be read, by request: beliefs share them. */
  readonly #answers = new Map<string, Answer>();
  #headers: EutilsResponse['headers'] = {};
  #calls = 0;
  #shared = 0;
  #source: Source | undefined;

  constructor(client: NcbiClient, heard: Heard, signal: AbortSignal) {
    this.#client = client;
    this.#heard = heard;
    this.#signal = signal;
  }

  /** Requests sent so far, retries included. */
  get calls(): number {
    return this.#calls;
  }

  /** Questions so far whose answer was at hand. */
  get shared(): number {
    return this.#shared;
  }

  /** Whether the requests carry an API key. */
  get hasKey(): boolean {
    return this.#client.keyOwner !== 'none';
  }

  /** Headers of the response that was read last, names in lower case. */
  get headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  get isSandbox(): boolean {
    return this.#source === 'sandbox';
  }

  /** Sends what was asked before again, the next time it is asked. */
  forget(): void {
    this.#answers.clear();
  }

  /**
   * Reads the answer to a request, which is sent unless an equal one was answered.
   *
   * @throws {@link Difference} if the answer is well-formed, but not as `read` expects.
   * @throws {@link EntrezError} as the client does.
   */
  async ask<T>(request: EutilsRequest, read: (body: string) => T): Promise<T> {
    const key = JSON.stringify([request.utility, request.params]);
    const known = this.#answers.get(key);
    if (known !== undefined) {
      this.#shared += 1;
      this.#headers = known.headers;
      return readWell(known.body, read);
    }
    let body = '';
    const value = await this.#client.send(
      { request, decode: (text) => readWell((body = wholeOf(text)), read) },
      {
        signal: this.#signal,
        onCall: ({ source }: CallRecord) => {
          this.#calls += 1;
          this.#source = source ?? this.#source;
        },
      },
    );
    this.#headers = this.#heard.latest?.headers ?? {};
    this.#answers.set(key, { body, headers: this.#headers });
    return value;
  }
}

/** Bodies in bad hours are cut off; one that is whole and cannot be read all the same is of another form. */
function readWell<T>(body: string, read: (body: string) => T): T {
  try {
    return read(body);
  } catch (error) {
    if (error instanceof EntrezError && error.code === 'MALFORMED_RESPONSE' && isWhole(body)) {
      throw new Difference(error.message);
    }
    throw error;
  }
}

function isWhole(body: string): boolean {
  try {
    if (/^[\ufeff\s]*</.test(body)) {
      parseXml(body);
    } else {
      JSON.parse(body);
    }
    return true;
  } catch {
    return false;
  }
}

/** The latest response that came through a transport. */
export class Heard {
  latest: EutilsResponse | undefined;

  /** The same transport, listened to. */
  listenTo(transport: Transport): Transport {
    return {
      send: async (request, options) => {
        this.latest = await transport.send(request, options);
        return this.latest;
      },
      close: () => transport.close(),
    };
  }
}
