import { Catalog, type LinkName } from '../../../src/catalog/catalog.js';
import { UidList } from '../../../src/eutils/body/uid-list.js';
import { EntrezError, type ErrorCode } from '../../../src/eutils/failures/errors.js';
import type { LinkReader } from '../../../src/loading/graph/link-reader.js';
import { PathSearch, type SearchLimits } from '../../../src/loading/graph/path-search.js';
import type { FoundPath, PathRecord } from '../../../src/loading/graph/paths.js';
import type { Links } from '../../../src/loading/values/link-list.js';

export const DATABASES = ['gene', 'omim', 'pubmed', 'protein'];
const PAIRS = [
  ['gene', 'omim'],
  ['gene', 'pubmed'],
  ['gene', 'protein'],
  ['omim', 'pubmed'],
  ['protein', 'pubmed'],
] as const;
export const EITHER_WAY = PAIRS.flatMap(([from, to]) => [
  { name: `${from}_${to}`, from, to },
  { name: `${to}_${from}`, from: to, to: from },
]);
export const INSIDE = [
  { name: 'pubmed_pubmed_refs', from: 'pubmed', to: 'pubmed' },
  { name: 'pubmed_pubmed_citedin', from: 'pubmed', to: 'pubmed' },
];
const catalog = new Catalog({
  version: 1,
  sources: 'test',
  databases: DATABASES.map((name) => ({ name, label: name })),
  links: [...EITHER_WAY, ...INSIDE].map((link) => ({
    ...link,
    label: 'Links',
    scored: null,
    origin: 'einfo' as const,
  })),
});

export const NOWHERE: PathRecord = { db: '', uid: '' };

export function last(path: readonly PathRecord[]): PathRecord {
  return path.at(-1) ?? NOWHERE;
}

export function linkNamed(name: string): LinkName {
  const link = catalog.link(name);
  if (!link) {
    throw new Error(`No link name ${name}.`);
  }
  return link;
}

/** The links of a made-up graph, read in batches of 200, which are counted as a gateway would send them. */
export class GraphReader implements LinkReader {
  calls = 0;
  readonly #lists = new Map<string, Set<string>>();
  readonly #known = new Set<string>();
  /** Lists that fail, with their codes where these matter. */
  readonly failing = new Map<string, ErrorCode>();

  link(name: string, from: string, to: string): void {
    this.#add(name, from, to);
    const { from: db, to: target } = linkNamed(name);
    const back = INSIDE.find((each) => each.name === name)
      ? name === 'pubmed_pubmed_refs'
        ? 'pubmed_pubmed_citedin'
        : 'pubmed_pubmed_refs'
      : `${target}_${db}`;
    this.#add(back, to, from);
  }

  #add(name: string, from: string, to: string): void {
    const key = `${name} ${from}`;
    this.#lists.set(key, (this.#lists.get(key) ?? new Set()).add(to));
  }

  /** Everything that a record is linked to. */
  neighbours({ db, uid }: PathRecord): PathRecord[] {
    return catalog
      .linksFrom(db)
      .flatMap(({ name, to }) =>
        [...(this.#lists.get(`${name} ${uid}`) ?? [])].map((other) => ({ db: to, uid: other })),
      );
  }

  async availableNames(db: string, uid: string): Promise<ReadonlySet<string>> {
    this.calls += 1;
    return Promise.resolve(
      new Set(catalog.linksFrom(db).flatMap(({ name }) => (this.#lists.has(`${name} ${uid}`) ? [name] : []))),
    );
  }

  callsFor({ name }: LinkName, uids: readonly string[]): number {
    return Math.ceil(uids.filter((uid) => !this.#known.has(`${name} ${uid}`)).length / 200);
  }

  batchSize(): number {
    return 200;
  }

  #room = new Map<string, number>();

  async load({ name }: LinkName, uid: string): Promise<Links> {
    const key = `${name} ${uid}`;
    if (!this.#known.has(key)) {
      this.#known.add(key);
      const room = this.#room.get(name) ?? 0;
      this.calls += Number(room === 0);
      this.#room.set(name, room === 0 ? 199 : room - 1);
      queueMicrotask(() => this.#room.delete(name));
    }
    await Promise.resolve();
    const code = this.failing.get(key);
    if (code !== undefined) {
      throw new EntrezError(code, 'Broken.');
    }
    const uids = UidList.from([...(this.#lists.get(key) ?? [])]);
    return { uids, bytes: uids.bytes, source: 'ELINK', asOf: 0 };
  }
}

const ANY = { avoidNames: new Set<string>(), avoidDatabases: new Set<string>() };
const PLENTY = { maxHops: 3, first: 100_000, maxCalls: 100_000 };

export async function search(
  reader: LinkReader,
  from: PathRecord,
  to: PathRecord,
  limits: Partial<SearchLimits> = {},
  choice: Partial<ConstructorParameters<typeof PathSearch>[4]> = {},
) {
  const found: FoundPath[] = [];
  const paths = new PathSearch(catalog, reader, { from, to }, { ...PLENTY, ...limits }, { ...ANY, ...choice });
  for await (const path of paths.run()) {
    found.push(path);
  }
  return { found, skipped: paths.frontier.skipped };
}

export function nameOf({ db, uid }: PathRecord): string {
  return `${db}:${uid}`;
}

export function textOf({ records }: Pick<FoundPath, 'records'>): string {
  return records.map(nameOf).join(' ');
}
