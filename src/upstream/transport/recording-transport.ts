import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { EXCHANGE_FILES, formatExchangeHead, type Exchange } from '../../eutils/failures/exchange.js';
import { exchangeWithoutSecrets } from '../../eutils/body/exchange-secrets.js';
import type { EutilsRequest, EutilsResponse } from '../../eutils/wire.js';
import type { SendOptions, Transport } from './transport.js';

export interface RecordingOptions {
  /** The folder to write to; it is made when there is none. Exchanges that it holds already stay, new ones follow. */
  readonly folder: string;
  /** The operator's address. Neither it nor the API key of a request stands in any file. */
  readonly email: string | undefined;
  /** Told in one line, and once, that an exchange could not be written. Nothing is recorded from then on. */
  readonly onFailure: (message: string) => void;
}

/** Digits of the number that a file's name starts with. */
const DIGITS = 4;

/**
 * A transport that writes down every answer, secrets removed, for `entrez-graph sandbox --replay` to give again.
 *
 * Answers do not wait for their files. A file is complete or not there: its `.body` is written first, and an exchange
 * counts only with its `.json`, which is moved into place. Requests that got no answer leave nothing.
 */
export class RecordingTransport implements Transport {
  readonly #inner: Transport;
  readonly #options: RecordingOptions;
  /** The writing of all exchanges so far, one after the other. */
  #written: Promise<void> = Promise.resolve();
  /** The number of the latest exchange in the folder; unknown until the first is written. */
  #latest: number | undefined;
  #failed = false;

  constructor(inner: Transport, options: RecordingOptions) {
    this.#inner = inner;
    this.#options = options;
  }

  async send(request: EutilsRequest, options: SendOptions): Promise<EutilsResponse> {
    const response = await this.#inner.send(request, options);
    this.#written = this.#written.then(() => this.#record(request, response, options.apiKey));
    return response;
  }

  /** Closes the connections and waits until all is written. */
  async close(): Promise<void> {
    await this.#inner.close();
    await this.#written;
  }

  async #record(request: EutilsRequest, response: EutilsResponse, apiKey: string | undefined): Promise<void> {
    if (this.#failed) {
      return;
    }
    const secrets = [apiKey, this.#options.email].filter((secret) => secret !== undefined);
    try {
      await this.#write(exchangeWithoutSecrets(request, response, secrets));
    } catch (error) {
      this.#failed = true;
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.onFailure(`Recording to ${this.#options.folder} has ended, and queries go on: ${reason}`);
    }
  }

  async #write(exchange: Exchange): Promise<void> {
    const { folder } = this.#options;
    this.#latest ??= await latestIn(folder);
    this.#latest += 1;
    const name = `${String(this.#latest).padStart(DIGITS, '0')}-${exchange.utility}`;
    const unfinished = join(folder, `.${name}.unfinished`);
    // Another process that records here took this name if it exists: that is a failure, not to be written over.
    await writeFile(join(folder, `${name}${EXCHANGE_FILES.body}`), exchange.body, { flag: 'wx' });
    await writeFile(unfinished, formatExchangeHead(exchange));
    await rename(unfinished, join(folder, `${name}${EXCHANGE_FILES.head}`));
  }
}

/** The highest number in a folder, which is made when there is none. */
async function latestIn(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const numbers = (await readdir(folder)).map((file) => Number(/^\d+(?=-)/.exec(file)?.[0] ?? 0));
  return Math.max(0, ...numbers);
}
