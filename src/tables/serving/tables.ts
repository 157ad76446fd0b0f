import { UidList } from '../../eutils/body/uid-list.js';
import type { LinkRef } from '../../loading/definitions/links.js';
import type { FactsOfTable, LinksOfTable, LinkTables } from '../../loading/link-tables.js';
import type { ServedTable } from '../../loading/operation/used-tables.js';
import { DESCRIPTIONS } from '../descriptions/descriptions.js';
import { DamagedTableError } from '../storage/checksum.js';
import { isIncomplete } from '../storage/manifest.js';
import { agreementAtMost, isPartial, type ServingRule } from './is-served.js';
import { type OpenGeneration, ServedGeneration } from './served-generation.js';
import { type Candidate, ServedLinks } from './served-links.js';

export interface TablesOptions extends ServingRule {
  readonly tablesDir: string;
  readonly use: 'prefer' | 'fallback';
  /** Told in one line why a generation cannot be served. */
  readonly onTrouble?: (message: string) => void;
  /** In milliseconds; tells when to look for new generations. */
  readonly now?: () => number;
}

/** The sources of the edges of a table. */
interface SourcesOf {
  readonly table: ServedGeneration;
  readonly edges: string;
}

const UID = /^[1-9]\d{0,9}$/;
const MAX_UID = 0xff_ff_ff_ff;
const NO_MEMBERS = new Uint32Array(0);
const NO_CANDIDATES: readonly Candidate[] = [];

/** The tables of a folder. A generation that is imported while it is open is served within a second. */
export class Tables implements LinkTables {
  readonly use: 'prefer' | 'fallback';
  readonly #options: TablesOptions;
  /** By link name. */
  readonly #links = new Map<string, ServedLinks>();
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
        this.#linksNamed(forward, { from, to }).add(table);
        if (backward !== undefined) {
          this.#linksNamed(backward, { from: to, to: from }).add(table);
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
    return this.#withoutDamaged(() => this.#linksOf(link, uid));
  }

  #linksOf({ name, from, to }: LinkRef, uid: string): LinksOfTable | undefined {
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
    return candidates.some((each) => each.isPartial) ? undefined : this.#noLinks(from, source, candidates);
  }

  serving({ name, from, to }: LinkRef): ServedTable | undefined {
    const [best] = this.#candidates(name, from, to);
    return best?.table;
  }

  ownLinks(name: string, uid: string): LinksOfTable | undefined {
    return this.#withoutDamaged(() => {
      const open = this.#links.get(name)?.open;
      const source = numberOf(uid);
      const members = source === undefined ? undefined : open?.generation.get(name, source);
      const lists = open?.generation.manifest.lists[name];
      if (!open || !lists) {
        return undefined;
      }
      // Where nobody else has these links, those that could be read are better than none.
      const isShort = members !== undefined && isIncomplete(members);
      const found = linksOf(open, (isShort ? members.slice(0, -1) : members) ?? NO_MEMBERS, open.servedAs());
      const isWhole = members ? agreementAtMost(lists) >= this.#options.minAgreement : !isPartial(lists);
      return isShort || !isWhole ? { ...found, isIncomplete: true } : found;
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

  /** The lists of a link name, to which tables are added. */
  #linksNamed(name: string, ends: { readonly from: string; readonly to: string }): ServedLinks {
    const links = this.#links.get(name) ?? new ServedLinks(name, ends, this.#options);
    this.#links.set(name, links);
    return links;
  }

  #candidates(name: string, from: string, to: string): readonly Candidate[] {
    const links = this.#links.get(name);
    return links?.from === from && links.to === to ? links.candidates : NO_CANDIDATES;
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
