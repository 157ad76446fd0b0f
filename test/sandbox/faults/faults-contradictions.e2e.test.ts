import { afterEach, describe, expect, it } from 'vitest';

import { parseFaults } from '../../../src/sandbox/faults/parse-faults.js';
import { useSandbox } from '../sandbox-client.js';

describe('answers that contradict themselves or the request', () => {
  const { sandbox, get } = useSandbox();
  afterEach(() => {
    sandbox().faults.set([]);
  });

  async function struck(faults: string, path: string): Promise<string> {
    sandbox().faults.set(parseFaults(faults));
    return (await get(path)).body;
  }
  const SEARCH = 'esearch.fcgi?db=gene&term=TP53[sym]&retmode=json';
  const LINKS = 'elink.fcgi?dbfrom=gene&db=omim&linkname=gene_omim&id=7157&retmode=json';

  it.each([
    ['no-hits-listed', { count: '1', idlist: [] }],
    ['uncounted-hits', { count: '0', idlist: ['1'] }],
    ['wrong-page', { retstart: '1', idlist: ['7157'] }],
  ])('%s changes the search', async (fault, expected) => {
    expect(JSON.parse(await struck(fault, SEARCH))).toMatchObject({ esearchresult: expected });
  });

  it('too-many-hits lists more than the page may have', async () => {
    const { esearchresult } = JSON.parse(await struck('too-many-hits', `${SEARCH}&retmax=2`)) as {
      esearchresult: { idlist: readonly string[] };
    };
    expect(esearchresult.idlist.length).toBeGreaterThan(2);
  });

  it.each([
    ['other-link-name', '"linkname":"gene_omim_other"'],
    ['other-target', '"dbto":"mesh"'],
    ['rounded-ids', '"links":[12345678901234567890]'],
    ['ids-as-words', '"links":["NP_000537","-1","1.5"]'],
  ])('%s changes the links of the right record', async (fault, expected) => {
    const body = await struck(fault, LINKS);
    expect(body).toContain('"ids":["7157"]');
    expect(body).toContain(expected);
  });

  it('wrong-summary puts another uid into the summary under the right one', async () => {
    expect(JSON.parse(await struck('wrong-summary', 'esummary.fcgi?db=gene&id=7157&retmode=json'))).toMatchObject({
      result: { uids: ['7157'], '7157': { uid: '71579', name: 'TP53' } },
    });
  });

  it('deep-nesting nests far deeper than any answer', async () => {
    expect(await struck('deep-nesting', LINKS)).toContain('['.repeat(100_000));
  });

  it('json-bound refuses summaries by the size of their XML, in JSON only', async () => {
    const summaries = 'esummary.fcgi?db=gene&id=7157';
    const refusal = await struck('json-bound', `${summaries}&retmode=json`);
    expect(refusal).toMatch(
      /^\{"header":\{"type":"eutils","version":"0.3"\},"eutilsresult":\{"ERROR":"\nInput XML size is \d+ bytes, and cannot be transformed to JSON. the max size is 10MB"\}\}\n$/,
    );
    expect(await struck('json-bound', `${summaries}&version=2.0&retmode=xml`)).toContain('<Name>TP53</Name>');
  });

  it('latin-1 declares the charset it uses', async () => {
    const { headers, body } = await (async () => {
      sandbox().faults.set(parseFaults('latin-1'));
      return get('esummary.fcgi?db=gene&id=7157&version=2.0');
    })();
    expect(headers.get('content-type')).toBe('text/xml; charset=ISO-8859-1');
    expect(body).toContain('encoding="ISO-8859-1"');
  });

  it("unroutable sends the sentence of NCBI's gateway", async () => {
    expect(await struck('unroutable', SEARCH)).toContain(
      'Unable to route request! service name: /http/service/ratecontrol',
    );
  });

  it('escaped-page sends a page twice escaped in XML', async () => {
    expect(await struck('escaped-page', 'efetch.fcgi?db=pubmed&id=1')).toContain('&amp;lt;!DOCTYPE html');
  });

  it('padded keeps the answer true', async () => {
    const honest = (await get(LINKS)).body;
    const body = await struck('padded', LINKS);
    expect(body.length).toBeGreaterThan(8 * 1024 * 1024);
    expect(JSON.parse(body)).toEqual(JSON.parse(honest));
  });
});
