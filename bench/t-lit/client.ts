import { attributeLinks, decodeLinkSets, type LinksQuestion, linksRequest } from '../../src/eutils/links/elink.js';
import { decodeSearch, searchRequest } from '../../src/eutils/search/esearch.js';
import { decodeSummaries, summaryRequest } from '../../src/eutils/records/esummary.js';
import type { EutilsRequest } from '../../src/eutils/wire.js';
import { systemClock } from '../../src/upstream/clock.js';
import { LocalBudget } from '../../src/upstream/rate-limit/local-budget.js';
import { Pacer } from '../../src/upstream/rate-limit/pacer.js';
import { WINDOW_MS } from './schedule.js';
import type { TraversalLink } from './traversal.js';

/** A plain client of E-utilities, as good as a careful script: it keeps to the rate and matches answers by id. */
export class Client {
  readonly #url: string;
  readonly #pacer: Pacer | undefined;

  /** @param rps - Starts allowed in any window; infinite for no limit. */
  constructor(url: string, rps: number) {
    this.#url = url;
    const pacing = { rps, margin: WINDOW_MS - 1000, maxInFlight: 1000, maxQueued: Infinity, clock: systemClock };
    this.#pacer = rps === Infinity ? undefined : new Pacer({ ...pacing, budget: new LocalBudget(pacing) });
  }

  async search(term: string): Promise<readonly string[]> {
    const question = { db: 'pubmed', term, retstart: 0, retmax: 100 };
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
    const sending = fetch(`${this.#url}${request.utility}.fcgi`, {
      method: 'POST',
      body: new URLSearchParams(request.params.map(([name, value]): [string, string] => [name, value])),
    });
    permit?.markSent();
    const response = await sending.finally(permit?.release);
    if (response.status === 429) {
      return this.#send(request);
    }
    if (!response.ok) {
      throw new Error(`A peer was answered ${response.status}.`);
    }
    return response.text();
  }
}

function valueOf<T>(value: T): Exclude<T, Error> {
  if (value instanceof Error) {
    throw value;
  }
  return value as Exclude<T, Error>;
}
