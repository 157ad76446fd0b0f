import { EntrezError } from '../../eutils/failures/errors.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import { byUidDescending, type Links, mixedOrigin, packLinks } from '../values/link-list.js';
import type { LoaderRegistry } from '../loader-registry.js';
import type { Operation } from '../operation/operation.js';
import type { CachedLoader } from '../cached-loader.js';
import type { LinksOfTable, LinkTables } from '../link-tables.js';
import type { LinkRef, LinkQuestion } from './links.js';
import type { UnionQuestion } from './union.js';

/** Distinct links of several records, and the lists that they come from. */
interface UnionOfTables {
  readonly links: Links;
  readonly lists: readonly LinksOfTable[];
}

/** A list, or why it cannot be had. */
type Peeked = { readonly value: Links | EntrezError } | undefined;

/** Links of records, with scores and without. */
export class LinkLoaders {
  readonly #family: LoaderRegistry<LinkQuestion, Links>;
  /** By what is at hand in every resolver: to name a variant takes longer than to find a known answer. */
  readonly #plain = new WeakMap<LinkRef, CachedLoader<Links>>();
  readonly #scored = new WeakMap<LinkRef, CachedLoader<Links>>();

  readonly #tables: LinkTables | undefined;

  readonly #clock: Clock;

  /** @param tables - Links that take no call, where there are any. */
  constructor(family: LoaderRegistry<LinkQuestion, Links>, clock: Clock, tables?: LinkTables) {
    this.#family = family;
    this.#clock = clock;
    this.#tables = tables;
  }

  /** What records are linked to under one link name, by uid. */
  of(question: LinkQuestion): CachedLoader<Links> {
    if (question.filter) {
      return this.#family.of(question);
    }
    const loaders = question.scored ? this.#scored : this.#plain;
    const known = loaders.get(question.link);
    if (known) {
      return known;
    }
    const loader = this.#family.of(question);
    loaders.set(question.link, loader);
    return loader;
  }

  /**
   * What one record is linked to under one link name; at once when it is known. A list that is known with its scores
   * also answers those who do not want them: NCBI gives both in the same order (protocol: recorded 2025).
   *
   * @throws EntrezError the failure of this record, or `DEADLINE_EXCEEDED` of the operation.
   */
  load(question: LinkQuestion, uid: string, operation: Operation): Links | Promise<Links> {
    if (question.scored) {
      return this.#loadScored(question, uid, operation);
    }
    const known = this.#tables?.use === 'prefer' ? this.tabled(question, uid, operation.notBefore) : undefined;
    if (known) {
      operation.tabled(known.table, known.links.uids.length, listNamed(question.link.name, uid));
      return known.links;
    }
    const links = this.#nearest(question, uid, operation.notBefore).load(uid, operation);
    return this.#tables?.use === 'fallback' && links instanceof Promise
      ? links.catch((error: unknown) => this.#standIn(error, question, uid, operation))
      : links;
  }

  /** What {@link load} would give at once, or the failure that it would meet; undefined where it would take a call. */
  peek(question: LinkQuestion, uid: string, notBefore: Milliseconds = -Infinity): Peeked {
    const known = this.#tables?.use === 'prefer' ? this.tabled(question, uid, notBefore) : undefined;
    return known ? { value: known.links } : this.#nearest(question, uid, notBefore).peek(uid, notBefore);
  }

  /** The loader with scores, if it knows the list and there may be scores; else that of the question. */
  #nearest(question: LinkQuestion, uid: string, notBefore: Milliseconds): CachedLoader<Links> {
    const scored = question.link.scored === false ? undefined : this.of({ ...question, scored: true });
    return scored?.peek(uid, notBefore) ? scored : this.of(question);
  }

  /**
   * What a table knows, which takes no call. Tables have neither scores nor filters.
   *
   * @param notBefore - Tables that NCBI made before are too old.
   */
  tabled({ link, scored, filter }: LinkQuestion, uid: string, notBefore: Milliseconds): LinksOfTable | undefined {
    const found = scored || filter ? undefined : this.#tables?.links(link, uid);
    return found && this.isYoungEnough(found.links.asOf, notBefore) ? found : undefined;
  }

  /**
   * What tables that are preferred to ELink know of several records together, which takes no call; undefined where they lack
   * one of them.
   */
  tabledUnion({ uids, ...question }: UnionQuestion, notBefore: Milliseconds): UnionOfTables | undefined {
    const lists: LinksOfTable[] = [];
    for (const uid of this.#tables?.use === 'prefer' ? uids : []) {
      const found = this.tabled(question, uid, notBefore);
      if (!found) {
        return undefined;
      }
      lists.push(found);
    }
    const [first] = lists;
    if (!first) {
      return undefined;
    }
    const members = new Set(lists.flatMap(({ links: { uids: all } }) => all.slice()));
    const origin = mixedOrigin(
      first.links,
      lists.map(({ links }) => links),
    );
    return { links: packLinks('', false, { uids: [...members].toSorted(byUidDescending) }, origin), lists };
  }

  /** Whether what NCBI made then is no older than an operation accepts, which reckons by another clock. */
  isYoungEnough(asOf: Milliseconds, notBefore: Milliseconds): boolean {
    return notBefore === -Infinity || Math.max(0, Date.now() - asOf) <= this.#clock.now() - notBefore;
  }

  /** Links of a table in place of those that ELink cannot give at present; labelled, since they may be older. */
  #standIn(error: unknown, question: LinkQuestion, uid: string, operation: Operation): Links {
    const known =
      error instanceof EntrezError && isUpstreams(error) ? this.tabled(question, uid, operation.notBefore) : undefined;
    if (!known) {
      throw error;
    }
    const { table, links } = known;
    operation.tabled(table, links.uids.length, listNamed(question.link.name, uid));
    const { code, message } = error as EntrezError;
    operation.degrade({ code, message: `Links come from table ${table.name} of ${table.asOf}. ${message}` });
    return links;
  }

  /**
   * NCBI's score service fails more often than its links (protocol: seen 2026). Where scores are only looked at, the
   * same list without them is better than nothing: its order is the same, and the account says what is missing.
   */
  #loadScored(question: LinkQuestion, uid: string, operation: Operation): Links | Promise<Links> {
    const links = this.of(question).load(uid, operation);
    if (question.scoresMayLack !== true) {
      return links;
    }
    return withoutScores(links, operation, () => this.load({ ...question, scored: false }, uid, operation));
  }
}

/** What a list of a table is known by, in accounts of what was used. */
export function listNamed(name: string, uid: string): string {
  return `${name} ${uid}`;
}

/** Scored links, or where NCBI cannot give the scores, what `load` gives; the account then says what is missing. */
export function withoutScores(
  links: Links | Promise<Links>,
  operation: Operation,
  load: () => Links | Promise<Links>,
): Links | Promise<Links> {
  const checked = (found: Links): Links => {
    if (!found.scores && found.uids.length > 0) {
      operation.degrade({
        code: 'MALFORMED_RESPONSE',
        message: 'Scores are missing. NCBI sent the links without them.',
      });
    }
    return found;
  };
  return links instanceof Promise
    ? links.then(checked, (error: unknown) => {
        if (!(error instanceof EntrezError) || !isUpstreams(error)) {
          throw error;
        }
        operation.degrade({ code: error.code, message: `Scores are missing. ${error.message}` });
        return load();
      })
    : checked(links);
}

/** Whether another question may fare better. */
function isUpstreams({ code }: EntrezError): boolean {
  return code === 'UPSTREAM_UNAVAILABLE' || code === 'UPSTREAM_TIMEOUT' || code === 'MALFORMED_RESPONSE';
}
