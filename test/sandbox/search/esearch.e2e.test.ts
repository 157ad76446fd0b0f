import { describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { useSandbox } from '../sandbox-client.js';

interface Search {
  readonly header: object;
  readonly esearchresult: {
    readonly count: string;
    readonly retmax: string;
    readonly retstart: string;
    readonly idlist: readonly string[];
    readonly translationset: readonly object[];
    readonly translationstack?: readonly unknown[];
    readonly querytranslation: string;
    readonly errorlist?: object;
    readonly warninglist?: object;
    readonly ERROR?: string;
  };
}

describe('esearch', () => {
  const { sandbox, get, json } = useSandbox();
  const search = async (db: string, term: string, more: Readonly<Record<string, string>> = {}) =>
    (await json<Search>(`esearch.fcgi?${String(new URLSearchParams({ db, term, retmode: 'json', ...more }))}`))
      .esearchresult;
  const ids = async (db: string, term: string) => (await search(db, term, { retmax: '10000' })).idlist;

  it('answers as recorded for a UID', async () => {
    expect(await search('gene', '7157[uid]')).toEqual({
      count: '1',
      retmax: '1',
      retstart: '0',
      idlist: ['7157'],
      translationset: [],
      translationstack: [{ term: '7157[UID]', field: 'UID', count: '-1', explode: 'N' }, 'GROUP'],
      querytranslation: '7157[UID]',
    });
  });

  it.each([
    ['gene', 'TP53[sym]', ['7157']],
    ['gene', 'tp53[gene] AND human[orgn]', ['7157']],
    ['gene', 'tp53 human[orgn]', ['7157']],
    ['gene', 'BRCC1[gene]', ['672']],
    ['gene', '7157,672[uid]', ['7157', '672']],
    ['gene', '7150:7160[uid] AND "tumor protein p53"[title]', ['7157']],
    ['gene', 'NP_000537[accn]', ['7157']],
    ['taxonomy', 'human', ['9606']],
    ['taxonomy', '"Homo sapiens"[scin]', ['9606']],
    ['pubmed', '2946935[pmid]', ['2946935']],
    ['pubmed', '"characterization of the human p53 gene"[ti]', ['2946935']],
    ['pubmed', 'Lamb P[au] AND 1986[dp]', ['2946935']],
    ['pubmed', 'lamb[au] AND 1986/05:1986/06[pdat] AND "Mol Cell Biol"[ta]', ['2946935']],
    ['protein', 'NP_006149.2[accn]', ['105990539']],
    ['nucleotide', 'NC_000008[accn]', ['568815590']],
    ['snp', 'rs1800562', ['1800562']],
    ['gds', 'GSE93374[GEO Accession]', ['200093374']],
  ])('finds in %s by %s', async (db, term, expected) => {
    expect(await ids(db, term)).toEqual(expected);
  });

  it('evaluates operators from left to right', async () => {
    const [a, b, c] = await Promise.all(['p53[ti]', 'breast[ti]', '2000:2010[dp]'].map((term) => ids('pubmed', term)));
    const inC = new Set(c);
    const expected = [...new Set([...(a ?? []), ...(b ?? [])])]
      .filter((uid) => inC.has(uid))
      .toSorted((x, y) => Number(y) - Number(x));
    expect(expected.length).toBeGreaterThan(3);
    expect(await ids('pubmed', 'p53[ti] OR breast[ti] AND 2000:2010[dp]')).toEqual(expected);
    expect(await ids('pubmed', 'p53[ti] OR (breast[ti] AND 2000:2010[dp])')).not.toEqual(expected);
    expect(await ids('pubmed', 'p53[ti] NOT p53[ti]')).toEqual([]);
  });

  it('takes side by side words as all of them, a phrase as it stands, and a star as any ending', async () => {
    const words = await ids('pubmed', 'cancer breast');
    const phrase = await ids('pubmed', '"breast cancer"');
    expect(words).toEqual(expect.arrayContaining([...phrase]));
    expect(words.length).toBeGreaterThan(phrase.length);
    expect((await ids('pubmed', 'mutation*[ti]')).length).toBeGreaterThan((await ids('pubmed', 'mutation[ti]')).length);
  });

  it('limits by date parameters as by a range in the query', async () => {
    const inQuery = await search('pubmed', 'p53[ti] AND 1995:2000[pdat]');
    const byParameter = await search('pubmed', 'p53[ti]', { mindate: '1995', maxdate: '2000', datetype: 'pdat' });
    expect(byParameter.idlist).toEqual(inQuery.idlist);
    expect(byParameter.querytranslation).toBe('"p53"[Title] AND 1995:2000[Date - Publication]');
    expect((await search('pubmed', 'p53[ti]', { reldate: '1' })).count).toBe('0');
    const all = (await search('pubmed', 'p53[ti]')).count;
    expect((await search('pubmed', 'p53[ti]', { reldate: '784935650' })).count).toBe(all);
  });

  it('pages through all hits without loss or repeat', async () => {
    const all = await ids('pubmed', 'cancer[ti]');
    expect(all).toEqual(all.toSorted((a, b) => Number(b) - Number(a)));
    const pages = await Promise.all(
      [0, 50, 100, 150].map((start) => search('pubmed', 'cancer[ti]', { retstart: String(start), retmax: '50' })),
    );
    expect(pages.flatMap(({ idlist }) => idlist)).toEqual(all.slice(0, 200));
    expect(pages[0]).toMatchObject({ count: String(all.length), retmax: '50', retstart: '0' });
    expect((await search('pubmed', 'cancer[ti]')).idlist).toHaveLength(20);
  });

  it('finds the records that have links of a name', async () => {
    const linked = await ids('gene', 'gene_protein[filter]');
    expect(linked).toEqual(['223646', '93100', '22059', '7157', '4747']);
    expect((await search('gene', 'all[filter]')).count).toBe('104');
  });

  it('translates the name of an organism and says so', async () => {
    const result = await search('gene', 'Homo sapiens');
    expect(result.count).toBe('102');
    expect(result.querytranslation).toBe('("Homo sapiens"[Organism] OR (Homo[All Fields] AND sapiens[All Fields]))');
    expect(result.translationset).toEqual([
      { from: 'Homo sapiens', to: '"Homo sapiens"[Organism] OR (Homo[All Fields] AND sapiens[All Fields])' },
    ]);
  });

  it('reports a search without hits as recorded', async () => {
    expect(await search('gene', 'zzzznotarealorganism[ORGN]')).toEqual({
      count: '0',
      retmax: '0',
      retstart: '0',
      idlist: [],
      translationset: [],
      querytranslation: '(zzzznotarealorganism[ORGN])',
      errorlist: { phrasesnotfound: ['zzzznotarealorganism[ORGN]'], fieldsnotfound: [] },
      warninglist: { phrasesignored: [], quotedphrasesnotfound: [], outputmessages: ['No items found.'] },
    });
  });

  it('leaves a part without hits beside OR out of the translation and lists it', async () => {
    const result = await search('gene', 'TP53[sym] OR zzzz[sym]');
    expect(result).toMatchObject({
      count: '1',
      querytranslation: 'TP53[Preferred Symbol]',
      errorlist: { phrasesnotfound: ['zzzz[sym]'] },
    });
    expect(result.warninglist).toBeUndefined();
  });

  it('drops an unknown field tag and searches all fields, with an empty list of errors', async () => {
    const dropped = await search('gene', 'tumor[BOGUS] AND human[orgn]');
    const untagged = await search('gene', 'tumor AND human[orgn]');
    expect(Number(dropped.count)).toBeGreaterThan(0);
    expect(dropped).toEqual({ ...untagged, errorlist: { phrasesnotfound: [], fieldsnotfound: [] } });
  });

  it('warns of a bracket without a partner and searches for the rest', async () => {
    expect(await search('gene', '(TP53[sym]')).toMatchObject({
      idlist: ['7157'],
      warninglist: { phrasesignored: ['('] },
    });
  });

  it('refuses a retstart beyond the PubMed window with a raw newline inside the JSON string', async () => {
    const { status, body } = await get('esearch.fcgi?db=pubmed&term=p53&retstart=9999&retmode=json');
    expect(status).toBe(200);
    expect(body).toContain("Search Backend failed: Exception:\n'retstart' cannot be larger than 9998.");
    expect(() => JSON.parse(body) as unknown).toThrow(SyntaxError);
  });

  it('names an unknown database and an empty term in its error', async () => {
    expect(await search('nothing', 'x')).toEqual({ ERROR: 'Invalid db name specified: nothing' });
    expect((await get('esearch.fcgi?db=pubmed')).body).toContain(
      '<ERROR>Empty term and query_key - nothing todo</ERROR>',
    );
  });

  it('looks words without a tag up in the field parameter', async () => {
    expect(await search('gene', 'TP53', { field: 'sym' })).toMatchObject({
      idlist: ['7157'],
      querytranslation: 'TP53[Preferred Symbol]',
    });
  });

  it('sorts by publication date and by relevance', async () => {
    const graph = loadSampleGraph();
    const { idlist } = await search('pubmed', 'p53', { sort: 'pub_date', retmax: '500' });
    const years = idlist.map((uid) => Number(graph.record('pubmed', uid)?.year));
    expect(years.length).toBeGreaterThan(50);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    const [best] = (await search('pubmed', 'crystal OR structure OR p53 OR DNA', { sort: 'relevance' })).idlist;
    expect(graph.record('pubmed', best ?? '')?.title).toMatch(/structure.*p53.*DNA/i);
  });

  it.each(['pub_date', 'Pub Date'])('takes %j for the order by date', async (sort) => {
    const { idlist, warninglist } = await search('pubmed', 'p53', { sort });
    expect(idlist).not.toEqual((await search('pubmed', 'p53')).idlist);
    expect(warninglist).toBeUndefined();
  });

  it.each([
    ['pubmed', 'Journal', 'cancer'],
    ['pmc', 'pub_date', 'cancer'],
    ['gene', 'Success Rate', 'p53'],
  ])('ignores an order that %s does not know, %j, and says so', async (db, sort, term) => {
    const { idlist, warninglist } = await search(db, term, { sort });
    expect(idlist).toEqual((await search(db, term)).idlist);
    expect(warninglist).toMatchObject({
      outputmessages: [`Unknown sort schema '${sort.toLowerCase()}' ignored`],
    });
  });

  it('sorts genes by symbol and by chromosome', async () => {
    const graph = loadSampleGraph();
    const { idlist } = await search('gene', 'human[orgn]', { sort: 'name', retmax: '500' });
    const symbols = idlist.map((uid) => String(graph.record('gene', uid)?.symbol));
    expect(symbols.length).toBeGreaterThan(20);
    expect(symbols).toEqual(symbols.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    const sorted = (await search('gene', 'human[orgn]', { sort: 'Chromosome', retmax: '500' })).idlist;
    const chromosomes = sorted.map((uid) => Number.parseInt(String(graph.record('gene', uid)?.chromosome), 10));
    const numbers = chromosomes.filter((number) => !Number.isNaN(number));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('searches for two thousand identifiers joined by OR', async () => {
    const uids = loadSampleGraph().uids('pubmed').slice(0, 2000);
    const term = uids.map((uid) => `${uid}[UID]`).join(' OR ');
    const body = new URLSearchParams({ db: 'pubmed', term, retmax: '2000', retmode: 'json' });
    const answer = await fetch(`${sandbox().url}esearch.fcgi`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ esearchresult: { count: '2000', idlist: uids } });
  });

  it('answers XML by default', async () => {
    const { body, headers } = await get('esearch.fcgi?db=gene&term=TP53[sym]');
    expect(headers.get('content-type')).toBe('text/xml; charset=UTF-8');
    expect(body).toContain(
      '<Count>1</Count><RetMax>1</RetMax><RetStart>0</RetStart><IdList>\n<Id>7157</Id>\n</IdList><TranslationSet/>',
    );
    expect((await get('esearch.fcgi?db=gene&term=zzzz')).body).toContain(
      '<IdList/><TranslationSet/><QueryTranslation>(zzzz[All Fields])</QueryTranslation><ErrorList><PhraseNotFound>zzzz</PhraseNotFound></ErrorList><WarningList><OutputMessage>No items found.</OutputMessage></WarningList>',
    );
  });
});
