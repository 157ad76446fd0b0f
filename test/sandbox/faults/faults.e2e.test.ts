import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, it } from 'vitest';

import { FAULT_NAMES, type FaultName, FAULTS } from '../../../src/sandbox/faults/faults.js';
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

const LINKS = 'elink.fcgi?dbfrom=gene&db=omim&linkname=gene_omim&id=7157&id=672';
const LINKS_JSON = `${LINKS}&retmode=json`;
const SUMMARIES = 'esummary.fcgi?db=gene&id=7157,672&version=2.0';
const SEARCH = 'esearch.fcgi?db=gene&term=TP53&retmode=json';
const PROLOG = /^<\?xml version="1.0" encoding="UTF-8" \?>\n<!DOCTYPE \w+ PUBLIC "[^"]+" "[^"]+">\n/;

describe('the body of an answer', () => {
  it('in-body-error has the sentence where each program puts it, raw line ends in JSON', async () => {
    const sentence = /NCBI C\+\+ Exception:\n +Error: TXCLIENT.+Read failed: EOF.+peer: 192\.0\.2\.10:8064\n/;
    const inJson = (before: string, after: string): RegExp =>
      new RegExp(`^\\{"header":\\{[^}]*\\},${before}${sentence.source}${after}\\n$`);
    const expected: readonly (readonly [path: string, status: number, body: RegExp])[] = [
      [LINKS_JSON, 200, inJson('"linksets":\\[\\],"ERROR":"', '"\\}')],
      [SEARCH, 200, inJson('"esearchresult":\\{"ERROR":"', '"\\}\\}')],
      [`${SUMMARIES}&retmode=json`, 200, inJson('"error":"', '"\\}')],
      ['einfo.fcgi?retmode=json', 200, inJson('"einforesult":\\{"ERROR":"', '"\\}\\}')],
      [LINKS, 200, /<eLinkResult>\s*<ERROR>NCBI C\+\+ Exception:\n/],
      [SUMMARIES, 200, /<eSummaryResult>\s*<ERROR>NCBI C\+\+ Exception:\n/],
      ['epost.fcgi?db=gene&id=7157', 200, /<ePostResult>\s*<ERROR>NCBI C\+\+ Exception:\n/],
      ['espell.fcgi?term=p53', 200, /<eSpellResult>\s*<ERROR>NCBI C\+\+ Exception:\n/],
      ['efetch.fcgi?db=pubmed&id=21900406', 400, /<eFetchResult>\s*<ERROR>NCBI C\+\+ Exception:\n/],
    ];
    for (const [path, status, body] of expected) {
      const reply = await getWith('in-body-error', path);
      expect([path, reply.status]).toEqual([path, status]);
      expect(reply.body).toMatch(body);
    }
    const { body } = await getWith('in-body-error', LINKS_JSON);
    expect(() => JSON.parse(body)).toThrow('control character');
  });

  it('dead names the back end that cannot be found', async () => {
    const link = await getWith('dead', LINKS_JSON);
    expect(JSON.parse(link.body)).toMatchObject({
      linksets: [],
      ERROR: "Couldn't resolve #exLinkSrv2, the address table is empty.",
    });
    expect((await getWith('dead', 'esearch.fcgi?db=taxonomy&term=cat')).body).toContain(
      '<ERROR>Search Backend failed: Unable to open connection to #PMQuerySrv?dbaf=taxonomy</ERROR>',
    );
  });

  it('poison breaks the calls that name the record, and no others', async () => {
    const isBroken = async (path: string): Promise<boolean> =>
      (await getWith('poison:gene/672', path)).body.includes('TXCLIENT');
    expect(await isBroken(LINKS_JSON)).toBe(true);
    expect(await isBroken(SUMMARIES)).toBe(true);
    expect(await isBroken('elink.fcgi?dbfrom=gene&db=omim&id=7157')).toBe(false);
    expect(await isBroken('elink.fcgi?dbfrom=pubmed&db=gene&id=672')).toBe(false);
  });

  it.each(['', '&retmode=json'])('bad-part spoils the first link set and leaves the others (%s)', async (form) => {
    const honest = await get(LINKS + form);
    const { body } = await getWith('bad-part', LINKS + form);
    if (form === '') {
      const [first = '', second] = body.split(/(?<=<\/LinkSet>)/);
      expect(first).toMatch(/<IdList>\s*<Id>7157<\/Id>\s*<\/IdList>\s*<ERROR>NCBI C\+\+[^<]+<\/ERROR>\s*<\/LinkSet>$/);
      expect(second).toBe(honest.body.split(/(?<=<\/LinkSet>)/)[1]);
    } else {
      const { linksets } = JSON.parse(body);
      expect(linksets[0]).toEqual({ dbfrom: 'gene', ids: ['7157'], ERROR: expect.stringContaining('TXCLIENT') });
      expect(linksets[1]).toEqual(JSON.parse(honest.body).linksets[1]);
    }
  });

  it('refused-command stands in a link set without a database', async () => {
    expect((await getWith('refused-command', `${LINKS}&cmd=acheck`)).body).toBe(
      '<eLinkResult><LinkSet><ERROR>Exception:\nacheck command not supported</ERROR></LinkSet></eLinkResult>\n',
    );
  });

  it('lost-ids is said in the words of each program', async () => {
    expect(JSON.parse((await getWith('lost-ids', LINKS_JSON)).body)).toMatchObject({
      ERROR: 'Empty id list - nothing todo',
    });
    expect(JSON.parse((await getWith('lost-ids', `${SUMMARIES}&retmode=json`)).body)).toMatchObject({
      esummaryresult: ['Empty id list - nothing todo'],
    });
    expect((await getWith('lost-ids', 'epost.fcgi?db=gene&id=7157')).body).toContain(
      '<ERROR>Empty ID list; Nothing to store</ERROR>',
    );
    const { status, body } = await getWith('lost-ids', 'efetch.fcgi?db=pubmed&id=21900406');
    expect([status, body]).toEqual([400, 'ID+list+is+empty!+Possibly+it+has+no+correct+IDs.\n']);
  });

  it('expired-history meets what names a stored set only', async () => {
    const { esearchresult } = JSON.parse((await get(`${SEARCH}&usehistory=y`)).body);
    const stored = `esummary.fcgi?db=gene&WebEnv=${esearchresult.webenv}&query_key=1`;
    expect((await getWith('expired-history', stored)).body).toContain('<ERROR>Unable to obtain query #1</ERROR>');
    const inTerm = `esearch.fcgi?db=gene&term=%231+AND+human&WebEnv=${esearchresult.webenv}`;
    expect((await getWith('expired-history', inTerm)).body).toContain('<ERROR>Unable to obtain query #1</ERROR>');
    const honest = await get(SUMMARIES);
    expect((await getWith('expired-history', SUMMARIES)).body).toBe(honest.body);
  });

  it('hidden-error is a set of no summaries with a comment', async () => {
    expect((await getWith('hidden-error', SUMMARIES)).body).toMatch(
      /<DocumentSummarySet status="OK">\s*<!-- DocSum Backend failed[^<]*-->\s*<\/DocumentSummarySet>/,
    );
  });

  it('error-as-text is plain text under status 200', async () => {
    const { status, headers, body } = await getWith('error-as-text', LINKS_JSON);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=UTF-8']);
    expect(body).toMatch(/^Error: External viewer error: [^<{]+\n$/);
  });

  it.each([LINKS, LINKS_JSON, SUMMARIES])('no-root is a prolog and nothing else: %s', async (path) => {
    const { status, body } = await getWith('no-root', path);
    expect(status).toBe(200);
    expect(body).toMatch(new RegExp(`${PROLOG.source}$`));
  });

  it('empty is nothing at all under status 200', async () => {
    expect(await getWith('empty', LINKS_JSON)).toMatchObject({ status: 200, body: '' });
  });

  it.each([LINKS, LINKS_JSON, SUMMARIES, SEARCH])(
    'cut-off is a true beginning that cannot be read: %s',
    async (path) => {
      const whole = (await get(path)).body;
      const read = (body: string): unknown =>
        path.endsWith('json') ? JSON.parse(body) : new SaxesParser().write(body).close();
      expect(read(whole)).toBeDefined();
      sandbox().faults.set(parseFaults('cut-off'));
      const cut = await Promise.all(Array.from({ length: 20 }, async () => (await get(path)).body));
      for (const body of cut) {
        expect(whole.startsWith(body)).toBe(true);
        expect(body.length).toBeGreaterThan(0);
        expect(() => {
          read(body);
        }).toThrow();
      }
      expect(new Set(cut).size).toBeGreaterThan(10);
    },
  );

  it('cut-off leaves text alone, whose end nobody can see', async () => {
    const path = 'efetch.fcgi?db=gene&id=7157,672&rettype=uilist&retmode=text';
    expect((await getWith('cut-off', path)).body).toBe('7157\n672\n');
  });
});

describe('the status of an answer', () => {
  it.each([
    ['http-414', 414, 'text/html; charset=UTF-8', 'Request-URI Too Large'],
    ['http-502', 502, 'text/html; charset=UTF-8', 'Bad Gateway'],
    ['http-503', 503, 'text/html; charset=UTF-8', 'Service Unavailable'],
    ['blocked', 403, 'text/html; charset=UTF-8', 'misuse'],
    ['web-page', 200, 'text/html; charset=UTF-8', '<!DOCTYPE html>'],
    ['http-400', 400, 'application/json; charset=UTF-8', '#exLinkSrv2'],
    ['http-500', 500, 'application/json; charset=UTF-8', '{"error":"error forwarding request","api-key":"127.0.0.1"'],
  ])('%s is %i with its body', async (fault, status, type, text) => {
    const reply = await getWith(fault, LINKS_JSON);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([status, type]);
    expect(reply.body).toContain(text);
  });

  it.each([
    ['http-429', 429, '0', null],
    ['http-429-bare', 429, null, null],
    ['http-429-retry-after', 429, '0', '1'],
    ['rate-in-200', 200, '0', null],
  ])('%s is the refusal by rate under %i', async (fault, status, remaining, retryAfter) => {
    const reply = await getWith(fault, LINKS);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('x-ratelimit-remaining')).toBe(remaining);
    expect(reply.headers.get('retry-after')).toBe(retryAfter);
    expect(JSON.parse(reply.body)).toEqual({
      error: 'API rate limit exceeded',
      'api-key': '127.0.0.1',
      count: '4',
      limit: '3',
    });
  });

  it('a refusal by rate of a key names the key and its limit', async () => {
    const reply = await getWith('http-429', `${LINKS}&api_key=k1`);
    expect(reply.headers.get('x-ratelimit-limit')).toBe('10');
    expect(JSON.parse(reply.body)).toMatchObject({ 'api-key': 'k1', count: '11', limit: '10' });
  });

  it('key-refused meets requests with a key only', async () => {
    const { status, body } = await getWith('key-refused', `${LINKS}&api_key=k1`);
    expect([status, body]).toEqual([
      400,
      '{"error":"API key invalid","api-key":"k1","type":"invalid",\n"status":"unknown"}',
    ]);
    expect((await getWith('key-refused', LINKS)).status).toBe(200);
  });
});

describe('faults', () => {
  it('mark their answers as the sandbox does all others', async () => {
    const silent = new Set<FaultName>(['reset', 'reset-midway', 'timeout', 'stall', 'endless']);
    for (const name of FAULT_NAMES.filter((each) => !silent.has(each))) {
      const place = name === 'poison' ? ':gene/7157' : '';
      const utility = FAULTS[name].utilities?.[0];
      const paths: Partial<Record<string, string>> = {
        esummary: SUMMARIES,
        esearch: 'esearch.fcgi?db=gene&term=7157[uid]',
        ecitmatch: 'ecitmatch.cgi?bdata=nature|1999|1|1||key|',
      };
      const path = paths[utility ?? ''] ?? LINKS_JSON;
      const { headers } = await getWith(name + place, `${path}&query_key=1&api_key=k1&retmode=json`);
      expect([name, headers.get('x-entrez-sandbox')]).toEqual([name, '1']);
      expect([name, sandbox().requests.at(-1)?.fault]).toEqual([name, name + place]);
    }
  });

  it('end when they are told to', async () => {
    const honest = await get(LINKS_JSON);
    expect((await getWith('web-page', LINKS_JSON)).body).not.toBe(honest.body);
    sandbox().faults.set([]);
    expect((await get(LINKS_JSON)).body).toBe(honest.body);
    expect(sandbox().requests.at(-1)?.fault).toBeUndefined();
  });
});
