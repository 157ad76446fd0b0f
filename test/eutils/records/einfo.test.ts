import { describe, expect, it } from 'vitest';

import { decodeDatabaseInfo, decodeDatabaseList, infoRequest } from '../../../src/eutils/records/einfo.js';
import { failureOf } from '../entrez-errors.js';

const info = (result: unknown) => JSON.stringify({ header: { type: 'einfo', version: '0.3' }, einforesult: result });

describe('infoRequest', () => {
  it('asks about one database', () => {
    expect(infoRequest('gene')).toEqual({
      utility: 'einfo',
      retmode: 'json',
      params: [
        ['db', 'gene'],
        ['version', '2.0'],
        ['retmode', 'json'],
      ],
      idCount: 0,
    });
  });

  it('asks for the list of all when none is named', () => {
    expect(infoRequest().params).toEqual([
      ['version', '2.0'],
      ['retmode', 'json'],
    ]);
  });
});

describe('decodeDatabaseList', () => {
  it('gives the names in order', () => {
    expect(decodeDatabaseList(info({ dblist: ['pubmed', 'gene'], dbinfo: [] }))).toEqual(['pubmed', 'gene']);
  });

  it.each([
    info({ dbinfo: [] }),
    info({ dblist: [1, null] }),
    info({ dblist: [1, 2] }),
    info({ dblist: ['internal error'] }),
    info({ dblist: ['<b>pubmed</b>'] }),
    '{"einforesult":[]}',
    '{}',
  ])('%s is malformed', (body) => {
    expect(failureOf(() => decodeDatabaseList(body))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });
});

describe('decodeDatabaseInfo', () => {
  it('counts records beyond the range of other numbers', () => {
    const body = '{"einforesult":{"dbinfo":[{"dbname":"gene","count":"5000000000","linklist":[],"fieldlist":[]}]}}';
    expect(decodeDatabaseInfo(body, 'gene').count).toBe(5_000_000_000);
  });

  const field = {
    name: 'ALL',
    fullname: 'All Fields',
    description: 'All terms',
    termcount: '',
    isdate: 'N',
    isnumerical: 'N',
    singletoken: 'Y',
    hierarchy: 'N',
    ishidden: 'Y',
  };
  const gene = {
    dbname: 'gene',
    menuname: 'Gene',
    description: 'Gene database',
    dbbuild: 'Build1',
    count: '123',
    lastupdate: '2025/06/25 07:12',
    fieldlist: [field, { ...field, name: 'UID', termcount: '17' }],
    linklist: [{ name: 'gene_pubmed', menu: 'PubMed Links', description: 'Papers', dbto: 'pubmed' }],
  };

  it('reads the one element of dbinfo', () => {
    const all = {
      name: 'ALL',
      fullName: 'All Fields',
      description: 'All terms',
      isDate: false,
      isNumerical: false,
      singleToken: true,
      hierarchy: false,
      hidden: true,
    };
    expect(decodeDatabaseInfo(info({ dbinfo: [gene] }), 'gene')).toEqual({
      name: 'gene',
      menuName: 'Gene',
      description: 'Gene database',
      build: 'Build1',
      count: 123,
      lastUpdate: '2025/06/25 07:12',
      links: [{ name: 'gene_pubmed', menu: 'PubMed Links', description: 'Papers', to: 'pubmed' }],
      fields: [all, { ...all, name: 'UID', termCount: 17 }],
    });
  });

  it('a database without links, build and date is described all the same', () => {
    expect(decodeDatabaseInfo(info({ dbinfo: [{ dbname: 'x', count: 0, linklist: [], fieldlist: [] }] }), 'x')).toEqual(
      {
        name: 'x',
        menuName: '',
        description: '',
        count: 0,
        links: [],
        fields: [],
      },
    );
  });

  it('an unknown database is the caller’s to mend', () => {
    expect(
      failureOf(() => decodeDatabaseInfo(info({ ERROR: 'Can not retrieve DbInfo for db=fleegle' }), 'fleegle')),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      retryable: false,
    });
  });

  it('is malformed without its one element', () => {
    for (const dbinfo of [[], gene, [gene, gene], [{ dbname: 'gene' }], null]) {
      expect(failureOf(() => decodeDatabaseInfo(info({ dbinfo }), 'gene')).code).toBe('MALFORMED_RESPONSE');
    }
  });

  const [link] = gene.linklist;
  it.each([
    ['no list of links: it would pass for a database without any', { linklist: undefined }],
    ['no list of fields', { fieldlist: undefined }],
    ['null in place of links', { linklist: null }],
    ['a list under a name in other letters', { linklist: undefined, linkList: [link] }],
    ['a link without a target', { linklist: [{ name: 'gene_pubmed' }] }],
    ['a sentence in place of a link name', { linklist: [{ ...link, name: 'internal error' }] }],
    ['markup in place of a target', { linklist: [{ ...link, dbto: '<b>pubmed</b>' }] }],
    ['one link name twice', { linklist: [link, { ...link, dbto: 'protein' }] }],
    ['one field twice', { fieldlist: [field, { ...field, isdate: 'Y' }] }],
    ['a field that does not say what it is', { fieldlist: [{ ...field, isdate: undefined }] }],
    ['a flag in other letters', { fieldlist: [{ ...field, ishidden: 'y' }] }],
    ['a flag that is no text', { fieldlist: [{ ...field, hierarchy: true }] }],
    ['a number of terms that is none', { fieldlist: [{ ...field, termcount: '1e6' }] }],
    ['a number of terms below zero', { fieldlist: [{ ...field, termcount: '-1' }] }],
    ['a count that is not exact', { count: '9007199254740993' }],
    ['half a record', { count: 1.5 }],
  ])('is malformed with %s', (_, part) => {
    expect(failureOf(() => decodeDatabaseInfo(info({ dbinfo: [{ ...gene, ...part }] }), 'gene'))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
    });
  });
});
