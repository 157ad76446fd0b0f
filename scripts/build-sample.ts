/**
 * Builds `sample/graph.json`, the true records and links the sandbox answers from.
 *
 *     npx tsx scripts/build-sample.ts PATH/OF/sample-facts.json
 *
 * Only facts of sources whose licence allows publication pass (see `sample/NOTICE.md`). Facts that only recorded E-utilities
 * answers show pass when a recording with such a licence, kept in `recorded/` beside the facts, holds them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Recordings } from './sample-recordings.js';

type Value = string | number | boolean | readonly (string | number)[];
type Summary = Readonly<Record<string, Value>>;
interface Sourced {
  readonly sources: readonly number[];
}
interface RecordFact extends Sourced {
  readonly db: string;
  readonly uid: string;
  readonly summary: Summary;
}
interface LinkFact extends Sourced {
  readonly linkname: string;
  readonly from: string;
  readonly to: string;
}
interface Facts {
  readonly records: readonly RecordFact[];
  readonly links: readonly LinkFact[];
  readonly linkDatabases: Readonly<Record<string, readonly [from: string, to: string]>>;
  readonly inverses: Readonly<Record<string, string>>;
}

/** Sources in the public domain or under CC0, MIT, Apache-2.0 or Artistic-2.0, by their number in the facts. */
const PUBLISHABLE = new Set([0, 1, 3, 4, 5, 7, 8, 11, 14]);
/** Recorded E-utilities answers: publishable or not, one recording at a time. */
const RECORDED = new Set([9, 12]);

/** Members that only a source we may not publish contributed to a record which other sources share. */
const WITHHELD: Readonly<Record<string, readonly string[]>> = {
  gene: ['pdbCodes'],
  clinvar: ['cdna', 'protein', 'genomicGRCh38', 'effect'],
  omim: ['oid', 'title', 'locus'],
};

/** The sandbox computes its own related articles, so the few recorded ones would only contradict them. */
const COMPUTED = /^pubmed_pubmed(_five|_reviews|_reviews_five|_combined)?$/;

function main(factsFile: string): void {
  const facts = JSON.parse(readFileSync(factsFile, 'utf8')) as Facts;
  const recordings = Recordings.read(join(dirname(factsFile), 'recorded'));

  const records = new Map<string, Map<string, Summary>>();
  for (const fact of facts.records) {
    const summary = publishableSummary(fact, recordings);
    if (summary !== undefined) {
      entry(records, fact.db, () => new Map<string, Summary>()).set(fact.uid, summary);
    }
  }

  const links = new Map<string, Map<string, Set<string>>>();
  for (const fact of facts.links) {
    const [from, to] = facts.linkDatabases[fact.linkname] ?? [];
    const hasRecord = (db = '', uid: string): boolean => records.get(db)?.has(uid) === true;
    if (
      hasRecord(from, fact.from) &&
      hasRecord(to, fact.to) &&
      !COMPUTED.test(fact.linkname) &&
      isPublishableLink(fact, recordings)
    ) {
      const bySource = entry(links, fact.linkname, () => new Map<string, Set<string>>());
      entry(bySource, fact.from, () => new Set<string>()).add(fact.to);
    }
  }

  const file = new URL('../sample/graph.json', import.meta.url);
  writeFileSync(file, format(records, links, facts.inverses));
  report(records, links);
}

/** The members of a record that may be published, or `undefined` when none of its sources allows it. */
function publishableSummary({ db, uid, summary, sources }: RecordFact, recordings: Recordings): Summary | undefined {
  const members = Object.entries(summary);
  if (summary.nameUnknown === true) {
    return undefined;
  }
  if (sources.some((source) => PUBLISHABLE.has(source))) {
    const withheld = WITHHELD[db] ?? [];
    return tidy(members.filter(([name]) => !withheld.includes(name)));
  }
  if (!sources.some((source) => RECORDED.has(source))) {
    return undefined;
  }
  const shown = members.filter(([, value]) => recordings.show([uid, ...[value].flat().map(String)]));
  return shown.length === 0 ? undefined : tidy(shown);
}

function isPublishableLink({ linkname, from, to, sources }: LinkFact, recordings: Recordings): boolean {
  return (
    sources.some((source) => PUBLISHABLE.has(source)) ||
    (sources.includes(9) && recordings.show([linkname, from, to])) ||
    (sources.includes(12) && recordings.show([from, to]))
  );
}

/** Author names as PubMed writes them ("Lamb P"); some bibliographies type "Lamb, P." */
function tidy(members: readonly (readonly [string, Value])[]): Summary {
  return Object.fromEntries(
    members.map(([name, value]) =>
      name === 'authors' && Array.isArray(value)
        ? [name, value.map((author) => String(author).replaceAll(/[.,]/g, ''))]
        : [name, value],
    ),
  );
}

/** JSON with one record or link source per line in a fixed order: small, and readable in a diff. */
function format(
  records: ReadonlyMap<string, ReadonlyMap<string, Summary>>,
  links: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>,
  inverses: Readonly<Record<string, string>>,
): string {
  return `{\n"records":${block(records, (summary) => JSON.stringify(summary))},\n"links":${block(links, (targets) =>
    JSON.stringify([...targets].join(' ')),
  )},\n"inverses":${JSON.stringify(inverses)}\n}\n`;
}

function block<T>(groups: ReadonlyMap<string, ReadonlyMap<string, T>>, text: (value: T) => string): string {
  const group = ([name, members]: readonly [string, ReadonlyMap<string, T>]): string => {
    const lines = [...members]
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([uid, value]) => `"${uid}":${text(value)}`);
    return `"${name}":{\n${lines.join(',\n')}}`;
  };
  return `{\n${[...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(group)
    .join(',\n')}}`;
}

/** Prints how many records and links there are of each kind. */
function report(
  records: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  links: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>,
): void {
  const counted = [
    ...[...records].map(([db, members]) => [db, members.size] as const),
    ...[...links].map(
      ([name, sources]) => [name, [...sources.values()].reduce((sum, targets) => sum + targets.size, 0)] as const,
    ),
  ];
  process.stdout.write(`${counted.map(([name, count]) => `${name} ${count}`).join('\n')}\n`);
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) {
    return found;
  }
  const created = create();
  map.set(key, created);
  return created;
}

const [, , factsFile] = process.argv;
if (factsFile === undefined) {
  process.stderr.write('usage: tsx scripts/build-sample.ts PATH/OF/sample-facts.json\n');
  process.exitCode = 2;
} else {
  main(factsFile);
}
