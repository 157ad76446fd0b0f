import type { Answer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import type { Parameters } from '../http/parameters.js';
import { text, texts } from '../records/facts.js';
import { memoized, type RecordFacts, type SampleGraph } from '../sample-graph.js';

/** Articles that are named when a citation fits several (protocol-2 section 3: 3 in 2026, a number for 5). */
const MOST_CANDIDATES = 3;

/**
 * `ecitmatch.cgi`: the articles of printed citations, as plain text, a line for each citation under its key (protocol-2
 * section 3). Journal, volume and page decide; of citations that lack one of these, all that is given must fit. Answers
 * stop at the first citation without a journal that nothing fits.
 */
export function ecitmatch(params: Parameters, { graph }: SandboxContext): Answer {
  const lines: string[] = [];
  for (const citation of (params.get('bdata') ?? '').split('\r')) {
    const [journal = '', year = '', volume = '', page = '', author = '', key] = citation
      .split('|')
      .map((field) => field.trim());
    if (key === undefined) {
      continue;
    }
    const found = match({ journal, year, volume, page, author }, graph);
    if (found.length === 0 && journal === '') {
      break;
    }
    const named = found.length === 0 ? '' : author;
    lines.push([journal, year, volume, page, named, key, describe(found, journal, graph)].join('|'));
  }
  return { type: 'text', body: lines.map((line) => `${line}\n`).join('') };
}

interface PrintedCitation {
  readonly journal: string;
  readonly year: string;
  readonly volume: string;
  readonly page: string;
  readonly author: string;
}

function match({ journal, year, volume, page, author }: PrintedCitation, graph: SampleGraph): readonly string[] {
  const isPlaced = journal !== '' && volume !== '' && page !== '';
  const candidates = journal === '' ? graph.uids('pubmed') : (journalsOf(graph).get(wordsOf(journal)) ?? []);
  return candidates.filter((uid) => {
    const facts = graph.record('pubmed', uid) ?? {};
    const fits = (given: string, own: string): boolean => given === '' || wordsOf(given) === wordsOf(own);
    return (
      fits(volume, text(facts, 'volume')) &&
      fits(page, text(facts, 'pages').split('-')[0] ?? '') &&
      (isPlaced || (fits(year, text(facts, 'year')) && isBy(author, facts)))
    );
  });
}

/** First or other authors; initials may be missing. */
function isBy(author: string, facts: RecordFacts): boolean {
  const wanted = wordsOf(author);
  return (
    wanted === '' ||
    texts(facts, 'authors').some((each) => wordsOf(each) === wanted || wordsOf(each).startsWith(`${wanted} `))
  );
}

function describe(found: readonly string[], journal: string, graph: SampleGraph): string {
  const [only] = found;
  if (only === undefined) {
    return journalsOf(graph).has(wordsOf(journal)) ? 'NOT_FOUND' : 'NOT_FOUND;INVALID_JOURNAL';
  }
  if (found.length === 1) {
    return only;
  }
  return found.length <= MOST_CANDIDATES ? `AMBIGUOUS ${found.join(',')}` : `AMBIGUOUS (${found.length} citations)`;
}

const journals = new WeakMap<SampleGraph, ReadonlyMap<string, readonly string[]>>();

/** Articles by the abbreviation and the full name of their journal. */
function journalsOf(graph: SampleGraph): ReadonlyMap<string, readonly string[]> {
  const known = journals.get(graph);
  if (known !== undefined) {
    return known;
  }
  const byName = new Map<string, string[]>();
  for (const uid of graph.uids('pubmed')) {
    const facts = graph.record('pubmed', uid) ?? {};
    for (const name of new Set([text(facts, 'journal'), text(facts, 'fullJournalName')].map(wordsOf))) {
      memoized(byName, name, () => []).push(uid);
    }
  }
  byName.delete('');
  journals.set(graph, byName);
  return byName;
}

function wordsOf(written: string): string {
  return written
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
