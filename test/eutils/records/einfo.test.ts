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

  it.each([info({ dbinfo: [] }), info({ dblist: [1, null] }), '{"einforesult":[]}', '{}'])(
    '%s is malformed',
    (body) => {
      expect(failureOf(() => decodeDatabaseList(body))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
    },
  );
});

describe('decodeDatabaseInfo', () => {
  it('counts records beyond the range of other numbers', () => {
    const body = '{"einforesult":{"dbinfo":[{"dbname":"gene","count":"5000000000"}]}}';
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
    expect(decodeDatabaseInfo(info({ dbinfo: [{ dbname: 'x', count: 0 }] }), 'x')).toEqual({
      name: 'x',
      menuName: '',
      description: '',
      count: 0,
      links: [],
      fields: [],
    });
  });

  it('an unknown database is the caller’s to mend', () => {
    expect(
      failureOf(() => decodeDatabaseInfo(info({ ERROR: 'Can not retrieve DbInfo for db=fleegle' }), 'fleegle')),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      retryable: false,
    });
  });

  it.each([
    info({ dbinfo: [] }),
    info({ dbinfo: { dbname: 'x' } }),
    info({ dbinfo: [{ dbname: 'x' }] }),
    info({ dbinfo: [{ dbname: 'x', count: '1', linklist: [{ name: 'l' }] }] }),
  ])('%s is malformed', (body) => {
    expect(failureOf(() => decodeDatabaseInfo(body, 'x')).code).toBe('MALFORMED_RESPONSE');
  });
});
