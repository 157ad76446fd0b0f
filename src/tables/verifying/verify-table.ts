import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { Loaders } from '../../loading/loaders.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { TableDescription } from '../description.js';
import { writeCurrent } from '../importing/generations.js';
import { TableLock } from '../importing/import-lock.js';
import type { Generation } from '../storage/generation.js';
import { type Agreement, readCurrent, type Verification } from '../storage/manifest.js';
import { openCurrent } from '../storage/open-current.js';
import { TableError } from '../table-error.js';
import { compare, type Compared } from './compare.js';

/** Part of a sample that are records without links, where it is known which those are. */
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
  const live = table.live ?? undefined;
  try {
    const links: Record<string, Agreement> = {};
    for (const name of Object.keys(generation.manifest.lists)) {
      const link = catalog.link(name);
      if (link) {
        links[name] = await agreementOf(link, generation, live, options);
      }
    }
    const verification = { at: now().toISOString(), links };
    store(tablesDir, generation, verification);
    return verification;
  } finally {
    await generation.close();
  }
}

async function agreementOf(
  link: LinkName,
  generation: Generation,
  live: TableDescription['live'],
  { loaders, operation, sample }: VerifyOptions,
): Promise<Agreement> {
  const sources = generation.sample(link.name, sample);
  const without =
    live?.db === link.from && live.edges !== link.name
      ? generation
          .sample(live.edges, Math.ceil(sample * WITHOUT_LINKS))
          .filter((source) => generation.get(link.name, source) === undefined)
      : [];
  return compare(
    await Promise.all(
      [...sources, ...without].map(async (source): Promise<Compared> => {
        const uid = String(source);
        const table = new Set(Array.from(generation.get(link.name, source) ?? [], String));
        return { source: uid, table, elink: await linksOf(loaders, link, uid, operation) };
      }),
    ),
  );
}

async function linksOf(
  loaders: Loaders,
  link: LinkName,
  uid: string,
  operation: Operation,
): Promise<ReadonlySet<string> | undefined> {
  try {
    const { uids } = await loaders.links({ link, scored: false }, uid, operation);
    return new Set(uids);
  } catch (error) {
    if (error instanceof EntrezError && error.code === 'UNKNOWN_ID') {
      return undefined;
    }
    throw error;
  }
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
