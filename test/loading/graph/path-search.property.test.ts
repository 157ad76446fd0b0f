import { describe, expect, it } from 'vitest';

import { Catalog, type LinkName } from '../../../src/catalog/catalog.js';
import { UidList } from '../../../src/eutils/body/uid-list.js';
import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { HUB_LINKS, type LinkReader, PathSearch, type SearchLimits } from '../../../src/loading/graph/path-search.js';
import type { FoundPath, PathRecord } from '../../../src/loading/graph/paths.js';
import type { Links } from '../../../src/loading/values/link-list.js';
import { seededRandom } from '../../../src/sandbox/seeded-random.js';

const DATABASES = ['gene', 'omim', 'pubmed', 'protein'];
const PAIRS = [
  ['gene', 'omim'],
  ['gene', 'pubmed'],
  ['gene', 'protein'],
  ['omim', 'pubmed'],
  ['protein', 'pubmed'],
] as const;
const EITHER_WAY = PAIRS.flatMap(([from, to]) => [
  { name: `${from}_${to}`, from, to },
  { name: `${to}_${from}`, from: to, to: from },
]);
const INSIDE = [
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

const NOWHERE: PathRecord = { db: '', uid: '' };

function last(path: readonly PathRecord[]): PathRecord {
  return path.at(-1) ?? NOWHERE;
}

function linkNamed(name: string): LinkName {
  const link = catalog.link(name);
  if (!link) {
    throw new Error(`No link name ${name}.`);
  }
  return link;
}

/** The links of a made-up graph, read in batches of 200, which are counted as a gateway would send them. */
class GraphReader implements LinkReader {
  calls = 0;
  readonly #lists = new Map<string, Set<string>>();
  readonly #known = new Set<string>();
  readonly failing = new Set<string>();

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
    if (this.failing.has(key)) {
      throw new EntrezError('UPSTREAM_UNAVAILABLE', 'Broken.');
    }
    const uids = UidList.from([...(this.#lists.get(key) ?? [])]);
    return { uids, bytes: uids.bytes, source: 'ELINK', asOf: 0 };
  }
}

const ANY = { avoidNames: new Set<string>(), avoidDatabases: new Set<string>() };
const PLENTY = { maxHops: 3, first: 100_000, maxCalls: 100_000 };

async function search(
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

function nameOf({ db, uid }: PathRecord): string {
  return `${db}:${uid}`;
}

function textOf({ records }: Pick<FoundPath, 'records'>): string {
  return records.map(nameOf).join(' ');
}

/** All paths without a repeated record, by walking everywhere. */
function bruteForce(reader: GraphReader, from: PathRecord, to: PathRecord, maxHops: number): Set<string> {
  const paths = new Set<string>();
  const walk = (path: readonly PathRecord[]): void => {
    for (const next of reader.neighbours(last(path))) {
      if (path.some((record) => nameOf(record) === nameOf(next))) {
        continue;
      }
      if (nameOf(next) === nameOf(to)) {
        paths.add([...path, next].map(nameOf).join(' '));
      } else if (path.length < maxHops) {
        walk([...path, next]);
      }
    }
  };
  walk([from]);
  return paths;
}

function randomGraph(random: () => number): GraphReader {
  const reader = new GraphReader();
  const links = 5 + Math.floor(random() * 25);
  for (let index = 0; index < links; index += 1) {
    const names = [...EITHER_WAY, ...INSIDE];
    const { name, from, to } = names[Math.floor(random() * names.length)] ??
      INSIDE[0] ?? { name: '', from: '', to: '' };
    const [a, b] = [1 + Math.floor(random() * 6), 1 + Math.floor(random() * 6)].map(String);
    if (a !== undefined && b !== undefined && (from !== to || a !== b)) {
      reader.link(name, a, b);
    }
  }
  return reader;
}

describe('the paths between two records', () => {
  it('are those of a walk over everything, for 10,000 random pairs', async () => {
    const random = seededRandom(42);
    const any = (): PathRecord => ({
      db: DATABASES[Math.floor(random() * 4)] ?? '',
      uid: String(1 + Math.floor(random() * 6)),
    });
    for (let graphs = 0; graphs < 500; graphs += 1) {
      const reader = randomGraph(random);
      for (let pairs = 0; pairs < 20; pairs += 1) {
        const [from, to] = [any(), any()];
        const maxHops = pairs === 0 ? 4 : 1 + Math.floor(random() * 3);
        if (nameOf(from) === nameOf(to)) {
          continue;
        }
        const { found, skipped } = await search(reader, from, to, { maxHops });
        const [theirs, ours] = [bruteForce(reader, from, to, maxHops), found.map(textOf)];
        if (skipped.length > 0 || ours.length !== theirs.size || ours.some((path) => !theirs.has(path))) {
          expect({ from, to, maxHops, paths: ours.toSorted() }).toEqual({
            from,
            to,
            maxHops,
            paths: [...theirs].toSorted(),
          });
        }
        const hops = found.map(({ edges }) => edges.length);
        expect(hops.every((count, index) => index === 0 || count >= (hops[index - 1] ?? 0))).toBe(true);
        expect(found.every(({ edges, records }) => edges.length === records.length - 1)).toBe(true);
      }
    }
  });

  it('end with one record where both ends are the same, at no cost', async () => {
    const reader = new GraphReader();
    const { found } = await search(reader, { db: 'gene', uid: '1' }, { db: 'gene', uid: '1' });
    expect(found).toMatchObject([{ records: [{ db: 'gene', uid: '1' }], edges: [] }]);
    expect(reader.calls).toBe(0);
  });

  it('lead over rare records first, and over a hub last', async () => {
    const reader = new GraphReader();
    for (const [paper, others] of [
      ['1', HUB_LINKS + 5],
      ['2', 40],
      ['3', 0],
    ] as const) {
      reader.link('gene_pubmed', '7', paper);
      reader.link('gene_pubmed', '8', paper);
      for (let other = 0; other < others; other += 1) {
        reader.link('gene_pubmed', String(100 + other), paper);
      }
    }
    const { found } = await search(reader, { db: 'gene', uid: '7' }, { db: 'gene', uid: '8' }, { maxHops: 2 });
    expect(found.map(({ records, score, hubs }) => [records[1]?.uid, score, hubs.length])).toEqual([
      ['3', 1 / 2, 0],
      ['2', 1 / 42, 0],
      ['1', 1 / (HUB_LINKS + 7), 1],
    ]);
  });

  it('are not known, rather than none, where a list failed', async () => {
    const reader = new GraphReader();
    reader.link('gene_pubmed', '7', '1');
    reader.link('gene_pubmed', '8', '1');
    reader.failing.add('gene_pubmed 7');
    const { found, skipped } = await search(reader, { db: 'gene', uid: '7' }, { db: 'gene', uid: '8' }, { maxHops: 2 });
    expect(found).toEqual([]);
    expect(skipped).toMatchObject([
      { reason: 'FAILED', linkName: 'gene_pubmed', code: 'UPSTREAM_UNAVAILABLE', records: 1 },
    ]);
  });

  it('take no more calls than planned, however many links the ends have', async () => {
    const reader = new GraphReader();
    for (const [gene, first] of [
      ['7', 0],
      ['8', 100_000],
    ] as const) {
      for (let paper = 0; paper < 20_000; paper += 1) {
        reader.link('gene_pubmed', gene, String(1 + first + paper));
      }
    }
    reader.link('pubmed_pubmed_refs', '1', '100001');
    const { found, skipped } = await search(
      reader,
      { db: 'gene', uid: '7' },
      { db: 'gene', uid: '8' },
      { maxCalls: 30, maxHops: 3 },
    );
    expect(found).toEqual([]);
    expect(reader.calls).toBeLessThanOrEqual(30);
    expect(skipped.map(({ reason, records }) => [reason, records])).toContainEqual(['HUB', 20_000]);
  });

  it('stop at the number of calls, and say so', async () => {
    for (let maxCalls = 1; maxCalls <= 12; maxCalls += 1) {
      const reader = new GraphReader();
      reader.link('gene_omim', '7', '1');
      reader.link('gene_pubmed', '7', '2');
      reader.link('protein_pubmed', '3', '2');
      reader.link('gene_protein', '8', '3');
      const { found, skipped } = await search(reader, { db: 'gene', uid: '7' }, { db: 'gene', uid: '8' }, { maxCalls });
      // One call tells the link names of both ends.
      expect(reader.calls - 1).toBeLessThanOrEqual(maxCalls);
      expect(found.length === 1 || skipped.some(({ reason }) => reason === 'BUDGET')).toBe(true);
    }
  });

  it('do not lead over what is to be avoided', async () => {
    const reader = new GraphReader();
    reader.link('gene_pubmed', '7', '1');
    reader.link('gene_pubmed', '8', '1');
    reader.link('gene_omim', '7', '5');
    reader.link('gene_omim', '8', '5');
    const ends = [
      { db: 'gene', uid: '7' },
      { db: 'gene', uid: '8' },
    ] as const;
    const limits = { maxHops: 2 };
    const over = async (more: Partial<SearchLimits>, choice: object) =>
      (await search(reader, ...ends, { ...limits, ...more }, choice)).found.map(({ records }) =>
        nameOf(records[1] ?? NOWHERE),
      );
    expect((await over({}, {})).toSorted()).toEqual(['omim:5', 'pubmed:1']);
    expect(await over({}, { avoidDatabases: new Set(['omim']) })).toEqual(['pubmed:1']);
    expect(await over({}, { through: new Set(['omim']) })).toEqual(['omim:5']);
    expect(await over({ avoidRecords: new Set(['omim 5']) }, {})).toEqual(['pubmed:1']);
    expect(await over({}, { avoidNames: new Set(['gene_pubmed', 'pubmed_gene']) })).toEqual(['omim:5']);
    expect(await over({}, { names: [linkNamed('gene_omim')] })).toEqual(['omim:5']);
  });
});
