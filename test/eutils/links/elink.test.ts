import { describe, expect, it } from 'vitest';

import { decodeLinkSets, linksRequest } from '../../../src/eutils/links/elink.js';
import { filterKey } from '../../../src/eutils/links/link-filter.js';
import { failureOf } from '../entrez-errors.js';

const json = (linksets: unknown, beside: object = {}) =>
  JSON.stringify({ header: { type: 'elink', version: '0.3' }, linksets, ...beside });
const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE eLinkResult PUBLIC "-//NLM//DTD elink 20101123//EN" "https://example.org/elink.dtd">
<eLinkResult>
${content}
</eLinkResult>
`;
/** A link set of gene 1 with this inside its one link name. */
const geneOmim = (content: string) =>
  xml(`<LinkSet><DbFrom>gene</DbFrom><IdList><Id>1</Id></IdList>
    <LinkSetDb><DbTo>omim</DbTo><LinkName>gene_omim</LinkName>${content}</LinkSetDb></LinkSet>`);
const OUTAGE = "Couldn't resolve #exLinkSrv2, the address table is empty.";

describe('linksRequest', () => {
  const question = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', uids: ['7157', '672'], scored: false };

  it('repeats id= for each source, in the order asked', () => {
    expect(linksRequest(question, 'json')).toEqual({
      utility: 'elink',
      retmode: 'json',
      params: [
        ['dbfrom', 'gene'],
        ['db', 'pubmed'],
        ['cmd', 'neighbor'],
        ['linkname', 'gene_pubmed'],
        ['retmode', 'json'],
        ['id', '7157'],
        ['id', '672'],
      ],
      idCount: 2,
    });
  });

  it('asks for scores only when they are wanted', () => {
    expect(linksRequest({ ...question, scored: true }, 'xml').params).toContainEqual(['cmd', 'neighbor_score']);
  });

  it('asks under every name between two databases where none is given', () => {
    const { linkName: _any, ...pair } = question;
    expect(linksRequest(pair, 'json').params).toEqual([
      ['dbfrom', 'gene'],
      ['db', 'pubmed'],
      ['cmd', 'neighbor'],
      ['retmode', 'json'],
      ['id', '7157'],
      ['id', '672'],
    ]);
  });

  it('passes a filter on, and nothing where nothing is asked of it', () => {
    const filter = { term: 'cancer', dateType: 'pdat', minDate: '1995', maxDate: '2000/12', relDate: 7 };
    expect(linksRequest({ ...question, filter }, 'json').params).toEqual([
      ['dbfrom', 'gene'],
      ['db', 'pubmed'],
      ['cmd', 'neighbor'],
      ['linkname', 'gene_pubmed'],
      ['term', 'cancer'],
      ['datetype', 'pdat'],
      ['mindate', '1995'],
      ['maxdate', '2000/12'],
      ['reldate', '7'],
      ['retmode', 'json'],
      ['id', '7157'],
      ['id', '672'],
    ]);
    expect(linksRequest({ ...question, filter: { term: undefined } }, 'json')).toEqual(linksRequest(question, 'json'));
  });

  it('names the form it asks in', () => {
    expect(linksRequest(question, 'xml')).toMatchObject({ retmode: 'xml' });
    expect(linksRequest(question, 'xml').params).toContainEqual(['retmode', 'xml']);
  });
});

describe('filterKey', () => {
  it('is equal for equal filters only, and empty for none', () => {
    expect(filterKey({ minDate: '2000', term: 'a' })).toBe(filterKey({ term: 'a', minDate: '2000' }));
    expect(filterKey({ minDate: '2000' })).not.toBe(filterKey({ maxDate: '2000' }));
    expect([filterKey(), filterKey({}), filterKey({ term: undefined })]).toEqual(['', '', '']);
  });
});

describe('decodeLinkSets in JSON', () => {
  it('reads a set for each repeated id', () => {
    const body = json([
      { dbfrom: 'gene', ids: ['11'], linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links: ['3', '2'] }] },
      { dbfrom: 'gene', ids: ['12'], linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links: ['9'] }] },
    ]);
    expect(decodeLinkSets(body, 'json')).toEqual([
      { from: 'gene', ids: ['11'], linkSetDbs: [{ to: 'pubmed', linkName: 'gene_pubmed', uids: ['3', '2'] }] },
      { from: 'gene', ids: ['12'], linkSetDbs: [{ to: 'pubmed', linkName: 'gene_pubmed', uids: ['9'] }] },
    ]);
  });

  it('a missing linksetdbs means no links', () => {
    expect(decodeLinkSets(json([{ dbfrom: 'sra', ids: ['5'] }]), 'json')).toEqual([
      { from: 'sra', ids: ['5'], linkSetDbs: [] },
    ]);
  });

  it('reads links with scores', () => {
    const links = [
      { id: '21', score: 90 },
      { id: '22', score: '80' },
    ];
    const body = json([
      { dbfrom: 'pubmed', ids: ['2'], linksetdbs: [{ dbto: 'pubmed', linkname: 'pubmed_pubmed', links }] },
    ]);
    expect(decodeLinkSets(body, 'json')[0]?.linkSetDbs).toEqual([
      { to: 'pubmed', linkName: 'pubmed_pubmed', uids: ['21', '22'], scores: [90, 80] },
    ]);
  });

  it('leaves all scores out when one is missing', () => {
    const links = [{ id: '21', score: 90 }, { id: '22' }];
    const body = json([{ dbfrom: 'pubmed', ids: ['2'], linksetdbs: [{ dbto: 'pubmed', linkname: 'n', links }] }]);
    expect(decodeLinkSets(body, 'json')[0]?.linkSetDbs).toEqual([{ to: 'pubmed', linkName: 'n', uids: ['21', '22'] }]);
  });

  it('reads ids and links written as numbers', () => {
    const body = json([
      { dbfrom: 'gene', ids: [11], linksetdbs: [{ dbto: 'pubmed', linkname: 'n', links: [3, '4'] }] },
    ]);
    expect(decodeLinkSets(body, 'json')).toEqual([
      { from: 'gene', ids: ['11'], linkSetDbs: [{ to: 'pubmed', linkName: 'n', uids: ['3', '4'] }] },
    ]);
  });

  it.each([
    ['ERROR', { ERROR: OUTAGE }],
    ['error', { error: OUTAGE }],
    ['ERRORS', { ERRORS: ['Something', OUTAGE] }],
  ])('a top-level %s is an error, though there are sets beside it', (_, beside) => {
    const set = { dbfrom: 'gene', ids: ['11'] };
    expect(failureOf(() => decodeLinkSets(json([set], beside), 'json'))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      retryable: true,
    });
  });

  it('reads the error out of JSON that raw line ends make invalid', () => {
    const body =
      '{"header":{},"linksets":[],"ERROR":"NCBI C++ Exception:\n    Error: TXCLIENT(CException::eUnknown), peer: 192.0.2.86:8064\n"}';
    const failure = failureOf(() => decodeLinkSets(body, 'json'));
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(failure.message).not.toContain('192.0.2');
  });

  it('an error without words is an error', () => {
    expect(failureOf(() => decodeLinkSets(json([], { ERROR: '' }), 'json')).code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('an error inside a set stays with its set', () => {
    const good = { dbfrom: 'gene', ids: ['11'], linksetdbs: [{ dbto: 'pubmed', linkname: 'n', links: ['3'] }] };
    const [first, second, third] = decodeLinkSets(
      json([
        { dbfrom: 'gene', ids: ['10'], ERROR: OUTAGE },
        good,
        { dbfrom: 'gene', ids: ['12'], linksetdbs: [{ dbto: 'pubmed', linkname: 'n', ERROR: OUTAGE }] },
      ]),
      'json',
    );
    expect(first).toMatchObject({ ids: ['10'], error: { code: 'UPSTREAM_UNAVAILABLE' } });
    expect(second).toEqual({ from: 'gene', ids: ['11'], linkSetDbs: [{ to: 'pubmed', linkName: 'n', uids: ['3'] }] });
    expect(third).toMatchObject({ ids: ['12'], linkSetDbs: [], error: { code: 'UPSTREAM_UNAVAILABLE' } });
  });

  it('an answer in XML is searched for its error', () => {
    expect(failureOf(() => decodeLinkSets(xml(`<ERROR>${OUTAGE}</ERROR>`), 'json')).code).toBe('UPSTREAM_UNAVAILABLE');
    expect(failureOf(() => decodeLinkSets(xml('<LinkSet/>'), 'json')).code).toBe('MALFORMED_RESPONSE');
  });

  it.each([
    ['no object', '[]'],
    ['no link sets', '{"header":{}}'],
    ['link sets that are no list', json({})],
    ['a set that is no object', json(['1'])],
    ['ids that are no list', json([{ dbfrom: 'gene', ids: '11' }])],
    ['no links under a link name', json([{ ids: ['1'], linksetdbs: [{ dbto: 'gene', linkname: 'n' }] }])],
    ['no link name', json([{ ids: ['1'], linksetdbs: [{ dbto: 'gene', links: [] }] }])],
    ['a link that is no uid', json([{ ids: ['1'], linksetdbs: [{ dbto: 'gene', linkname: 'n', links: ['x'] }] }])],
    [
      'a link without an id',
      json([{ ids: ['1'], linksetdbs: [{ dbto: 'gene', linkname: 'n', links: [{ score: 1 }] }] }]),
    ],
    [
      'a score that is no number',
      json([{ ids: ['1'], linksetdbs: [{ dbto: 'gene', linkname: 'n', links: [{ id: '2', score: 'high' }] }] }]),
    ],
  ])('%s: malformed and worth another try', (_, body) => {
    expect(failureOf(() => decodeLinkSets(body, 'json'))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
    });
  });
});

describe('decodeLinkSets in XML', () => {
  it('reads sets, links and scores', () => {
    const body = xml(`<LinkSet>
	<DbFrom>protein</DbFrom>
	<IdList><Id>15</Id></IdList>
	<LinkSetDb>
		<DbTo>protein</DbTo>
		<LinkName>protein_protein</LinkName>
		<Link><Id>15</Id><Score>2147483647</Score></Link>

		<Link><Id> 16 </Id><Score>381</Score></Link>
	</LinkSetDb>
	<LinkSetDb><DbTo>gene</DbTo><LinkName>protein_gene</LinkName><Link><Id>3</Id></Link></LinkSetDb>
</LinkSet>
<LinkSet><DbFrom>protein</DbFrom><IdList><Id>17</Id></IdList></LinkSet>`);
    expect(decodeLinkSets(body, 'xml')).toEqual([
      {
        from: 'protein',
        ids: ['15'],
        linkSetDbs: [
          { to: 'protein', linkName: 'protein_protein', uids: ['15', '16'], scores: [2147483647, 381] },
          { to: 'gene', linkName: 'protein_gene', uids: ['3'] },
        ],
      },
      { from: 'protein', ids: ['17'], linkSetDbs: [] },
    ]);
  });

  it('the old "Empty result" means no links, other words are a failure', () => {
    expect(decodeLinkSets(geneOmim('<Info>Empty result</Info>'), 'xml')).toEqual([
      { from: 'gene', ids: ['1'], linkSetDbs: [{ to: 'omim', linkName: 'gene_omim', uids: [] }] },
    ]);
    expect(decodeLinkSets(geneOmim('<Info>timeout</Info>'), 'xml')[0]?.error?.code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('an ERROR below the root is an error of the whole answer', () => {
    expect(failureOf(() => decodeLinkSets(xml(`<ERROR>${OUTAGE}</ERROR><LinkSet/>`), 'xml'))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      retryable: true,
    });
  });

  it('an ERROR inside a set stays with its set, even when the set says nothing else', () => {
    const [refused, good] = decodeLinkSets(
      xml(`<LinkSet><ERROR>Exception:\nfrobnicate command not supported</ERROR></LinkSet>
        <LinkSet><DbFrom>gene</DbFrom><IdList><Id>1</Id></IdList></LinkSet>`),
      'xml',
    );
    expect(refused).toMatchObject({ from: '', ids: [], linkSetDbs: [], error: { code: 'UNSUPPORTED_COMMAND' } });
    expect(good).toEqual({ from: 'gene', ids: ['1'], linkSetDbs: [] });
  });

  it('an ERROR inside a link name is an error of its set', () => {
    const body = geneOmim('<ERROR>DocSum Backend failed</ERROR>');
    expect(decodeLinkSets(body, 'xml')).toMatchObject([{ ids: ['1'], linkSetDbs: [], error: { retryable: true } }]);
  });

  it.each([
    ['a prolog alone', '<?xml version="1.0" encoding="UTF-8" ?>\n'],
    ['another document', '<eSummaryResult/>'],
    ['a document that is cut off', xml('<LinkSet>').slice(0, -20)],
    [
      'a link without an id',
      xml('<LinkSet><LinkSetDb><DbTo>a</DbTo><LinkName>n</LinkName><Link/></LinkSetDb></LinkSet>'),
    ],
    ['a blank id', xml('<LinkSet><IdList><Id/></IdList></LinkSet>')],
    ['an id that is put together', xml('<LinkSet><IdList><Id>1<b>2</b></Id></IdList></LinkSet>')],
    [
      'a link that is put together: it would be another record',
      xml(
        '<LinkSet><LinkSetDb><DbTo>a</DbTo><LinkName>n</LinkName><Link><Id>5<b>6</b></Id></Link></LinkSetDb></LinkSet>',
      ),
    ],
    ['JSON', '{"linksets":[]}'],
  ])('%s: malformed and worth another try', (_, body) => {
    expect(failureOf(() => decodeLinkSets(body, 'xml'))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });
});
