import { UidList } from '../../eutils/body/uid-list.js';
import type { LinkRef } from '../../loading/definitions/links.js';
import type { LinksOfTable, LinkTables } from '../../loading/link-tables.js';
import { DESCRIPTIONS } from '../descriptions/descriptions.js';
import type { TableDescription } from '../description.js';
import { ServedGeneration } from './served-generation.js';

export interface TablesOptions {
  readonly tablesDir: string;
  readonly use: 'prefer' | 'fallback';
  /** Whether only link names are served that were compared with ELink. */
  readonly verifiedOnly: boolean;
  /** Link names whose agreement with ELink is less are not served, from 0 to 1. */
  readonly minAgreement: number;
  /** Told in one line why a generation cannot be served. */
  readonly onTrouble?: (message: string) => void;
  /** In milliseconds; tells when to look for new generations. */
  readonly now?: () => number;
}

/** The lists of one link name in one direction. */
interface Place {
  readonly table: TableDescription;
  readonly from: string;
  readonly to: string;
}

/** The sources of the edges of a table. */
interface SourcesOf {
  readonly table: string;
  readonly edges: string;
}

const UID = /^[1-9]\d{0,9}$/;
const NO_MEMBERS = new Uint32Array(0);

/** The tables of a folder. A generation that is imported while it is open is served within a second. */
export class Tables implements LinkTables {
  readonly use: 'prefer' | 'fallback';
  readonly #options: TablesOptions;
  readonly #places = new Map<string, Place>();
  readonly #served = new Map<string, ServedGeneration>();
  /** For each database, the edges whose sources are all its records, and those whose sources are records no more. */
  readonly #live = new Map<string, SourcesOf>();
  readonly #retired = new Map<string, SourcesOf>();

  constructor(options: TablesOptions) {
    this.#options = options;
    this.use = options.use;
    for (const table of DESCRIPTIONS) {
      this.#served.set(table.name, new ServedGeneration(table.name, options));
      for (const { forward, backward, from, to } of table.edges) {
        this.#places.set(forward, { table, from, to });
        if (backward !== undefined) {
          this.#places.set(backward, { table, from: to, to: from });
        }
      }
      if (table.live) {
        this.#live.set(table.live.db, { table: table.name, edges: table.live.edges });
      }
      if (table.retired) {
        this.#retired.set(table.retired.db, { table: table.name, edges: table.retired.edges });
      }
    }
  }

  links({ name, from, to }: LinkRef, uid: string): LinksOfTable | undefined {
    const place = this.#places.get(name);
    if (place?.from !== from || place.to !== to || !UID.test(uid)) {
      return undefined;
    }
    const served = this.#served.get(place.table.name)?.current;
    const agreement = served?.agreementOf(name) ?? null;
    if (!served?.generation.has(name) || !this.#isGoodEnough(agreement)) {
      return undefined;
    }
    const source = Number(uid);
    if (this.#has(this.#retired.get(from), source)) {
      return undefined;
    }
    const members = served.generation.get(name, source) ?? this.#noMembers(from, source, served.asOf);
    if (!members) {
      return undefined;
    }
    const { generation, asOf } = served.generation.manifest;
    const uids = UidList.fromPacked(members);
    return {
      links: { uids, bytes: uids.bytes, source: 'TABLE', asOf: served.asOf },
      table: { name: place.table.name, generation, asOf, agreement },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#served.values()].map((served) => served.close()));
  }

  /**
   * That there are no links is known only of records that existed when the table was made: those in a list of all records
   * that is not younger.
   */
  #noMembers(db: string, source: number, asOf: number): Uint32Array | undefined {
    return this.#has(this.#live.get(db), source, asOf) ? NO_MEMBERS : undefined;
  }

  #has(place: SourcesOf | undefined, source: number, notAfter = Infinity): boolean {
    const served = place && this.#served.get(place.table)?.current;
    return (
      served !== undefined && served.asOf <= notAfter && served.generation.get(place?.edges ?? '', source) !== undefined
    );
  }

  #isGoodEnough(agreement: number | null): boolean {
    const { verifiedOnly, minAgreement } = this.#options;
    return agreement === null ? !verifiedOnly : agreement >= minAgreement;
  }
}
