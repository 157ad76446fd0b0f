import { describe, expect, it } from 'vitest';

import { decodeSummaries, readSummaries, summaryRequest } from '../../../src/eutils/records/esummary.js';
import { summaryFields } from '../../../src/schema/summaries/summaries.js';
import { failureOf } from '../entrez-errors.js';

const set = (content: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE eSummaryResult PUBLIC "-//NLM//DTD esummary clinvar 20240101//EN" "https://example.org/esummary_clinvar.dtd">
<eSummaryResult><DocumentSummarySet status="OK"><DbBuild>Build1</DbBuild>${content}</DocumentSummarySet></eSummaryResult>`;
const summary = (uid: string, content: string) => `<DocumentSummary uid="${uid}">${content}</DocumentSummary>`;
const decode = (content: string, db = 'clinvar') => decodeSummaries(set(content), 'xml', db);

const VARIANT = `
	<obj_type>copy number gain</obj_type>
	<accession>VCV000000017</accession>
	<title>made &amp; up</title>
	<variation_set>
		<variation>
			<measure_id>15041</measure_id>
			<variation_xrefs><variation_xref><db_source>dbSNP</db_source><db_id>17</db_id></variation_xref></variation_xrefs>
			<aliases><alias>one</alias></aliases>
			<variation_loc>
				<assembly_set><status>current</status><chr>7</chr><start>100</start></assembly_set>
				<assembly_set><status>previous</status><chr>7</chr><start>90</start></assembly_set>
			</variation_loc>
			<allele_freq_set>
			</allele_freq_set>
		</variation>
	</variation_set>
	<supporting_submissions><scv><string>SCV1</string><string>SCV2</string></scv><rcv><string>RCV1</string></rcv></supporting_submissions>
	<germline_classification>
		<description>Pathogenic</description>
		<trait_set><trait><trait_name>a condition</trait_name><trait_xrefs></trait_xrefs></trait></trait_set>
	</germline_classification>
	<genes><gene><symbol>ABC1</symbol><GeneID>17</GeneID></gene></genes>
	<molecular_consequence_list><string>missense variant</string></molecular_consequence_list>
	<protein_change></protein_change>`;

describe('summaryRequest in XML', () => {
  it('differs from JSON in its form alone', () => {
    expect(summaryRequest({ db: 'clinvar', uids: ['17'] }, 'xml')).toEqual({
      utility: 'esummary',
      retmode: 'xml',
      params: [
        ['db', 'clinvar'],
        ['id', '17'],
        ['version', '2.0'],
        ['retmode', 'xml'],
      ],
      idCount: 1,
    });
  });
});

describe('decodeSummaries in XML', () => {
  it('gives the members that JSON has, lists also where there is one element or none', () => {
    expect(decode(summary('17', VARIANT)).get('17')).toEqual({
      uid: '17',
      obj_type: 'copy number gain',
      accession: 'VCV000000017',
      title: 'made & up',
      variation_set: [
        {
          measure_id: '15041',
          variation_xrefs: [{ db_source: 'dbSNP', db_id: '17' }],
          aliases: ['one'],
          variation_loc: [
            { status: 'current', chr: '7', start: '100' },
            { status: 'previous', chr: '7', start: '90' },
          ],
          allele_freq_set: [],
        },
      ],
      supporting_submissions: { scv: ['SCV1', 'SCV2'], rcv: ['RCV1'] },
      germline_classification: {
        description: 'Pathogenic',
        trait_set: [{ trait_name: 'a condition', trait_xrefs: [] }],
      },
      genes: [{ symbol: 'ABC1', geneid: '17' }],
      molecular_consequence_list: ['missense variant'],
      protein_change: '',
    });
  });

  it('reads so that the typed fields of the database read it as they read JSON', () => {
    const document = decode(summary('17', VARIANT)).get('17');
    const read = (name: string): unknown => summaryFields.clinvar?.[name]?.read(document as never);
    expect(read('accession')).toBe('VCV000000017');
    expect(read('molecularConsequences')).toEqual(['missense variant']);
    expect(read('genes')).toEqual([{ symbol: 'ABC1', geneid: '17' }]);
    expect(read('proteinChanges')).toEqual([]);
  });

  it('writes numbers where JSON has them, and texts where it has none', () => {
    const gene = '<TaxID>9606</TaxID><GeneWeight></GeneWeight><Status>0</Status><Chromosome>17</Chromosome>';
    expect(decode(summary('7157', gene), 'gene').get('7157')).toEqual({
      uid: '7157',
      taxid: 9606,
      geneweight: '',
      status: 0,
      chromosome: '17',
    });
    expect(decode(summary('1', '<TaxID>9606</TaxID>'), 'biosample').get('1')).toEqual({ uid: '1', taxid: '9606' });
    expect(decode(summary('1', '<TaxID>99999999999999999999</TaxID>'), 'gene').get('1')).toMatchObject({
      taxid: '99999999999999999999',
    });
  });

  it('keeps a text with attributes as JSON does, and tells lists it has no DTD of by their look', () => {
    const content =
      '<SemanticType tui="T1">Disease</SemanticType><Widgets><Widget><A>1</A></Widget></Widgets><Pair><X>1</X><Y>2</Y></Pair><Z>1</Z><Z>2</Z>';
    expect(decode(summary('5', content), 'medgen').get('5')).toEqual({
      uid: '5',
      semantictype: { tui: 'T1', value: 'Disease' },
      widgets: [{ a: '1' }],
      pair: { x: '1', y: '2' },
      z: ['1', '2'],
    });
  });

  it('an unknown record fails alone, in order', () => {
    const body =
      summary('20', '<a>1</a>') + summary('3', '<error>cannot get document summary</error>') + summary('1', '<a/>');
    const documents = decode(body);
    expect([...documents.keys()]).toEqual(['20', '3', '1']);
    expect(documents.get('3')).toMatchObject({ code: 'UNKNOWN_ID', details: { uids: ['3'] } });
  });

  it('a member cannot change the uid of its record or the object it stands in', () => {
    expect(decode(summary('7157', '<uid>672</uid>')).get('7157')).toMatchObject({ code: 'MALFORMED_RESPONSE' });
    expect(decode(summary('1', '<__proto__><a>1</a></__proto__>')).get('1')).not.toHaveProperty('a');
  });

  it.each([
    ['<eSummaryResult><ERROR>NCBI C++ Exception: x</ERROR></eSummaryResult>', 'UPSTREAM_UNAVAILABLE'],
    [
      '<eSummaryResult><ERROR>Invalid uid A at position= 0</ERROR><ERROR>Invalid uid B at position= 2</ERROR></eSummaryResult>',
      'UNKNOWN_ID',
    ],
    [set('<!-- DocSum Backend failed -->'), 'UPSTREAM_UNAVAILABLE'],
    [set('<ERROR>timeout</ERROR>'), 'UPSTREAM_UNAVAILABLE'],
    ['<eSummaryResult><DocSum><Id>1</Id></DocSum></eSummaryResult>', 'MALFORMED_RESPONSE'],
    ['<eLinkResult/>', 'MALFORMED_RESPONSE'],
    [set(summary('1', '<a>')), 'MALFORMED_RESPONSE'],
    [set(summary('1', '<a>'.repeat(300) + '</a>'.repeat(300))), 'MALFORMED_RESPONSE'],
    ['{"result":{}}', 'MALFORMED_RESPONSE'],
  ])('%s is %s', (body, code) => {
    expect(failureOf(() => decodeSummaries(body, 'xml', 'gene')).code).toBe(code);
  });

  it('names every refused uid', () => {
    const body =
      '<eSummaryResult><ERROR>Invalid uid A at position= 0</ERROR><ERROR>Invalid uid B at position= 2</ERROR></eSummaryResult>';
    expect(failureOf(() => decodeSummaries(body, 'xml', 'gene')).details.uids).toEqual(['A', 'B']);
  });

  it('reads a record of megabytes with pauses, to the same members', async () => {
    const alias = Array.from({ length: 40_000 }, (_, i) => `<alias>😀 name ${i}</alias>`).join('\n');
    const body = set(
      summary('17', `<variation_set><variation><aliases>${alias}</aliases></variation></variation_set>`),
    );
    const reading = readSummaries(body, 'xml', 'clinvar');
    expect(reading).toBeInstanceOf(Promise);
    expect(await reading).toEqual(decodeSummaries(body, 'xml', 'clinvar'));
  });
});
