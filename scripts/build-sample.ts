/**
 * Builds `sample/graph.json`, the true records and links the sandbox answers from, and `sample/neighbors.json`, the
 * similar articles among them.
 *
 *     npx tsx scripts/build-sample.ts PATH/OF/sample-facts.json
 *
 * Only facts of sources whose licence allows publication pass (see `sample/NOTICE.md`). Facts that only recorded E-utilities
 * answers show pass when a recording with such a licence, kept in `recorded/` beside the facts, holds them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type SampleFile, SampleGraph } from '../src/sandbox/sample-graph.js';
import { repairEncoding } from './repair-encoding.js';
import { addKnownRecords, addLocalRecords, INVERSES } from './sample-additions.js';
import { neighborsOf } from './sample-neighbors.js';
import { Recordings } from './sample-recordings.js';
import { recordedSequence } from './sample-sequence.js';
import {
  addLink,
  addRecord,
  format,
  type Links,
  type Records,
  report,
  type Summary,
  type Value,
} from './sample-tables.js';

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

/**
 * The record of HRAS in NCBI Gene, in a repository without a licence: of it, only which articles NCBI's GeneRIFs cite is
 * taken, which is NCBI's own and in the public domain.
 */
const GENE_RIFS = { linkname: 'gene_pubmed_rif', source: 6 } as const;

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
  const recorded = join(dirname(factsFile), 'recorded');
  const recordings = Recordings.read(recorded);

  const records: Records = new Map();
  for (const fact of facts.records) {
    const summary = publishableSummary(fact, recordings);
    if (summary !== undefined) {
      addRecord(records, fact.db, fact.uid, summary);
    }
  }
  const { uid, summary } = recordedSequence(recorded);
  addRecord(records, 'nuccore', uid, summary);
  addKnownRecords(records);

  const links: Links = new Map();
  for (const fact of facts.links) {
    const [from, to] = facts.linkDatabases[fact.linkname] ?? [];
    const hasRecord = (db = '', uid: string): boolean => records.get(db)?.has(uid) === true;
    if (
      hasRecord(from, fact.from) &&
      hasRecord(to, fact.to) &&
      !COMPUTED.test(fact.linkname) &&
      isPublishableLink(fact, recordings)
    ) {
      addLink(links, fact.linkname, fact.from, fact.to);
    }
  }

  addLocalRecords(records, links);

  const graph = format(records, links, { ...facts.inverses, ...INVERSES });
  writeFileSync(new URL('../sample/graph.json', import.meta.url), graph);
  const neighbors = neighborsOf(new SampleGraph(JSON.parse(graph) as SampleFile));
  writeFileSync(new URL('../sample/neighbors.json', import.meta.url), neighbors);
  process.stdout.write(report(records, links));
}

/** The members of a record that may be published, or `undefined` when none of its sources allows it. */
function publishableSummary({ db, uid, summary, sources }: RecordFact, recordings: Recordings): Summary | undefined {
  const members = Object.entries(summary);
  // Some reference lists of articles name a UID 0, which is none.
  if (summary.nameUnknown === true || uid === '0' || !isReadable(summary.title)) {
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
    (linkname === GENE_RIFS.linkname && sources.includes(GENE_RIFS.source)) ||
    (sources.includes(9) && recordings.show([linkname, from, to])) ||
    (sources.includes(12) && recordings.show([from, to]))
  );
}

function isReadable(title: Value | undefined): boolean {
  return title === undefined || repairEncoding(String(title)) !== undefined;
}

/**
 * Titles and author names as PubMed writes them ("Lamb P"); some bibliographies type "Lamb, P.", and some are garbled. A list with a
 * name that cannot be read is left out: without it the list would be wrong.
 */
function tidy(members: readonly (readonly [string, Value])[]): Summary {
  return Object.fromEntries(
    members.flatMap(([name, value]): [string, Value][] => {
      if (name === 'title') {
        return [[name, repairEncoding(String(value)) ?? value]];
      }
      if (name !== 'authors' || !Array.isArray(value)) {
        return [[name, value]];
      }
      const authors = value.map((author) => repairEncoding(String(author))?.replaceAll(/[.,]/g, ''));
      return authors.every((author) => author !== undefined) ? [[name, authors]] : [];
    }),
  );
}

const [, , factsFile] = process.argv;
if (factsFile === undefined) {
  process.stderr.write('usage: tsx scripts/build-sample.ts PATH/OF/sample-facts.json\n');
  process.exitCode = 2;
} else {
  main(factsFile);
}
