import { wholeOf } from '../../src/eutils/body/text.js';
import { attributeLinks, decodeLinkSets, type LinksQuestion, linksRequest } from '../../src/eutils/links/elink.js';
import { decodeSearch, searchRequest } from '../../src/eutils/search/esearch.js';
import { decodeSummaries, summaryRequest } from '../../src/eutils/records/esummary.js';
import type { EutilsRequest } from '../../src/eutils/wire.js';
import type { Clock } from '../../src/upstream/clock.js';
import { LocalBudget } from '../../src/upstream/rate-limit/local-budget.js';
import { Pacer } from '../../src/upstream/rate-limit/pacer.js';
import type { Transport } from '../../src/upstream/transport/transport.js';
import { WINDOW_MS } from './schedule.js';
import type { TraversalLink } from './traversal.js';

interface ClientOptions {
  readonly transport: { readonly send: Transport['send'] };
  readonly clock: Clock;
  /** Starts allowed in any window; infinite for no limit. */
  readonly rps: number;
}

/** A plain client of E-utilities, as good as a careful script: it keeps to the rate and matches answers by id. */
export class Client {
  readonly #transport: ClientOptions['transport'];
  readonly #pacer: Pacer | undefined;

  constructor({ transport, clock, rps }: ClientOptions) {
    this.#transport = transport;
    const pacing = { rps, margin: WINDOW_MS - 1000, maxInFlight: 1000, maxQueued: Infinity, clock };
    this.#pacer = rps === Infinity ? undefined : new Pacer({ ...pacing, budget: new LocalBudget(pacing) });
  }

  async search(term: string): Promise<readonly string[]> {
    const question = { db: 'pubmed', term, retstart: 0, retmax: 1000 };
    return decodeSearch(await this.#send(searchRequest(question)), question).uids;
  }

  async links(linkName: TraversalLink, uids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const [from = '', to = ''] = linkName.split('_');
    const question: LinksQuestion = { from, to, linkName, uids, scored: false };
    const body = await this.#send(linksRequest(question, 'json'));
    const lists = attributeLinks(decodeLinkSets(body, 'json'), question);
    return new Map([...lists].map(([uid, list]) => [uid, [...valueOf(list).uids]]));
  }

  async titles(uids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const documents = decodeSummaries(await this.#send(summaryRequest({ db: 'structure', uids })));
    return new Map([...documents].map(([uid, document]) => [uid, String(valueOf(document).pdbdescr)]));
  }

  async #send(request: EutilsRequest): Promise<string> {
    const permit = await this.#pacer?.acquire();
    const { signal } = new AbortController();
    const options = { signal, apiKey: undefined, onSent: () => permit?.markSent() };
    const { status, body } = await this.#transport.send(request, options).finally(permit?.release);
    if (status === 429) {
      return this.#send(request);
    }
    if (status !== 200) {
      throw new Error(`A peer was answered ${status}.`);
    }
    return wholeOf(body);
  }
}

/** Sends as a script does. */
export function scriptTransport(url: string): ClientOptions['transport'] {
  return {
    async send(request, { onSent }) {
      const sending = fetch(`${url}${request.utility}.fcgi`, {
        method: 'POST',
        body: new URLSearchParams(request.params.map(([name, value]): [string, string] => [name, value])),
      });
      onSent();
      const response = await sending;
      return { status: response.status, headers: {}, body: await response.text() };
    },
  };
}

function valueOf<T>(value: T): Exclude<T, Error> {
  if (value instanceof Error) {
    throw value;
  }
  return value as Exclude<T, Error>;
}
