import { describe, expect, it } from 'vitest';

import { useSandbox } from '../sandbox-client.js';

interface Info {
  readonly einforesult: {
    readonly ERROR?: string;
    readonly dblist?: readonly string[];
    readonly dbinfo?: readonly {
      readonly dbname: string;
      readonly count: string;
      readonly fieldlist: readonly Readonly<Record<string, string>>[];
      readonly linklist: readonly Readonly<Record<string, string>>[];
    }[];
  };
}

describe('einfo', () => {
  const { get, json } = useSandbox();

  it('lists the databases beside an empty dbinfo', async () => {
    const { einforesult } = await json<Info>('einfo.fcgi?retmode=json');
    expect(einforesult.dbinfo).toEqual([]);
    expect(einforesult.dblist).toEqual(expect.arrayContaining(['pubmed', 'gene', 'nuccore', 'nucleotide', 'gtr']));
    expect(einforesult.dblist).toHaveLength(39);
  });

  it('describes a database in an array of one, all values being strings', async () => {
    const { einforesult } = await json<Info>('einfo.fcgi?db=gene&retmode=json');
    expect(einforesult.dbinfo).toHaveLength(1);
    const [gene] = einforesult.dbinfo ?? [];
    expect(gene).toMatchObject({ dbname: 'gene', count: '104' });
    expect(gene?.fieldlist[0]).toMatchObject({ name: 'ALL', fullname: 'All Fields', isdate: 'N', termcount: '' });
    expect(gene?.linklist).toContainEqual(expect.objectContaining({ name: 'gene_pubmed', dbto: 'pubmed' }));
    expect(gene?.linklist.flatMap(Object.values).every((value) => typeof value === 'string')).toBe(true);
  });

  it('answers nucleotide as nuccore', async () => {
    const { einforesult } = await json<Info>('einfo.fcgi?db=nucleotide&retmode=json');
    expect(einforesult.dbinfo?.[0]?.dbname).toBe('nuccore');
  });

  it('does not list links that only elink knows', async () => {
    const { einforesult } = await json<Info>('einfo.fcgi?db=pubmed&retmode=json');
    const names = einforesult.dbinfo?.[0]?.linklist.map(({ name }) => name);
    expect(names).toContain('pubmed_pubmed');
    expect(names).not.toContain('pubmed_pubmed_citedin');
  });

  it('names an unknown database in its error', async () => {
    const message = 'Can not retrieve DbInfo for db=fleegle';
    expect((await json<Info>('einfo.fcgi?db=fleegle&retmode=json')).einforesult).toEqual({ ERROR: message });
    expect((await get('einfo.fcgi?db=fleegle')).body).toContain(`<ERROR>${message}</ERROR>`);
  });

  it('answers XML by default, with two more flags in version 2.0', async () => {
    const plain = await get('einfo.fcgi?db=gene');
    expect(plain.body).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8" \?>\n<!DOCTYPE eInfoResult PUBLIC "-\/\/NLM\/\/DTD einfo 20190110\/\/EN"/,
    );
    expect(plain.body).toContain('<DbTo>pubmed</DbTo>');
    expect(plain.body).not.toContain('IsTruncatable');
    expect((await get('einfo.fcgi?db=gene&version=2.0')).body).toContain('<IsTruncatable>Y</IsTruncatable>');
  });
});
