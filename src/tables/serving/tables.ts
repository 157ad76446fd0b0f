import { UidList } from '../../eutils/body/uid-list.js';
import type { LinkRef } from '../../loading/definitions/links.js';
import type { FactsOfTable, LinksOfTable, LinkTables } from '../../loading/link-tables.js';
import type { ServedTable } from '../../loading/operation/used-tables.js';
import { DESCRIPTIONS } from '../descriptions/descriptions.js';
import { DamagedTableError } from '../storage/checksum.js';
import { isIncomplete } from '../storage/manifest.js';
import { isServed, type ServingRule } from './is-served.js';
import { type OpenGeneration, ServedGeneration } from './served-generation.js';

export interface TablesOptions extends ServingRule {
  readonly tablesDir: string;
  readonly use: 'prefer' | 'fallback';
  /** Told in one line why a generation cannot be served. */
  readonly onTrouble?: (message: string) => void;
  /** In milliseconds; tells when to look for new generations. */
  readonly now?: () => number;
}

/** The lists of one link name in one direction. */
interface Place {
  readonly table: ServedGeneration;
  readonly from: string;
  readonly to: string;
}

/** The sources of the edges of a table. */
interface SourcesOf {
  readonly table: ServedGeneration;
  readonly edges: string;
}

/** Lists that may be served under a link name. */
interface Candidate {
  readonly open: OpenGeneration;
  readonly table: ServedTable;
}

const UID = /^[1-9]\d{0,9}$/;
const MAX_UID = 0xff_ff_ff_ff;
const NO_MEMBERS = new Uint32Array(0);
const NO_PLACES: readonly Place[] = [];

/** The tables of a folder. A generation that is imported while it is open is served within a second. */
export class Tables implements LinkTables {
  readonly use: 'prefer' | 'fallback';
  readonly #options: TablesOptions;
  /** By link name; several tables may have lists of the same one. */
  readonly #places = new Map<string, readonly Place[]>();
  /** By the name of the facts. */
  readonly #facts = new Map<string, ServedGeneration>();
  readonly #served: readonly ServedGeneration[];
  /** For each database, the edges whose sources are all its records, and those whose sources are records no more. */
  readonly #live = new Map<string, SourcesOf>();
  readonly #retired = new Map<string, SourcesOf>();

  constructor(options: TablesOptions) {
    this.#options = options;
    this.use = options.use;
    this.#served = DESCRIPTIONS.map(({ name, edges, facts = [], live, retired }) => {
      const table = new ServedGeneration(name, options);
      for (const { forward, backward, from, to } of edges) {
        this.#addPlace(forward, { table, from, to });
        if (backward !== undefined) {
          this.#addPlace(backward, { table, from: to, to: from });
        }
      }
      for (const fact of facts) {
        this.#facts.set(fact, table);
      }
      if (live) {
        this.#live.set(live.db, { table, edges: live.edges });
      }
      if (retired) {
        this.#retired.set(retired.db, { table, edges: retired.edges });
      }
      return table;
    });
  }

  links(link: LinkRef, uid: string): LinksOfTable | undefined {
    return this.#withoutDamaged(() => this.#links(link, uid));
  }

  #links({ name, from, to }: LinkRef, uid: string): LinksOfTable | undefined {
    const source = numberOf(uid);
    const candidates = this.#candidates(name, from, to);
    if (source === undefined || candidates.length === 0 || this.#has(this.#retired.get(from), source)) {
      return undefined;
    }
    for (const { open, table } of candidates) {
      const members = open.generation.get(name, source);
      if (members) {
        return isIncomplete(members) ? undefined : linksOf(open, members, table);
      }
    }
    const isPartial = candidates.some(({ open }) => open.generation.manifest.lists[name]?.isPartial);
    return isPartial ? undefined : this.#noLinks(from, source, candidates);
  }

  serving({ name, from, to }: LinkRef): ServedTable | undefined {
    const [best] = this.#candidates(name, from, to);
    return best?.table;
  }

  ownLinks(name: string, uid: string): LinksOfTable | undefined {
    return this.#withoutDamaged(() => {
      const open = this.#places.get(name)?.find(({ table }) => table.current)?.table.current;
      const source = numberOf(uid);
      const members = (source === undefined ? undefined : open?.generation.get(name, source)) ?? NO_MEMBERS;
      // Nobody else has these links: those that could be read are better than none.
      const known = isIncomplete(members) ? members.slice(0, -1) : members;
      return open && linksOf(open, known, open.servedAs());
    });
  }

  facts(name: string, uid: string): FactsOfTable | undefined {
    return this.#withoutDamaged(() => {
      const open = this.#facts.get(name)?.current;
      const source = numberOf(uid);
      const text = source === undefined ? undefined : open?.generation.fact(name, source);
      const facts = text === undefined ? [] : (JSON.parse(text) as unknown[]);
      return open && { facts, table: open.servedAs() };
    });
  }

  close(): void {
    for (const served of this.#served) {
      served.close();
    }
  }

  /** Looks without a generation once it turns out to be damaged. */
  #withoutDamaged<T>(look: () => T): T {
    for (;;) {
      try {
        return look();
      } catch (error) {
        const damaged = error instanceof DamagedTableError ? error.table : undefined;
        const table = this.#served.find(({ name, current }) => name === damaged && current);
        if (!table) {
          throw error;
        }
        table.refuse('what it holds is not what was imported');
      }
    }
  }

  #addPlace(name: string, place: Place): void {
    this.#places.set(name, [...(this.#places.get(name) ?? NO_PLACES), place]);
  }

  /** The lists that agree well enough with ELink, those that agree best first. */
  #candidates(name: string, from: string, to: string): readonly Candidate[] {
    const places = this.#places.get(name) ?? NO_PLACES;
    const found: Candidate[] = [];
    for (const place of places) {
      const open = place.from === from && place.to === to ? place.table.current : undefined;
      const table = open?.servedAs(name);
      if (open?.generation.has(name) && table && isServed(table.agreement, this.#options)) {
        found.push({ open, table });
      }
    }
    return found.length < 2 ? found : found.toSorted((a, b) => (b.table.agreement ?? 0) - (a.table.agreement ?? 0));
  }

  /**
   * That there are no links is known only of records that existed when the tables were made: those in a list of all records
   * that is not younger.
   */
  #noLinks(db: string, source: number, candidates: readonly Candidate[]): LinksOfTable | undefined {
    const [best] = candidates;
    const oldest = Math.min(...candidates.map(({ open }) => open.asOf));
    return best && this.#has(this.#live.get(db), source, oldest)
      ? linksOf(best.open, NO_MEMBERS, best.table)
      : undefined;
  }

  #has(place: SourcesOf | undefined, source: number, notAfter = Infinity): boolean {
    const served = place?.table.current;
    return (
      served !== undefined && served.asOf <= notAfter && served.generation.get(place?.edges ?? '', source) !== undefined
    );
  }
}

function numberOf(uid: string): number | undefined {
  const source = UID.test(uid) ? Number(uid) : Infinity;
  return source <= MAX_UID ? source : undefined;
}

function linksOf(open: OpenGeneration, members: Uint32Array, table: ServedTable): LinksOfTable {
  return {
    links: { uids: UidList.fromPacked(members), bytes: members.byteLength, source: 'TABLE', asOf: open.asOf },
    table,
  };
}
