import { wholeOf } from '../../eutils/body/text.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { EutilsRequest, EutilsResponse } from '../../eutils/wire.js';
import { parseXml } from '../../eutils/body/xml.js';
import type { CallRecord, Source } from '../../upstream/call.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import type { Transport } from '../../upstream/transport/transport.js';
import { Difference } from './difference.js';

/** Sends the requests of one check through the client of the gateway, and counts them. */
export class Probe {
  readonly #client: NcbiClient;
  readonly #signal: AbortSignal;
  readonly #heard: Heard;
  #calls = 0;
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

  /** Whether the requests carry an API key. */
  get hasKey(): boolean {
    return this.#client.keyOwner !== 'none';
  }

  /** Headers of the latest response, names in lower case. */
  get headers(): Readonly<Record<string, string>> {
    return this.#heard.latest?.headers ?? {};
  }

  get isSandbox(): boolean {
    return this.#source === 'sandbox';
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws {@link Difference} if the answer is well-formed, but not as `read` expects.
   * @throws {@link EntrezError} as the client does.
   */
  ask<T>(request: EutilsRequest, read: (body: string) => T): Promise<T> {
    return this.#client.send(
      { request, decode: (body) => readWell(wholeOf(body), read) },
      {
        signal: this.#signal,
        onCall: ({ source }: CallRecord) => {
          this.#calls += 1;
          this.#source = source ?? this.#source;
        },
      },
    );
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
