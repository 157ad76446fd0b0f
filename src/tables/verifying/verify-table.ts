import type { Catalog, LinkName } from '../../catalog/catalog.js';
import type { DocSum } from '../../eutils/records/esummary.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { Loaders } from '../../loading/loaders.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { TableDescription } from '../description.js';
import { DESCRIPTIONS } from '../descriptions/descriptions.js';
import { writeCurrent } from '../importing/generations.js';
import { TableLock } from '../importing/import-lock.js';
import type { Generation } from '../storage/generation.js';
import { type Agreement, isIncomplete, readCurrent, type Verification } from '../storage/manifest.js';
import { openCurrent } from '../storage/open-current.js';
import { TableError } from '../table-error.js';
import { compare, type Compared } from './compare.js';

/** Records without links that are compared, as a share of those with links, where it is known which those are. */
const WITHOUT_LINKS = 0.25;

export interface VerifyOptions {
  readonly tablesDir: string;
  readonly catalog: Catalog;
  /** Loaders without tables. */
  readonly loaders: Loaders;
  readonly operation: Operation;
  /** Sources of each link name that are compared. */
  readonly sample: number;
  readonly now?: () => Date;
}

/**
 * Compares random lists of a table with ELink, and stores with the generation how far they agree.
 *
 * @throws TableError when the table is not imported, or has been replaced meanwhile.
 */
export async function verifyTable(table: TableDescription, options: VerifyOptions): Promise<Verification> {
  const { tablesDir, catalog, now = () => new Date() } = options;
  const generation = openCurrent(tablesDir, table.name);
  const lists = new ListsOfAll(tablesDir);
  try {
    const links: Record<string, Agreement> = {};
    for (const name of Object.keys(generation.manifest.lists)) {
      const link = catalog.link(name);
      if (link) {
        links[name] = await agreementOf(link, generation, lists, options);
      }
    }
    const verification = { at: now().toISOString(), links };
    store(tablesDir, generation, verification);
    return verification;
  } finally {
    generation.close();
    lists.close();
  }
}

async function agreementOf(
  link: LinkName,
  generation: Generation,
  lists: ListsOfAll,
  options: VerifyOptions,
): Promise<Agreement> {
  const { sample } = options;
  // Incomplete lists are not served.
  const sources = generation.sample(link.name, sample).filter((source) => {
    const members = generation.get(link.name, source);
    return members !== undefined && !isIncomplete(members);
  });
  const without = lists
    .sample(link.from, Math.ceil(sample * WITHOUT_LINKS))
    .filter((source) => generation.get(link.name, source) === undefined);
  return compare(
    await Promise.all(
      [...sources, ...without].map(async (source): Promise<Compared> => {
        const uid = String(source);
        const table = new Set(Array.from(generation.get(link.name, source) ?? [], String));
        return { source: uid, table, elink: await linksOf(options, link, uid, table.size > 0) };
      }),
    ),
  );
}

/** Lists of all records of a database, from tables that are imported: of those that another table lacks it is said that they have no links. */
class ListsOfAll {
  readonly #tablesDir: string;
  readonly #open = new Map<string, { readonly generation: Generation; readonly edges: string } | undefined>();

  constructor(tablesDir: string) {
    this.#tablesDir = tablesDir;
  }

  /** Random records; none where no list is imported. */
  sample(db: string, count: number): number[] {
    if (!this.#open.has(db)) {
      const table = DESCRIPTIONS.find(({ live }) => live?.db === db);
      const isImported = table && readCurrent(this.#tablesDir, table.name) !== undefined;
      this.#open.set(
        db,
        table?.live && isImported
          ? { generation: openCurrent(this.#tablesDir, table.name), edges: table.live.edges }
          : undefined,
      );
    }
    const list = this.#open.get(db);
    return list?.generation.sample(list.edges, count) ?? [];
  }

  close(): void {
    for (const list of this.#open.values()) {
      list?.generation.close();
    }
  }
}

/** The links of a record in ELink; undefined where NCBI no longer has the record, of which ELink gives none either. */
async function linksOf(
  { loaders, operation }: VerifyOptions,
  link: LinkName,
  uid: string,
  isInTable: boolean,
): Promise<ReadonlySet<string> | undefined> {
  try {
    const { uids } = await loaders.links({ link, scored: false }, uid, operation);
    const isGone =
      uids.length === 0 && isInTable && isReplaced(link.from, await loaders.summaries(link.from).load(uid, operation));
    return isGone ? undefined : new Set(uids);
  } catch (error) {
    if (error instanceof EntrezError && error.code === 'UNKNOWN_ID') {
      return undefined;
    }
    throw error;
  }
}

/** Whether a summary is that of a gene that was replaced or withdrawn: those keep their summaries. */
function isReplaced(db: string, { status }: DocSum): boolean {
  return db === 'gene' && ['1', '2'].includes(String(status));
}

function store(tablesDir: string, { manifest }: Generation, verification: Verification): void {
  const lock = new TableLock(tablesDir, manifest.name);
  try {
    if (readCurrent(tablesDir, manifest.name)?.generation !== manifest.generation) {
      throw new TableError(`The table ${manifest.name} was replaced while it was verified. Verify it again.`);
    }
    writeCurrent(tablesDir, manifest.name, { generation: manifest.generation, verification });
  } finally {
    lock.release();
  }
}
