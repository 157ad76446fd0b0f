import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { EutilsRequest } from '../../../src/eutils/wire.js';
import { RecordingTransport } from '../../../src/upstream/transport/recording-transport.js';
import { answers, breaks, refuses, type Reply, ScriptedTransport } from '../../support/scripted-transport.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

const KEY = '0123456789abcdef0123456789abcdef0123';
const EMAIL = 'someone@example.org';
const WEB_ENV = 'MCID_692851c1aaaabbbbccccdddd';
const LINKS: EutilsRequest = {
  utility: 'elink',
  retmode: 'json',
  params: [
    ['dbfrom', 'gene'],
    ['db', 'pubmed'],
    ['id', '7157'],
    ['id', '672'],
  ],
  idCount: 2,
};
const sending = () => ({ signal: new AbortController().signal, onSent: () => undefined, apiKey: KEY });

let folder: TemporaryFolder;
let failures: string[];

beforeEach(async () => {
  folder = await TemporaryFolder.create();
  failures = [];
});
afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

function recorder(path: string, ...script: readonly Reply[]): RecordingTransport {
  return new RecordingTransport(new ScriptedTransport(...script), {
    folder: path,
    email: EMAIL,
    onFailure: (message) => failures.push(message),
  });
}

/** The files of a recording of one request. */
async function recorded(request: EutilsRequest, reply: Reply): Promise<{ head: string; body: string }> {
  const transport = recorder(folder.path, reply);
  await transport.send(request, sending());
  await transport.close();
  const files = await folder.files();
  return {
    head: files.get(`0001-${request.utility}.json`) ?? '',
    body: files.get(`0001-${request.utility}.body`) ?? '',
  };
}

describe('a recording', () => {
  it('has a file of the request and head of the answer, to be read, and the text of the answer as it came', async () => {
    const { head, body } = await recorded(LINKS, answers('{"linksets":[]}\n', { 'content-type': 'application/json' }));
    expect(head).toMatchInlineSnapshot(`
      "{
        "utility": "elink",
        "params": {
          "dbfrom": "gene",
          "db": "pubmed",
          "id": [
            "7157",
            "672"
          ]
        },
        "status": 200,
        "headers": {
          "content-type": "application/json"
        }
      }
      "
    `);
    expect(body).toBe('{"linksets":[]}\n');
    expect(failures).toEqual([]);
  });

  it('gives the answer on at once, and is complete when the transport is closed', async () => {
    const transport = recorder(folder.path, answers('one'), answers('two'));
    await expect(transport.send(LINKS, sending())).resolves.toEqual({ status: 200, headers: {}, body: 'one' });
    await transport.send({ ...LINKS, utility: 'esummary' }, sending());
    await transport.close();
    expect([...(await folder.files()).keys()]).toEqual([
      '0001-elink.body',
      '0001-elink.json',
      '0002-esummary.body',
      '0002-esummary.json',
    ]);
  });

  it('goes on behind what the folder holds', async () => {
    await writeFile(join(folder.path, '0041-elink.json'), '');
    const transport = recorder(join(folder.path), answers('new'));
    await transport.send(LINKS, sending());
    await transport.close();
    expect((await folder.files()).get('0042-elink.body')).toBe('new');
  });

  it('holds nothing of a request without an answer', async () => {
    const transport = recorder(join(folder.path, 'new'), breaks);
    await expect(transport.send(LINKS, sending())).rejects.toThrow('No answer');
    await transport.close();
    expect((await folder.files()).size).toBe(0);
  });

  it('ends with one loud line when it cannot be written, while queries go on', async () => {
    const blocked = join(folder.path, 'a file');
    await writeFile(blocked, '');
    const transport = recorder(blocked, answers('one'), answers('two'));
    await transport.send(LINKS, sending());
    await expect(transport.send(LINKS, sending())).resolves.toMatchObject({ body: 'two' });
    await transport.close();
    expect(failures).toEqual([expect.stringMatching(/^Recording to .*a file has ended, and queries go on: EEXIST/)]);
  });

  it('never writes over what another process wrote', async () => {
    const first = recorder(folder.path, answers('one'));
    const second = recorder(folder.path, answers('two'), answers('three'));
    await second.send(LINKS, sending());
    await second.close();
    await first.send(LINKS, sending());
    await first.close();
    await second.send(LINKS, sending());
    await second.close();
    expect((await folder.files()).get('0002-elink.body')).toBe('one');
    expect(failures).toHaveLength(1);
  });
});

describe('a recording holds no secrets', () => {
  const everything = ({ head, body }: { head: string; body: string }): string => head + body;

  it('of the parameters', async () => {
    const params = [
      ...LINKS.params,
      ['api_key', KEY],
      ['EMAIL', EMAIL],
      ['tool', 't'],
      ['term', `by ${EMAIL}`],
    ] as const;
    const files = await recorded({ ...LINKS, params }, answers('{}'));
    expect(everything(files)).not.toMatch(/0123456789abcdef|someone|"tool"|api_key/i);
    expect(files.head).toContain('"term": "by [removed]"');
  });

  it('of the headers: cookies and session ids stay out', async () => {
    const files = await recorded(
      LINKS,
      answers('{}', {
        'content-type': 'application/json',
        'set-cookie': 'ncbi_sid=ABC_0001SID; domain=.nih.gov',
        'ncbi-sid': 'ABC_0001SID',
        'ncbi-phid': 'ABC_0001PHID',
        'x-ratelimit-remaining': '2',
      }),
    );
    expect(everything(files)).not.toMatch(/ABC_/);
    expect(files.head).toContain('"x-ratelimit-remaining": "2"');
  });

  it.each([
    [
      'the address of the caller',
      429,
      '{"error":"API rate limit exceeded","api-key":"192.0.2.1","count":"4","limit":"3"}',
    ],
    ['the same under HTTP 200', 200, '{"error":"API rate limit exceeded","api-key":"2001:db8::1","count":"4"}'],
    ['a key that is not ours', 400, '{"error":"API key invalid","api-key":"k1-of-someone","type":"invalid"}'],
    ['a page', 403, '<html><body>Access from 192.0.2.1 is blocked for abuse.</body></html>'],
    ['an error sentence', 200, '{"linksets":[],"ERROR":"refused 192.0.2.1\n"}'],
    ['an error element', 200, '<eLinkResult><ERROR>refused 192.0.2.1</ERROR></eLinkResult>'],
    ['our key and address', 200, `{"linksets":[{"note":"${KEY} ${encodeURIComponent(EMAIL)} ${EMAIL}"}]}`],
  ])('of the answer: %s', async (_what, status, body) => {
    const files = await recorded(LINKS, refuses(status, body));
    expect(everything(files)).not.toMatch(/192\.0\.2|2001:db8|k1-of|0123456789abcdef|someone/);
    expect(files.body).toMatch(/\[removed\]|\[address\]/);
  });

  it('but leaves good data alone: the number of an enzyme is no address', async () => {
    const body = '{"result":{"uids":["1"],"1":{"title":"EC 3.4.21.5","mail":"author@example.org"}}}';
    expect((await recorded(LINKS, answers(body))).body).toBe(body);
  });

  it('such as the environment of stored sets, which gets another name everywhere', async () => {
    const search: EutilsRequest = { ...LINKS, utility: 'esearch', params: [['WebEnv', WEB_ENV]] };
    const { head, body } = await recorded(search, answers(`{"esearchresult":{"webenv":"${WEB_ENV}","querykey":"1"}}`));
    const [name] = /MCID_[0-9a-f]{24}/.exec(body) ?? [];
    expect(name).not.toBe(WEB_ENV);
    expect(head).toContain(`"WebEnv": "${name ?? 'none'}"`);
    const post = { ...LINKS, utility: 'epost' } as const;
    const transport = recorder(folder.path, answers(`<ePostResult><WebEnv>${WEB_ENV}</WebEnv></ePostResult>`));
    await transport.send(post, sending());
    await transport.close();
    expect((await folder.files()).get('0002-epost.body')).toContain(name);
  });
});
