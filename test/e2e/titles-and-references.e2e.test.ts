import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { parameterOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

interface Resolved {
  readonly kind: string | null;
  readonly status: string;
  readonly matches: readonly { readonly how: string; readonly record: { readonly db: string; readonly uid: string } }[];
  readonly note: string | null;
}

interface Article {
  readonly uid: string;
  readonly title: string;
  readonly reference: string;
}

/** Articles whose title, and whose journal, volume and page, no other has. */
function articles(): readonly Article[] {
  const graph = loadSampleGraph();
  const all = graph.uids('pubmed').flatMap((uid) => {
    const { title, journal, volume, pages, year, authors } = graph.record('pubmed', uid) ?? {};
    const [author] = Array.isArray(authors) ? authors : [];
    const isPrinted = [title, journal, volume, pages, author].every((each) => typeof each === 'string' && each !== '');
    const place = `${String(journal)} ${String(volume)} ${String(pages).split('-')[0]}`;
    const reference = `${String(author)}. ${String(title).replace(/\.$/, '')}. ${String(journal)}. ${String(year)};${String(volume)}:${String(pages)}.`;
    return isPrinted && !/\d/.test(String(journal)) && /^[A-Z]?\d+$/.test(String(volume))
      ? [{ uid, title: String(title), reference, place }]
      : [];
  });
  const count = (of: (each: (typeof all)[number]) => string): ReadonlyMap<string, number> => {
    const seen = new Map<string, number>();
    for (const name of all.map(of)) {
      seen.set(name.toLowerCase(), (seen.get(name.toLowerCase()) ?? 0) + 1);
    }
    return seen;
  };
  const [titles, places] = [count(({ title }) => title), count(({ place }) => place)];
  return all.filter(
    ({ title, place }) =>
      titles.get(title.toLowerCase()) === 1 &&
      places.get(place.toLowerCase()) === 1 &&
      title.split(/\s+/).length > 5 &&
      title.length < 300,
  );
}

interface Named {
  readonly name: string;
  readonly record: string;
  /** What is searched together with others of its kind; undefined where the name holds the uid. */
  readonly searchedAs?: string;
}

/** Names of kinds that other tests do not mix: titles, references, addresses, accessions without versions. */
function freshNames(): readonly Named[] {
  const graph = loadSampleGraph();
  const text = (db: string, uid: string, fact: string): string => String(graph.record(db, uid)?.[fact] ?? '');
  const having = (db: string, fact: string, form: RegExp): readonly string[] =>
    graph.uids(db).filter((uid) => form.test(text(db, uid, fact)));
  const held = (db: string, count: number, nameOf: (uid: string) => string): readonly Named[] =>
    graph
      .uids(db)
      // A merged SNP is the one that it was merged into.
      .filter((uid) => db !== 'snp' || text(db, uid, 'rs') === `rs${uid}`)
      .slice(0, count)
      .map((uid) => ({ name: nameOf(uid), record: `${db} ${uid}` }));
  const searched = (db: string, fact: string, form: RegExp, nameOf = (shown: string) => shown): readonly Named[] =>
    having(db, fact, form).map((uid) => ({
      name: nameOf(text(db, uid, fact)),
      record: `${db} ${uid}`,
      searchedAs: `${db} ${fact}`,
    }));
  return [
    ...ARTICLES.slice(410, 600).map(({ uid, title }) => ({
      name: title,
      record: `pubmed ${uid}`,
      searchedAs: 'title',
    })),
    ...ARTICLES.slice(600, 800).map(({ uid, reference }) => ({ name: reference, record: `pubmed ${uid}` })),
    ...held('pmc', 150, (uid) => `https://n2t.net/pmc:PMC${uid}`),
    ...held('snp', 150, (uid) => `http://identifiers.org/dbsnp/rs${uid}`),
    ...held('omim', 120, (uid) => `https://omim.org/entry/${uid}`),
    ...held('clinvar', 100, (uid) => `clinvar.variation:${uid}`),
    ...searched('protein', 'accessionVersion', /^[A-Z]P_\d+\.\d+$/, (shown) =>
      shown.replace(/\.\d+$/, '').toLowerCase(),
    ),
    ...searched('nuccore', 'accessionVersion', /^\w+\.\d+$/, (shown) => `insdc:${shown.replace(/\.\d+$/, '')}`),
    ...searched(
      'structure',
      'pdbAccession',
      /^\w{4}$/,
      (shown) => `https://pdbj.org/mine/summary/${shown.toLowerCase()}`,
    ),
    ...searched('medgen', 'conceptId', /^C\d{7}$/, (shown) => `UMLS:${shown}`),
    ...searched('bioproject', 'accession', /^PRJ/, (shown) => `“${shown}”`),
    ...searched('sra', 'accession', /^[DES]RX/, (shown) => `insdc.sra:${shown}`),
  ];
}

const ARTICLES = articles();
const QUERY = `query ($names: [String!]!, $in: [DatabaseName!]) {
  resolve(names: $names, in: $in) { kind status matches { how record { db uid } } note }
}`;

describe('titles and printed references', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  async function resolve(names: readonly string[], databases?: readonly string[]) {
    const { data, errors, extensions } = await gateway.query(QUERY, { names, in: databases });
    expect(errors).toBeUndefined();
    const found = (data?.resolve as readonly Resolved[]).map(({ kind, status, matches, note }) => ({
      short: [status, kind ?? '-', ...matches.map(({ how, record: { db, uid } }) => `${how} ${db} ${uid}`)].join(' '),
      note,
    }));
    return { found, calls: extensions.entrez.calls };
  }

  it('of titles lead to their articles, a hundred by one search and one summary call', async () => {
    const some = ARTICLES.slice(0, 100);
    const { found, calls } = await resolve(some.map(({ title }) => title));
    expect(found.map(({ short }) => short)).toEqual(some.map(({ uid }) => `FOUND title TITLE pubmed ${uid}`));
    expect(calls).toMatchObject({ esearch: 1, esummary: 1, total: 2 });
  });

  it('of titles do not differ by capitals, signs and formatting, but by words', async () => {
    const [{ uid, title } = { uid: '', title: '' }] = ARTICLES.slice(100);
    const written = [
      title.toUpperCase(),
      ` \u201C${title}\u201D `,
      title.replaceAll(' ', '  ').replace(/\.$/, ''),
      `<i>${title}</i>`,
      `${title} revisited`,
    ];
    const { found } = await resolve(written);
    const same = `FOUND title TITLE pubmed ${uid}`;
    expect(found.map(({ short }) => short)).toEqual([same, same, same, same, 'NOT_FOUND title']);
    expect(found.at(-1)?.note).toMatch(/^The sample data hold no pubmed record with title /);
  });

  it('of titles are taken by the roots, in lists and among records of one database', async () => {
    const [{ uid, title } = { uid: '', title: '' }] = ARTICLES.slice(101);
    const { data, errors } = await gateway.query(
      'query ($title: String!) { a: pubmed(title: $title) { uid } records { pubmed(titles: [$title]) { uid } } }',
      { title },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: { uid }, records: { pubmed: [{ uid }] } });
    expect((await resolve([title], ['pubmed'])).found[0]?.short).toBe(`FOUND title TITLE pubmed ${uid}`);
  });

  it('of references lead to their articles, 200 by one call and the summaries that prove them', async () => {
    const some = ARTICLES.slice(200, 400);
    const { found, calls } = await resolve(some.map(({ reference }) => reference));
    expect(found.map(({ short, note }) => [short, note])).toEqual(
      some.map(({ uid }) => [`FOUND citation CITATION pubmed ${uid}`, null]),
    );
    expect(calls).toMatchObject({ ecitmatch: 1, esummary: 1, total: 2 });
  });

  it('of references say what the article has otherwise, and what is not known', async () => {
    const { found } = await resolve([
      'Nobody XY. No such title at all. J Nowhere Stud. 2001;12:34-5.',
      'Lancet 1823;999:1-2',
      `Nobody XY. Another title. ${ARTICLES[401]?.reference.split(ARTICLES[401].title)[1] ?? ''}`,
    ]);
    expect(found).toEqual([
      {
        short: 'NOT_FOUND citation',
        note: 'The sample data hold no article of this citation. The journal is not known.',
      },
      {
        short: 'NOT_FOUND citation',
        note: expect.stringContaining('The sample data hold no article of this citation.'),
      },
      {
        short: `FOUND citation CITATION pubmed ${ARTICLES[401]?.uid}`,
        note: expect.stringMatching(/^The article has another author: \S+/),
      },
    ]);
  });

  it('of references that end with a PMID or a DOI are the articles of these', async () => {
    const reference = 'Nobody XY. Some title. J Nowhere Stud. 2001;12:34-5.';
    const { found } = await resolve([
      `${reference} doi: 10.1055/s-0028-1085314. PMID: 219391.`,
      `${reference} https://doi.org/10.1055/s-0028-1085314`,
      `${reference} PMID: 219391; PMID: 15034147`,
    ]);
    expect(found.map(({ short }) => short)).toEqual([
      'FOUND pmid UID pubmed 219391',
      'FOUND doi ACCESSION pubmed 219391',
      'NOT_FOUND citation',
    ]);
  });

  it('are taken by roots and lists, and their cost is foreseen', async () => {
    const [{ uid, reference } = { uid: '', reference: '' }, { title } = { title: '' }] = ARTICLES.slice(402);
    const query = 'query ($a: ID!, $b: ID!) { pubmed(id: $a) { uid } records { pubmed(ids: [$a, $b]) { uid } } }';
    const variables = { a: reference, b: title };
    const { data: planned } = await gateway.query(
      'query ($query: String!, $variables: JSON) { plan(query: $query, variables: $variables) { complete calls { best worst } } }',
      { query, variables },
    );
    const { data, errors, extensions } = await gateway.query(query, variables);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ pubmed: { uid }, records: { pubmed: [{ uid }, { uid: ARTICLES[403]?.uid }] } });
    const { total } = extensions.entrez.calls;
    expect(planned?.plan.complete).toBe(true);
    expect(planned?.plan.calls.best).toBeLessThanOrEqual(total);
    expect(planned?.plan.calls.worst).toBeGreaterThanOrEqual(total);
  });

  it('are articles that several fit, named or only counted', async () => {
    gateway.sandbox.intercept((request) => {
      const line = request.utility === 'ecitmatch' ? (parameterOf(request, 'bdata') ?? '') : '';
      const found = line.includes('|77|') ? 'AMBIGUOUS 219391,15034147' : 'AMBIGUOUS (5 citations)';
      return line === '' ? undefined : { body: line.replaceAll(/\|(\r|$)/g, `|${found}\n`), type: 'text/plain' };
    });
    const named = await resolve(['Science 1999;77:1']);
    const counted = await resolve(['Science 1999;78:1']);
    gateway.sandbox.intercept(undefined);
    expect(named.found).toEqual([
      {
        short: 'AMBIGUOUS citation CITATION pubmed 219391 CITATION pubmed 15034147',
        note: 'The reference fits 2 articles.',
      },
    ]);
    expect(counted.found).toEqual([{ short: 'AMBIGUOUS citation', note: 'The reference fits 5 articles.' }]);
  });

  it('are among a thousand names of fresh kinds: all accounted for, in the fewest calls, and bad ones cost the others nothing', async () => {
    await using fresh = await RunningGateway.start();
    const good = freshNames();
    const bad = [
      'No article has exactly these seven words',
      'Nobody XY. No such title. J Nowhere Stud. 2001;12:34-5.',
      'NP_999999999.9',
      'rs7412-T',
      'https://omim.org/entry/1',
      'ENSEMBL:ENSG1',
      'MONDO:0000000',
      'HER-2/neu/x',
      '(((',
      'CHEBI:27732',
    ];
    expect(good.length).toBeGreaterThan(900);
    const names = good.map(({ name }) => name);
    for (const [place, name] of bad.entries()) {
      names.splice(place * 90, 0, name);
    }
    const { data, errors, extensions } = await fresh.query(QUERY, { names });
    expect(errors).toBeUndefined();
    const expected = new Map(good.map(({ name, record }) => [name, `FOUND ${record}`]));
    const found = (data?.resolve as readonly Resolved[]).map(({ status, matches }) =>
      [status, ...matches.map(({ record: { db, uid } }) => `${db} ${uid}`)].join(' '),
    );
    expect(found).toEqual(names.map((name) => expected.get(name) ?? 'NOT_FOUND'));
    expect((data?.resolve as readonly Resolved[]).filter(({ status, note }) => status === 'NOT_FOUND' && note === null)).toEqual([]); // prettier-ignore
    const kinds = new Set(good.flatMap(({ searchedAs }) => searchedAs ?? []));
    const ofKind = (kind: string): number => good.filter(({ searchedAs }) => searchedAs === kind).length;
    const searches = [...kinds].reduce((sum, kind) => sum + Math.ceil(ofKind(kind) / 100), 0);
    const { calls } = extensions.entrez;
    expect(calls.ecitmatch).toBe(1);
    // Three bad names are of kinds of their own, and two of them are tried as something else.
    expect(calls.esearch).toBeLessThanOrEqual(searches + 5);
    // One call for what each search finds, one for the uids of each database, one for the articles of references.
    const databases = new Set(good.map(({ record }) => record.split(' ')[0])).size;
    expect(calls.esummary).toBeLessThanOrEqual(searches + databases + 1);
  });

  it('leave names of taxa as they are', async () => {
    const { found } = await resolve(['Homo sapiens', 'house mouse', 'Bacillus subtilis group']);
    expect(found.slice(0, 2).map(({ short }) => short)).toEqual([
      'FOUND name NAME taxonomy 9606',
      'FOUND name NAME taxonomy 10090',
    ]);
  });
});
