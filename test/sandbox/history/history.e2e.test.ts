import { describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { elementsOf, textIn, useSandbox } from '../sandbox-client.js';

interface Search {
  readonly esearchresult: {
    readonly count: string;
    readonly idlist: readonly string[];
    readonly querykey?: string;
    readonly webenv?: string;
    readonly querytranslation: string;
    readonly ERROR?: string;
  };
}

interface History {
  readonly linksets: readonly {
    readonly ids: readonly string[];
    readonly linksetdbhistories?: readonly object[];
    readonly webenv: string;
  }[];
  readonly ERROR?: string;
}

describe('the history server', () => {
  const { sandbox, get, json } = useSandbox();
  const graph = loadSampleGraph();
  const search = async (query: string) => (await json<Search>(`esearch.fcgi?retmode=json&${query}`)).esearchresult;
  const post = async (query: string) => {
    const reply = await get(`epost.fcgi?${query}`);
    return { webEnv: textIn(reply, 'WebEnv'), queryKey: textIn(reply, 'QueryKey'), reply };
  };

  it('epost keeps UIDs under a key of a new environment', async () => {
    const { webEnv, queryKey, reply } = await post('db=gene&id=7157,672');
    expect(webEnv).toMatch(/^MCID_[0-9a-f]{24}$/);
    expect(queryKey).toBe('1');
    expect(elementsOf(reply)).toBe(`<ePostResult><QueryKey>1</QueryKey><WebEnv>${webEnv}</WebEnv></ePostResult>`);
  });

  it('epost takes a form, and adds to an environment it is given', async () => {
    const { webEnv } = await post('db=gene&id=7157');
    const body = new URLSearchParams({ db: 'pubmed', id: '2946935', WebEnv: webEnv });
    const answer = await (await fetch(`${sandbox().url}epost.fcgi`, { method: 'POST', body })).text();
    expect(answer).toContain(`<QueryKey>2</QueryKey>\n\t<WebEnv>${webEnv}</WebEnv>`);
  });

  it('epost reports ids it cannot use beside the set of the others', async () => {
    const { queryKey, reply } = await post('db=pubmed&id=2946935,abc,99999999999999999999999999999999');
    expect(queryKey).toBe('1');
    expect(elementsOf(reply)).toContain(
      '<ERROR>IDs contain invalid characters which was treated as delimiters.</ERROR>' +
        '<ERROR>Some IDs have invalid value and were omitted. Maximum ID value 18446744073709551615</ERROR>',
    );
  });

  it('epost refuses as recorded what leaves nothing to store', async () => {
    const error = async (query: string) => elementsOf(await get(`epost.fcgi?${query}`));
    expect(await error('db=nothing&id=1')).toBe(
      '<ePostResult><ERROR>Invalid db name specified: nothing</ERROR></ePostResult>',
    );
    expect(await error('db=pubmed&id=99999999999999999999999999999999')).toBe(
      '<ePostResult><ERROR>Empty ID list; Nothing to store</ERROR>' +
        '<ERROR>Some IDs have invalid value and were omitted. Maximum ID value 18446744073709551615</ERROR></ePostResult>',
    );
    expect(await error('db=pubmed')).toContain('Empty ID list; Nothing to store');
  });

  it('esearch stores all hits, whatever the page', async () => {
    const { count, querykey, webenv } = await search('db=pubmed&term=p53&usehistory=y&retmax=1');
    expect(querykey).toBe('1');
    const paged = await search(`db=pubmed&WebEnv=${webenv}&query_key=1&retstart=10&retmax=5`);
    expect(paged.count).toBe(count);
    expect(paged.idlist).toEqual((await search('db=pubmed&term=p53&retstart=10&retmax=5')).idlist);
    expect(paged.querykey).toBeUndefined();
  });

  it('esearch names the set in XML before the ids', async () => {
    const { body } = await get('esearch.fcgi?db=gene&term=TP53[sym]&usehistory=y');
    expect(body).toMatch(/<RetStart>0<\/RetStart><QueryKey>1<\/QueryKey><WebEnv>MCID_[0-9a-f]{24}<\/WebEnv><IdList>/);
  });

  it('esearch combines stored sets with a term, counting keys up in one environment', async () => {
    const first = await search('db=pubmed&term=p53&usehistory=y');
    const env = `WebEnv=${first.webenv}`;
    const second = await search(`db=pubmed&${env}&query_key=1&term=cancer&usehistory=y`);
    expect(second).toMatchObject({ querykey: '2', webenv: first.webenv });
    expect(second.querytranslation).toBe('(#1) AND ("cancer"[All Fields])');
    expect(second.idlist).toEqual((await search('db=pubmed&term=p53+AND+cancer')).idlist);
    const third = await search(`db=pubmed&${env}&term=%231+NOT+%232&retmax=0`);
    expect(Number(third.count)).toBe(Number(first.count) - Number(second.count));
  });

  it('elink stores one set for each link name of a comma list, and reads a stored set', async () => {
    const stored = await json<History>(
      'elink.fcgi?dbfrom=gene&db=pubmed&cmd=neighbor_history&id=7157,672&linkname=gene_pubmed&retmode=json',
    );
    const [{ ids, linksetdbhistories, webenv } = { webenv: '' }] = stored.linksets;
    expect(stored.linksets).toHaveLength(1);
    expect(ids).toEqual(['7157', '672']);
    expect(linksetdbhistories).toEqual([{ dbto: 'pubmed', linkname: 'gene_pubmed', querykey: '1' }]);
    const union = new Set(['7157', '672'].flatMap((gene) => graph.links('gene_pubmed', gene)));
    expect((await search(`db=pubmed&term=%231&WebEnv=${webenv}&retmax=0`)).count).toBe(String(union.size));
  });

  it('elink goes from a stored set, echoes its UIDs and counts on in its environment', async () => {
    const { webEnv } = await post('db=protein&id=120407068');
    const answer = await json<History>(
      `elink.fcgi?dbfrom=protein&cmd=neighbor_history&WebEnv=${webEnv}&query_key=1&linkname=protein_gene,protein_structure&retmode=json`,
    );
    expect(answer.linksets).toEqual([
      {
        dbfrom: 'protein',
        ids: ['120407068'],
        linksetdbhistories: [
          { dbto: 'gene', linkname: 'protein_gene', querykey: '2' },
          { dbto: 'structure', linkname: 'protein_structure', querykey: '3' },
        ],
        webenv: webEnv,
      },
    ]);
    expect(await json(`elink.fcgi?dbfrom=protein&db=gene&WebEnv=${webEnv}&query_key=1&retmode=json`)).toMatchObject({
      linksets: [{ ids: ['120407068'], linksetdbs: [{ linkname: 'protein_gene', links: ['7157'] }] }],
    });
  });

  it('elink answers repeated ids with a link set each and one environment', async () => {
    const { linksets } = await json<History>(
      'elink.fcgi?dbfrom=gene&db=omim&cmd=neighbor_history&id=7157&id=672&id=999999999&linkname=gene_omim&retmode=json',
    );
    expect(linksets.map(({ linksetdbhistories }) => linksetdbhistories)).toEqual([
      [{ dbto: 'omim', linkname: 'gene_omim', querykey: '1' }],
      [{ dbto: 'omim', linkname: 'gene_omim', querykey: '2' }],
      undefined,
    ]);
    expect(new Set(linksets.map(({ webenv }) => webenv)).size).toBe(1);
  });

  it('elink writes stored links in XML as recorded', async () => {
    const reply = await get('elink.fcgi?dbfrom=gene&cmd=neighbor_history&id=7157&linkname=gene_taxonomy');
    expect(elementsOf(reply)).toBe(
      '<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList><Id>7157</Id></IdList><LinkSetDbHistory><DbTo>taxonomy</DbTo>' +
        `<LinkName>gene_taxonomy</LinkName><QueryKey>1</QueryKey></LinkSetDbHistory><WebEnv>${textIn(reply, 'WebEnv')}</WebEnv></LinkSet></eLinkResult>`,
    );
  });

  it('esummary and efetch page through a stored set in its order', async () => {
    const { webEnv } = await post('db=gene&id=672,7157,4193');
    const set = `db=gene&WebEnv=${webEnv}&query_key=1`;
    expect(await json(`esummary.fcgi?${set}&retstart=1&retmax=1&retmode=json`)).toMatchObject({
      result: { uids: ['7157'], '7157': { name: 'TP53' } },
    });
    expect((await get(`efetch.fcgi?${set}&rettype=uilist&retmode=text&retstart=1`)).body).toBe('7157\n4193\n');
  });

  it('says that a set cannot be obtained when it never was, or is of another database', async () => {
    const { webEnv } = await post('db=gene&id=7157');
    const message = 'Unable to obtain query #1';
    expect((await search('db=pubmed&WebEnv=MCID_000000000000000000000000&query_key=1')).ERROR).toBe(message);
    expect((await search(`db=pubmed&WebEnv=${webEnv}&term=%231+AND+cancer`)).ERROR).toBe(message);
    expect((await get(`esearch.fcgi?db=gene&WebEnv=${webEnv}&term=%232`)).body).toContain(
      '<ERROR>Unable to obtain query #2',
    );
    expect(await json(`elink.fcgi?dbfrom=pubmed&WebEnv=${webEnv}&query_key=1&retmode=json`)).toMatchObject({
      ERROR: message,
    });
    expect((await get(`esummary.fcgi?db=pubmed&WebEnv=${webEnv}&query_key=1`)).body).toContain(message);
    expect((await get(`efetch.fcgi?db=pubmed&WebEnv=${webEnv}&query_key=1`)).body).toContain(message);
  });
});

describe('a history server with no life', () => {
  const { get, json } = useSandbox({ historyLifeMs: 0 });

  it('answers an expired environment as recorded', async () => {
    const webEnv = textIn(await get('epost.fcgi?db=gene&id=7157'), 'WebEnv');
    expect(await json(`esearch.fcgi?db=gene&WebEnv=${webEnv}&query_key=1&retmode=json`)).toMatchObject({
      esearchresult: { ERROR: 'Unable to obtain query #1' },
    });
  });
});
