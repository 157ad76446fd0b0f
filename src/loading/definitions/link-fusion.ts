import { isDeepStrictEqual } from 'node:util';

import { LRUCache } from 'lru-cache';

import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { type LinkList, decodeLinkSets, linksRequest } from '../../eutils/links/elink.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { Links } from '../values/link-list.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';

/** Links of one source under a name of which nothing is known yet. */
const UNKNOWN_LENGTH = 20;
/** A fused answer may be so much larger than what was asked for, since the permit it saves costs more. */
const LARGER_BY = 2;
const SPARE_LINKS = 1000;
/** Characters of the names whose lists are known: ten times those of a catalog. */
const MAX_NAME_CHARACTERS = 500_000;

/** One link name and the records whose links under it are wanted. */
export interface Wanted {
  readonly link: Pick<LinkName, 'name' | 'from' | 'to'>;
  readonly uids: readonly string[];
  /** Records that one call for this name may be about. */
  readonly size: number;
}

/**
 * Decides which questions about links of the same records one call without a link name should answer: ELink then gives
 * every link name between the databases it names (protocol: recorded 2024 to 2026). That saves calls, but brings names
 * that nobody wants, so it learns how long the lists of each name are.
 */
export class LinkFusion {
  /** Whether one call may name several target databases; only where NCBI has proved that it answers for all. */
  acrossTargets = false;
  readonly #catalog: Catalog;
  /** Callers may write names that no catalog has. */
  readonly #seen = new LRUCache<string, { sources: number; links: number }>({
    maxSize: MAX_NAME_CHARACTERS,
    sizeCalculation: (_seen, name) => name.length + 1,
  });

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** The names under which an answer brings links when none is asked for, as far as they are known. */
  namesInto(from: string, targets: readonly string[]): string[] {
    return this.#catalog.linksFrom(from).flatMap(({ name, to }) => (targets.includes(to) ? [name] : []));
  }

  /** What one call can be about: links between two databases, or also into several. */
  groupOf({ from, to }: Wanted['link']): string {
    return this.acrossTargets ? from : `${from} ${to}`;
  }

  /** Learns how long lists are. */
  note(linkName: string, lists: Iterable<Pick<Links | LinkList, 'uids'> | EntrezError>): void {
    if (!this.#catalog.link(linkName)) {
      // Callers can make up any number of names.
      return;
    }
    const lengths = [...lists].flatMap((list) => (list instanceof EntrezError ? [] : [list.uids.length]));
    const { sources, links } = this.#seen.get(linkName) ?? { sources: 0, links: 0 };
    this.#seen.set(linkName, { sources: sources + lengths.length, links: links + sum(lengths) });
  }

  /**
   * Those of `others` that the call for `mine` should answer as well: they are about the same records, those fit into
   * one call, and the answer is not much larger than what is wanted of it.
   *
   * @param others - Questions about records of the same database.
   */
  choose<T extends Wanted>(mine: Wanted, others: readonly T[]): T[] {
    const own = new Set(mine.uids);
    const across = this.acrossTargets && this.#isCertain(mine);
    const same = others.filter(
      (other) =>
        (across ? this.#isCertain(other) : other.link.to === mine.link.to) &&
        other.link.name !== mine.link.name &&
        other.uids.length > 0 &&
        other.uids.filter((uid) => own.has(uid)).length * 2 >= own.size,
    );
    const all = [mine, ...same];
    const sources = new Set(all.flatMap(({ uids }) => uids)).size;
    if (same.length === 0 || all.some(({ size }) => sources > size)) {
      return [];
    }
    const targets = all.map(({ link }) => link.to);
    const everything = sources * sum(this.namesInto(mine.link.from, targets).map((name) => this.#lengthOf(name)));
    const wanted = sum(all.map(({ link, uids }) => uids.length * this.#lengthOf(link.name)));
    return everything <= LARGER_BY * wanted + SPARE_LINKS ? same : [];
  }

  /** Among lists into several databases one is found by its name alone, so that its target must be known beforehand. */
  #isCertain({ link }: Wanted): boolean {
    const known = this.#catalog.link(link.name);
    return known?.from === link.from && known.to === link.to;
  }

  #lengthOf(linkName: string): number {
    const seen = this.#seen.get(linkName);
    return seen && seen.sources > 0 ? seen.links / seen.sources : UNKNOWN_LENGTH;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** TP53 of man has had links into both databases for decades. */
const GENE = '7157';
const TARGETS = ['pubmed', 'protein'] as const;

/**
 * Whether ELink, asked for links into two databases at once, gives just what it gives when asked for each. No recording
 * shows it, so it is tried before it is relied on. Costs three calls.
 *
 * @throws EntrezError the failure of a call; then nothing is known.
 */
export async function answersForSeveralTargets(client: NcbiClient): Promise<boolean> {
  const together = await listsInto(client, TARGETS.join(','));
  const apart = await Promise.all(TARGETS.map((to) => listsInto(client, to)));
  return apart.every((lists) => lists.length > 0) && isDeepStrictEqual(together, inOrder(apart.flat()));
}

type List = readonly [linkName: string, uids: readonly string[]];

async function listsInto(client: NcbiClient, to: string): Promise<List[]> {
  const nobodyLeaves = new AbortController().signal;
  const request = linksRequest({ from: 'gene', to, uids: [GENE], scored: false }, 'json');
  const sets = await client.send({ request, decode: decodeLinkSets }, { signal: nobodyLeaves });
  return inOrder(
    sets.flatMap(({ linkSetDbs }) => linkSetDbs).map(({ linkName, uids }) => [linkName, [...uids]] as const),
  );
}

function inOrder(lists: readonly List[]): List[] {
  return lists.toSorted(([a], [b]) => a.localeCompare(b));
}
