import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { useSandbox } from '../sandbox-client.js';

type Summary = Readonly<Record<string, unknown>> & { readonly uid: string };
interface Summaries {
  readonly header: object;
  readonly result: { readonly uids: readonly string[] } & Readonly<Record<string, Summary>>;
}

describe('esummary', () => {
  const { get, json } = useSandbox();
  const summary = async (db: string, uid: string) =>
    (await json<Summaries>(`esummary.fcgi?db=${db}&id=${uid}&retmode=json`)).result[uid];

  it('has a gene as NCBI shapes it', async () => {
    expect(await summary('gene', '7157')).toMatchObject({
      uid: '7157',
      name: 'TP53',
      description: 'tumor protein p53',
      status: '',
      chromosome: '17',
      maplocation: '17p13.1',
      otheraliases: 'BCC7, BMFS5, LFS1, P53, TRP53',
      nomenclaturestatus: 'Official',
      organism: { scientificname: 'Homo sapiens', commonname: 'human', taxid: 9606 },
      genomicinfo: [],
    });
  });

  it('has an article as NCBI shapes it', async () => {
    expect(await summary('pubmed', '2946935')).toMatchObject({
      pubdate: '1986 May',
      epubdate: '',
      source: 'Mol Cell Biol',
      authors: [
        { name: 'Lamb P', authtype: 'Author', clusterid: '' },
        { name: 'Crawford L', authtype: 'Author', clusterid: '' },
      ],
      lastauthor: 'Crawford L',
      title: 'Characterization of the human p53 gene',
      volume: '6',
      articleids: [{ idtype: 'pubmed', idtypen: 1, value: '2946935' }],
      sortpubdate: '1986/05/01 00:00',
    });
  });

  it('writes a zero as an empty string in JSON and as 0 in XML', async () => {
    expect(await summary('taxonomy', '9606')).toMatchObject({ akataxid: '', taxid: 9606 });
    expect((await get('esummary.fcgi?db=taxonomy&id=9606&version=2.0')).body).toContain('<AkaTaxId>0</AkaTaxId>');
  });

  it('answers an accession under its number', async () => {
    const { result } = await json<Summaries>('esummary.fcgi?db=protein&id=NP_006149.2&retmode=json');
    expect(result.uids).toEqual(['105990539']);
    expect(result['105990539']).toMatchObject({ caption: 'NP_006149', oslt: { indexed: true, value: 'NP_006149.2' } });
  });

  it('keeps order and repeats of the request', async () => {
    const { result } = await json<Summaries>('esummary.fcgi?db=gene&id=7157,672,7157&retmode=json');
    expect(result.uids).toEqual(['7157', '672', '7157']);
  });

  it('puts an error into the entry of an unknown uid only', async () => {
    const { result } = await json<Summaries>('esummary.fcgi?db=gene&id=7157,999999999999&retmode=json');
    expect(result['999999999999']).toEqual({ uid: '999999999999', error: 'cannot get document summary' });
    expect(result['7157']?.name).toBe('TP53');
  });

  it('loses the whole answer to an identifier that is none, and says where it stood', async () => {
    expect(await json('esummary.fcgi?db=gene&id=7157,SAMN02604091&retmode=json')).toEqual({
      header: { type: 'esummary', version: '0.3' },
      error: 'Invalid uid SAMN02604091 at position= 5',
      result: { uids: [] },
    });
  });

  it('names every identifier that is none', async () => {
    expect(await json('esummary.fcgi?db=gene&id=SAMN02604091,7157,GCF_1&retmode=json')).toMatchObject({
      error: 'Invalid uid SAMN02604091 at position= 0; Invalid uid GCF_1 at position= 18',
      result: { uids: [] },
    });
  });

  it('refuses more than 500 ids in JSON without a result', async () => {
    const ids = (count: number): string => Array.from({ length: count }, (_, index) => index + 1).join(',');
    expect(await json(`esummary.fcgi?db=gene&id=${ids(501)}&retmode=json`)).toEqual({
      header: { type: 'esummary', version: '0.3' },
      error: 'Too many UIDs in request. Maximum number of UIDs is 500 for JSON format output.',
    });
    expect((await json<Summaries>(`esummary.fcgi?db=gene&id=${ids(500)}&retmode=json`)).result.uids).toHaveLength(500);
  });

  it('has nothing to do without ids, and no unknown database', async () => {
    expect(await json('esummary.fcgi?db=gene&retmode=json')).toMatchObject({
      esummaryresult: ['Empty id list - nothing todo'],
    });
    expect(await json('esummary.fcgi?db=fleegle&id=1&retmode=json')).toMatchObject({
      esummaryresult: ['Invalid db name specified: fleegle'],
    });
  });

  it('answers XML 1.0 by default, errors beside the good summaries', async () => {
    const { body } = await get('esummary.fcgi?db=taxonomy&id=9606,123456789');
    expect(body).toContain('PUBLIC "-//NLM//DTD esummary v1 20041029//EN"');
    expect(body).toContain('<DocSum>\n\t<Id>9606</Id>\n\t<Item Name="Status" Type="String">active</Item>');
    expect(body).toContain('<Item Name="TaxId" Type="Integer">9606</Item>');
    expect(body).toContain('<ERROR>cannot get document summary</ERROR>');
  });

  it('answers XML 2.0 to everybody where a database has no other', async () => {
    const { body } = await get('esummary.fcgi?db=protfam&id=9000000032');
    expect(body).toContain('<DispFamilyAcc>NF033103.1</DispFamilyAcc>');
    expect(body).toContain('<DocumentSummarySet');
  });

  it('answers XML 2.0 when asked, errors inside the summary', async () => {
    const { body } = await get('esummary.fcgi?db=gene&id=7157,123456789&version=2.0');
    expect(body).toContain('<DocumentSummarySet status="OK">');
    expect(body).toContain('<DocumentSummary uid="7157">\n\t<Name>TP53</Name>');
    expect(body).toContain('<DocumentSummary uid="123456789">\n<error>cannot get document summary</error>');
  });

  describe('for every database of the sample', () => {
    const graph = loadSampleGraph();
    const titles: Readonly<Record<string, string>> = {
      gene: 'name',
      taxonomy: 'scientificname',
      snp: 'snp_id',
      bioproject: 'project_title',
      assembly: 'assemblyname',
      structure: 'pdbdescr',
      gap: 'd_object_type',
      genome: 'organism_name',
      pcsubstance: 'synonymlist',
      proteinclusters: 'definition',
      protfam: 'dispfamilyacc',
      sra: 'expxml',
    };
    /** dbGaP has a member for each kind of record; of models of protein families, clients show one alone. */
    const FEWEST: Readonly<Record<string, number>> = { gap: 4, protfam: 2 };

    it.each(graph.databases)('%s has a title for each record and the same members in each', async (db) => {
      const uids = graph.uids(db);
      const chunks = Array.from({ length: Math.ceil(uids.length / 500) }, (_, index) =>
        uids.slice(index * 500, (index + 1) * 500),
      );
      const answers = await Promise.all(
        chunks.map((chunk) => json<Summaries>(`esummary.fcgi?db=${db}&retmode=json&id=${chunk.join(',')}`)),
      );
      const records = answers.flatMap(({ result }) => result.uids.map((uid) => result[uid]));
      // Only records under a UID of the sandbox's own have a member that says so.
      const membersOf = (record: object = {}) => Object.keys(record).filter((name) => name !== 'sandbox');
      const members = membersOf(records[0]);
      expect(members.length).toBeGreaterThanOrEqual(FEWEST[db] ?? 5);
      const odd = records.filter(
        (record) => membersOf(record).join() !== members.join() || !record?.[titles[db] ?? 'title'],
      );
      expect(odd).toEqual([]);
    });

    it.each(graph.databases)('%s has well-formed XML of both versions', async (db) => {
      const uids = graph.uids(db).slice(0, 100).join(',');
      for (const version of ['1.0', '2.0']) {
        const { body } = await get(`esummary.fcgi?db=${db}&id=${uids}&version=${version}`);
        const parser = new SaxesParser();
        expect(() => parser.write(body).close()).not.toThrow();
      }
    });
  });
});
