import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { useSandbox } from '../sandbox-client.js';

interface Links {
  readonly header: object;
  readonly linksets: readonly {
    readonly dbfrom: string;
    readonly ids: readonly string[];
    readonly linksetdbs?: readonly {
      readonly dbto: string;
      readonly linkname: string;
      readonly links: readonly (string | { readonly id: string; readonly score: number })[];
    }[];
  }[];
  readonly ERROR?: string;
}

describe('elink', () => {
  const { get, json } = useSandbox();
  const graph = loadSampleGraph();
  const link = async (query: string) => json<Links>(`elink.fcgi?retmode=json&${query}`);
  const links = async (query: string) => (await link(query)).linksets[0]?.linksetdbs?.[0]?.links;

  it('answers the links of one record as strings, UID-descending', async () => {
    expect(await link('dbfrom=gene&db=pubmed&id=7157&linkname=gene_pubmed')).toEqual({
      header: { type: 'elink', version: '0.3' },
      linksets: [
        {
          dbfrom: 'gene',
          ids: ['7157'],
          linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links: graph.links('gene_pubmed', '7157') }],
        },
      ],
    });
  });

  it('merges a comma list into one link set without repeats, ids in request order', async () => {
    const { linksets } = await link('dbfrom=gene&db=pubmed&id=7157,672,4193&linkname=gene_pubmed');
    const union = new Set(['7157', '672', '4193'].flatMap((uid) => graph.links('gene_pubmed', uid)));
    expect(linksets).toHaveLength(1);
    expect(linksets[0]?.ids).toEqual(['7157', '672', '4193']);
    expect(linksets[0]?.linksetdbs?.[0]?.links).toEqual([...union].toSorted((a, b) => Number(b) - Number(a)));
  });

  it('takes plus and space for a comma', async () => {
    const comma = await link('dbfrom=gene&db=omim&id=7157,672');
    expect(await link('dbfrom=gene&db=omim&id=7157+672')).toEqual(comma);
    expect(await link('dbfrom=gene&db=omim&id=7157%2B672')).toEqual(comma);
  });

  it('answers repeated ids with a link set each', async () => {
    const { linksets } = await link('dbfrom=gene&db=pubmed&id=7157&id=672&linkname=gene_pubmed');
    expect(linksets.map(({ ids }) => ids)).toEqual([['7157'], ['672']]);
    expect(linksets.map(({ linksetdbs }) => linksetdbs?.[0]?.links)).toEqual(
      ['7157', '672'].map((uid) => graph.links('gene_pubmed', uid)),
    );
  });

  it('leaves linksetdbs out where there are no links, also of a record that does not exist', async () => {
    expect(await link('dbfrom=gene&db=mesh&id=7157&id=999999999')).toMatchObject({
      linksets: [
        { dbfrom: 'gene', ids: ['7157'] },
        { dbfrom: 'gene', ids: ['999999999'] },
      ],
    });
    expect((await get('elink.fcgi?retmode=json&dbfrom=gene&db=mesh&id=7157')).body).not.toContain('linksetdbs');
  });

  it('answers all names between two databases that have links when none is named', async () => {
    const { linksets } = await link('dbfrom=gene&db=nuccore&id=4747');
    expect(linksets[0]?.linksetdbs?.map(({ linkname }) => linkname)).toEqual([
      'gene_nuccore',
      'gene_nuccore_pos',
      'gene_nuccore_refseqgene',
      'gene_nuccore_refseqrna',
    ]);
  });

  it('takes the target from the link name when no database is named', async () => {
    const { linksets } = await link('dbfrom=pubmed&id=24349601&linkname=pubmed_pmc');
    expect(linksets[0]?.linksetdbs?.map(({ dbto }) => dbto)).toEqual(['pmc']);
  });

  it('answers nucleotide as nuccore and an accession by its number', async () => {
    const { linksets } = await link('dbfrom=nucleotide&db=gene&id=NC_000008.11,NM_UNKNOWN');
    expect(linksets).toEqual([
      {
        dbfrom: 'nuccore',
        ids: ['568815590'],
        linksetdbs: [{ dbto: 'gene', linkname: 'nuccore_gene', links: ['4747'] }],
      },
    ]);
  });

  it('scores related articles, the article itself first', async () => {
    const scored = (await links(
      'cmd=neighbor_score&dbfrom=pubmed&db=pubmed&id=2946935&linkname=pubmed_pubmed',
    )) as readonly { id: string; score: number }[];
    expect(scored[0]).toEqual({ id: '2946935', score: 2_147_483_647 });
    expect(scored.map(({ score }) => score)).toEqual(scored.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(await links('dbfrom=pubmed&db=pubmed&id=2946935&linkname=pubmed_pubmed')).toEqual(
      scored.map(({ id }) => id),
    );
  });

  it('sorts merged scored lists across sources with the sources at the head', async () => {
    const merged = (await links(
      'cmd=neighbor_score&dbfrom=pubmed&db=pubmed&id=2946935,12477932&linkname=pubmed_pubmed',
    )) as readonly { id: string; score: number }[];
    expect(merged.slice(0, 2).map(({ id }) => id)).toEqual(['2946935', '12477932']);
    expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
  });

  it('gives the source as score under a name that is not scored', async () => {
    const scored = (await links(
      'cmd=neighbor_score&dbfrom=gene&db=taxonomy&id=7157&linkname=gene_taxonomy',
    )) as readonly object[];
    expect(scored).toEqual([{ id: '9606', score: 7157 }]);
  });

  it('filters by term inside one database, in search order', async () => {
    const filtered = (await links(
      'dbfrom=pubmed&db=pubmed&id=2946935&linkname=pubmed_pubmed&term=cancer[ti]',
    )) as readonly string[];
    const all = (await links('dbfrom=pubmed&db=pubmed&id=2946935&linkname=pubmed_pubmed')) as readonly string[];
    expect(filtered.length).toBeGreaterThan(0);
    expect(filtered.length).toBeLessThan(all.length);
    expect(filtered).toEqual(filtered.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('refuses a command it lacks inside a link set without a source', async () => {
    const { status, body } = await get('elink.fcgi?dbfrom=pubmed&id=20203609&cmd=llinkslib');
    expect(status).toBe(200);
    expect(body).toContain('<LinkSet><ERROR>Exception:\nllinkslib command not supported</ERROR></LinkSet>');
    expect(body).not.toContain('DbFrom');
    expect((await get('elink.fcgi?dbfrom=pubmed&id=1&cmd=nonsense')).body).toContain('nonsense command not supported');
  });

  it('answers an error beside an empty list of link sets', async () => {
    expect(await link('dbfrom=fleegle&id=1')).toMatchObject({
      linksets: [],
      ERROR: 'Invalid db name specified: fleegle',
    });
    expect(await link('dbfrom=gene&db=pubmed')).toMatchObject({ linksets: [], ERROR: 'Empty id list - nothing todo' });
  });

  it('answers well-formed XML by default', async () => {
    const { body } = await get('elink.fcgi?dbfrom=gene&db=taxonomy&id=7157&id=999999999&cmd=neighbor_score');
    expect(() => new SaxesParser().write(body).close()).not.toThrow();
    expect(body.replaceAll(/\s+/g, '')).toContain(
      '<LinkSet><DbFrom>gene</DbFrom><IdList><Id>7157</Id></IdList><LinkSetDb><DbTo>taxonomy</DbTo><LinkName>gene_taxonomy</LinkName><Link><Id>9606</Id><Score>7157</Score></Link></LinkSetDb></LinkSet>' +
        '<LinkSet><DbFrom>gene</DbFrom><IdList><Id>999999999</Id></IdList></LinkSet></eLinkResult>',
    );
  });
});
