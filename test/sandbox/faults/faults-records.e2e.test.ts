import { afterEach, describe, expect, it } from 'vitest';

import { parseFaults } from '../../../src/sandbox/faults/parse-faults.js';
import { type Reply, useSandbox } from '../sandbox-client.js';

const { sandbox, get } = useSandbox();

afterEach(() => {
  sandbox().faults.set([]);
});

async function getWith(faults: string, path: string): Promise<Reply> {
  sandbox().faults.set(parseFaults(faults));
  return get(path);
}

const SETS = 'elink.fcgi?dbfrom=gene&db=omim&linkname=gene_omim';
const SUMMARIES = 'esummary.fcgi?db=gene&version=2.0';

interface LinkSet {
  readonly ids: readonly string[];
  readonly linksetdbs?: readonly { readonly links: readonly string[] }[];
}

/** The link sets of an answer in JSON. */
async function linkSets(faults: string, path: string): Promise<readonly LinkSet[]> {
  return JSON.parse((await getWith(faults, `${path}&retmode=json`)).body).linksets;
}

/** What each link set of an answer in XML echoes. */
function echoesIn({ body }: Reply): string[] {
  return [...body.matchAll(/<IdList>(.*?)<\/IdList>/gs)].map(([, list = '']) => list.match(/\d+/g)?.join(' ') ?? '');
}

function uidsIn({ body }: Reply): string[] {
  return JSON.parse(body).result.uids;
}

describe('missing-ids', () => {
  it('leaves one link set out, another time perhaps another one', async () => {
    sandbox().faults.set(parseFaults('missing-ids'));
    const ids = ['7157', '672', '675'];
    const path = `${SETS}&${ids.map((id) => `id=${id}`).join('&')}`;
    const answers = await Promise.all(Array.from({ length: 20 }, async () => echoesIn(await get(path))));
    for (const echoes of answers) {
      expect(echoes).toHaveLength(2);
      expect(ids).toEqual(expect.arrayContaining(echoes));
    }
    expect(new Set(answers.map(String)).size).toBe(3);
  });

  it('leaves one summary or article of a list out', async () => {
    expect(uidsIn(await getWith('missing-ids', `${SUMMARIES}&id=7157,672,675&retmode=json`))).toHaveLength(2);
    const articles = await getWith('missing-ids', 'efetch.fcgi?db=pubmed&id=21900406,23039619');
    expect(articles.body.match(/<PubmedArticle>/g)?.length ?? 0).toBeLessThan(2);
  });

  it.each(['', '&retmode=json'])('of a single record leaves a well-formed answer about nothing (%s)', async (form) => {
    const links = await getWith('missing-ids', `${SETS}&id=7157${form}`);
    const summaries = await getWith('missing-ids', `${SUMMARIES}&id=7157${form}`);
    expect([links.status, summaries.status]).toEqual([200, 200]);
    if (form === '') {
      expect(links.body).toMatch(/<eLinkResult>\s*<\/eLinkResult>/);
      expect(summaries.body).toMatch(/<eSummaryResult>\s*<\/eSummaryResult>/);
    } else {
      expect(JSON.parse(links.body)).toEqual({ header: { type: 'elink', version: '0.3' }, linksets: [] });
      expect(uidsIn(summaries)).toEqual([]);
    }
  });
});

describe('extra-ids', () => {
  it('adds the link set of another record', async () => {
    const sets = await linkSets('extra-ids', `${SETS}&id=7157&id=672`);
    expect(sets.map(({ ids }) => ids)).toEqual([['7157'], ['672'], [expect.not.stringMatching(/^(7157|672)$/)]]);
  });

  it('adds to a list between commas inside of it', async () => {
    expect((await linkSets('extra-ids', `${SETS}&id=7157,672`)).map(({ ids }) => ids.length)).toEqual([3]);
    expect(uidsIn(await getWith('extra-ids', `${SUMMARIES}&id=7157,672&retmode=json`))).toHaveLength(3);
  });

  it('adds to a single id a link set of its own', async () => {
    expect((await linkSets('extra-ids', `${SETS}&id=7157`)).map(({ ids }) => ids.length)).toEqual([1, 1]);
    expect(uidsIn(await getWith('extra-ids', `${SUMMARIES}&id=7157&retmode=json`))).toHaveLength(2);
  });
});

describe('wrong-echo', () => {
  it('lets two link sets contradict each other', async () => {
    const [tp53, brca1] = JSON.parse((await get(`${SETS}&id=7157&id=672&retmode=json`)).body).linksets;
    const sets = await linkSets('wrong-echo', `${SETS}&id=7157&id=672`);
    expect(sets).toEqual([{ ...tp53, ids: ['672'] }, brca1]);
    expect(tp53?.linksetdbs).not.toEqual(brca1?.linksetdbs);
    expect(echoesIn(await getWith('wrong-echo', `${SETS}&id=7157&id=672`))).toEqual(['672', '672']);
  });

  it('of a single record names one that nobody asked about', async () => {
    expect((await linkSets('wrong-echo', `${SETS}&id=7157`)).map(({ ids }) => ids)).toEqual([['71579']]);
    expect(echoesIn(await getWith('wrong-echo', `${SETS}&id=7157`))).toEqual(['71579']);
  });

  it('of a summary names a record that nobody asked about, whatever its form', async () => {
    const inJson = await getWith('wrong-echo', `${SUMMARIES}&id=7157,71579,672&retmode=json`);
    expect(uidsIn(inJson)).toEqual(['715799', '71579', '672']);
    expect(JSON.parse(inJson.body).result[715799]).toMatchObject({ uid: '715799', name: 'TP53' });
    const inXml = await getWith('wrong-echo', `${SUMMARIES}&id=7157`);
    expect(inXml.body).toMatch(/<DocumentSummary uid="71579">\s*<Name>TP53<\/Name>/);
    const version1 = await getWith('wrong-echo', 'esummary.fcgi?db=gene&id=7157');
    expect(version1.body).toMatch(/<DocSum>\s*<Id>71579<\/Id>/);
  });
});

describe('merged', () => {
  it('puts all records into one link set, as a list between commas does', async () => {
    const sets = await linkSets('merged', `${SETS}&id=7157&id=672`);
    expect(sets.map(({ ids }) => ids)).toEqual([['7157', '672']]);
    sandbox().faults.set([]);
    const list = await get(`${SETS}&id=7157,672&retmode=json`);
    expect(sets).toEqual(JSON.parse(list.body).linksets);
  });

  it('leaves single records alone', async () => {
    await getWith('merged', `${SETS}&id=7157`);
    expect(sandbox().requests.at(-1)?.fault).toBeUndefined();
  });
});

describe('reordered', () => {
  it('turns the order of link sets and summaries round', async () => {
    const sets = await linkSets('reordered', `${SETS}&id=7157&id=672&id=675`);
    expect(sets.map(({ ids }) => ids[0])).toEqual(['675', '672', '7157']);
    expect(uidsIn(await getWith('reordered', `${SUMMARIES}&id=7157,672&retmode=json`))).toEqual(['672', '7157']);
  });
});

describe('vanish', () => {
  it.each(['', '&cmd=neighbor_score'])(
    'leaves the record without links, as if it never had any (%s)',
    async (command) => {
      expect(await linkSets('vanish', `${SETS}${command}&id=7157`)).toEqual([{ dbfrom: 'gene', ids: ['7157'] }]);
    },
  );

  it('does not touch other commands', async () => {
    await getWith('vanish', `${SETS}&cmd=acheck&id=7157`);
    expect(sandbox().requests.at(-1)?.fault).toBeUndefined();
  });
});
