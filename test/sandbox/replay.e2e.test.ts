import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type NamedExchange, readExchanges } from '../../src/sandbox/replay/exchange-folder.js';
import { Replay } from '../../src/sandbox/replay/replay.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

/** A recorded exchange, its request written as a URL. */
function exchange(name: string, request: string, body: string, more: Partial<NamedExchange> = {}): NamedExchange {
  const [utility = '', query] = request.split('?');
  const form = new URLSearchParams(query);
  return {
    name,
    utility: utility as NamedExchange['utility'],
    params: Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key)])),
    status: 200,
    headers: {},
    body,
    ...more,
  };
}

/** What is answered to a request, written as a URL. */
function ask(replay: Replay, request: string): ReturnType<Replay['answer']> {
  const [utility = '', query] = request.split('?');
  return replay.answer({ utility, params: [...new URLSearchParams(query)] });
}

const LINKS = 'elink?dbfrom=gene&db=pubmed&cmd=neighbor&linkname=gene_pubmed&retmode=json';
const linkSets = (...sets: readonly (readonly [ids: string, ...links: readonly string[]])[]): string =>
  JSON.stringify({
    header: { type: 'elink', version: '0.3' },
    linksets: sets.map(([ids, ...links]) => ({
      dbfrom: 'gene',
      ids: ids.split(','),
      linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links }],
    })),
  });

describe('a request that was recorded', () => {
  it('is known in any order of its parameters and ids, in any case, whoever asks', () => {
    const replay = new Replay([exchange('0001-elink', `${LINKS}&id=1&id=2`, 'recorded')]);
    const other = 'elink?ID=2&ID=1&retmode=json&linkname=gene_pubmed&cmd=neighbor&db=pubmed&dbfrom=gene';
    expect(ask(replay, `${other}&tool=t&email=e%40x.org&api_key=k`)).toEqual({
      status: 200,
      headers: { 'x-entrez-replay': '0001-elink' },
      body: 'recorded',
    });
  });

  it('gets its answers in turn, and the last one from then on', () => {
    const refused = { status: 429, headers: { 'retry-after': '2', 'x-ratelimit-remaining': '0' } };
    const replay = new Replay([
      exchange('1', `${LINKS}&id=1`, 'refused', refused),
      exchange('2', `${LINKS}&id=1`, 'first'),
      exchange('3', `${LINKS}&id=1`, 'second'),
    ]);
    const given = Array.from({ length: 4 }, () => ask(replay, `${LINKS}&id=1`));
    expect(given.map(({ status, body }) => [status, body])).toEqual([
      [429, 'refused'],
      [200, 'first'],
      [200, 'second'],
      [200, 'second'],
    ]);
    expect(given[0]?.headers).toEqual({ 'retry-after': '2', 'x-entrez-replay': '1' });
  });

  it('is not the one whose ids are a list, since NCBI merges their links', () => {
    const replay = new Replay([exchange('1', `${LINKS}&id=1,2`, linkSets(['1,2', '7']))]);
    expect(ask(replay, `${LINKS}&id=2,1`).status).toBe(200);
    expect(ask(replay, `${LINKS}&id=1&id=2`).status).toBe(404);
    expect(ask(replay, `${LINKS}&id=1`).status).toBe(404);
  });
});

describe('a batch that differs from the recorded ones', () => {
  const replay = new Replay([
    exchange('1', `${LINKS}&id=1&id=2`, linkSets(['1', '11'], ['2', '12'])),
    exchange('2', `${LINKS}&id=2&id=3`, linkSets(['3', '13'], ['2', '22'])),
    exchange('3', `${LINKS}&id=3&id=4`, '{"linksets":[],"ERROR":"gone"}', { status: 500 }),
  ]);
  const linksOf = (body: string) =>
    (JSON.parse(body) as { linksets: { ids: string[]; linksetdbs: { links: string[] }[] }[] }).linksets.map(
      ({ ids, linksetdbs }) => [...ids, ...linksetdbs.flatMap(({ links }) => links)],
    );

  it('gets the answer about more records', () => {
    expect(ask(replay, `${LINKS}&id=1`)).toMatchObject({ headers: { 'x-entrez-replay': '1' } });
  });

  it('gets several put together, each record from its latest good answer', () => {
    const { headers, body } = ask(replay, `${LINKS}&id=3&id=2&id=1`);
    expect(headers['x-entrez-replay']?.split(' ').toSorted()).toEqual(['1', '2']);
    expect(linksOf(body).toSorted()).toEqual([
      ['1', '11'],
      ['2', '22'],
      ['3', '13'],
    ]);
  });

  it('is not answered in part', () => {
    expect(ask(replay, `${LINKS}&id=1&id=4`).status).toBe(404);
  });

  it('gets the answer about all link names, but not the other way round', () => {
    const all = new Replay([
      exchange('1', `${LINKS.replace('&linkname=gene_pubmed', '')}&id=1&id=2`, linkSets(['1', '11'], ['2', '12'])),
      exchange('2', `${LINKS}&id=3`, linkSets(['3', '13'])),
    ]);
    expect(linksOf(ask(all, `${LINKS}&id=1&id=3`).body)).toEqual([
      ['1', '11'],
      ['3', '13'],
    ]);
    expect(ask(all, `${LINKS.replace('&linkname=gene_pubmed', '')}&id=3`).status).toBe(404);
  });

  it('of summaries is put together from the records', () => {
    const summaries = (...uids: readonly string[]): string =>
      JSON.stringify({ header: {}, result: { uids, ...Object.fromEntries(uids.map((uid) => [uid, { uid }])) } });
    const request = 'esummary?db=gene&version=2.0&retmode=json&id=';
    const both = new Replay([
      exchange('1', `${request}9,1`, summaries('9', '1')),
      exchange('2', `${request}5`, summaries('5')),
    ]);
    const { result } = JSON.parse(ask(both, `${request}5,9`).body) as { result: Record<string, unknown> };
    expect(result).toEqual({ uids: ['5', '9'], 5: { uid: '5' }, 9: { uid: '9' } });
  });

  it('in XML is put together from the contents of the roots', () => {
    const check = (id: string) => `<?xml version="1.0"?>\n<eLinkResult><LinkSet>${id}</LinkSet></eLinkResult>\n`;
    const request = 'elink?dbfrom=gene&cmd=acheck&retmode=xml&id=';
    const both = new Replay([exchange('1', `${request}1`, check('1')), exchange('2', `${request}2,3`, check('2,3'))]);
    expect(ask(both, `${request}1,2,3`).body).toBe(
      '<?xml version="1.0"?>\n<eLinkResult><LinkSet>1</LinkSet><LinkSet>2,3</LinkSet></eLinkResult>\n',
    );
  });

  it.each([
    ['errors', '<eLinkResult><ERROR>gone</ERROR></eLinkResult>'],
    ['other documents', '<Taxon/>'],
    ['errors in JSON', '{"linksets":[],"ERROR":"gone"}'],
    ['text', 'Too many requests'],
  ])('is not put together from %s', (_what, body) => {
    const request = 'efetch?db=pubmed&retmode=xml&id=';
    const both = new Replay([exchange('1', `${request}1`, '<TSeqSet></TSeqSet>'), exchange('2', `${request}2`, body)]);
    expect(ask(both, `${request}1,2`).status).toBe(404);
  });

  it('is unknown where the answers depend on all ids: stored sets', () => {
    const request = 'epost?db=gene&id=';
    const replayed = new Replay([exchange('1', `${request}1,2`, 'stored')]);
    expect(ask(replayed, `${request}2,1`).body).toBe('stored');
    expect(ask(replayed, `${request}1`).status).toBe(404);
  });
});

describe('a request that was not recorded', () => {
  const replay = new Replay([
    exchange('0001-elink', 'elink?dbfrom=gene&db=omim&id=1', ''),
    exchange('0002-elink', `${LINKS}&id=1`, ''),
  ]);

  it('is answered with HTTP 404 and the nearest that was, in plain words', () => {
    expect(ask(replay, `${LINKS.replace('linkname=gene_pubmed', 'linkname=gene_pubmed_rif')}&id=1`)).toEqual({
      status: 404,
      headers: { 'content-type': 'text/plain; charset=UTF-8' },
      body: 'This elink request was not recorded. The nearest is 0002-elink, which has linkname=gene_pubmed where this has linkname=gene_pubmed_rif.\n',
    });
  });

  it('does not tell more of a long list than helps', () => {
    const ids = Array.from({ length: 200 }, (_each, i) => `&id=${i + 10}`).join('');
    expect(ask(replay, LINKS + ids).body).toContain('where this has id=10 id=11 id=12 and 197 more.');
    expect(ask(replay, `${LINKS}&id=1&term=${'x'.repeat(1000)}`).body.length).toBeLessThan(250);
  });

  it('says so when there is nothing like it', () => {
    expect(ask(replay, 'esearch?db=gene&term=x').body).toBe(
      'This esearch request was not recorded. There is no recording of esearch at all.\n',
    );
  });
});

describe('a folder of recorded exchanges', () => {
  let folder: TemporaryFolder;
  const put = (file: string, text: string): Promise<void> => writeFile(join(folder.path, file), text);
  const HEAD = '{"utility":"einfo","params":{"db":"gene"},"status":200,"headers":{}}';

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });
  afterEach(async () => {
    await folder[Symbol.asyncDispose]();
  });

  it('is read in the order of its numbers, without what was left unfinished', async () => {
    await put('10000-einfo.json', HEAD);
    await put('10000-einfo.body', 'later');
    await put('9999-einfo.json', HEAD);
    await put('9999-einfo.body', 'sooner');
    await put('10001-einfo.body', 'broken off');
    await put('.10001-einfo.unfinished', '{"utility":');
    expect((await readExchanges(folder.path)).map(({ body }) => body)).toEqual(['sooner', 'later']);
  });

  it.each([
    ['{', /a\.json is no recorded exchange: it is not JSON$/],
    [HEAD.replace('einfo', 'efind'), /a\.json is no recorded exchange: .*expected one of "einfo".*at utility$/],
    [HEAD.replace('200', '"200"'), /expected int, received string → at status$|expected number.*at status$/],
  ])('is refused with the name of the file that is wrong: %s', async (head, message) => {
    await put('a.json', head);
    await put('a.body', '');
    await expect(readExchanges(folder.path)).rejects.toThrow(message);
  });

  it('is refused where a body is missing, and where there is no exchange', async () => {
    await expect(readExchanges(folder.path)).rejects.toThrow(/holds no recorded exchanges\.$/);
    await put('a.json', HEAD);
    await expect(readExchanges(folder.path)).rejects.toThrow(/ENOENT.*a\.body/);
  });
});

describe('a sandbox that replays', () => {
  it('marks its answers as what they are: not from NCBI', async () => {
    await using sandbox = await startSandbox();
    const replay = new Replay([
      exchange('0001-einfo', 'einfo?db=gene', '<eInfoResult/>', {
        headers: { 'content-type': 'text/xml', server: 'x' },
      }),
    ]);
    sandbox.intercept((request) => replay.answer(request));
    const response = await fetch(`${sandbox.url}einfo.fcgi?db=gene&api_key=k`);
    expect(await response.text()).toBe('<eInfoResult/>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/xml',
      'x-entrez-sandbox': '1',
      'x-entrez-replay': '0001-einfo',
    });
  });
});
