import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { encode } from 'gpt-tokenizer';
import { describe, expect, it } from 'vitest';

import { startSandbox } from '../../src/sandbox/server.js';
import { McpClient, type ToolText } from '../support/mcp-client.js';
import { RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const FOLLOW = { ids: ['NCBIGene:7157'], path: ['pubmed'], first: 1 };
const TOKEN = 'a-token-of-sixteen-letters';

function post(url: string, headers: Readonly<Record<string, string>> = {}, body: unknown = PING): Promise<Response> {
  return fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const PING = { jsonrpc: '2.0', id: 1, method: 'ping' };

describe.concurrent('over standard input and output', () => {
  it('speaks with the official client, of the older and of the current protocol', async () => {
    for (const mode of ['legacy', 'auto'] as const) {
      await using mcp = await McpClient.overStdio(['--sandbox'], mode);
      expect(await mcp.call('follow', FOLLOW)).toMatchObject({
        isError: false,
        text: expect.stringMatching(/found\t110/),
      });
    }
  });

  it('sends nothing to NCBI for a call that is cancelled while it waits', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    const flags = ['--ncbi-base-url', sandbox.url, '--ncbi-rps', '1'];
    await using mcp = await McpClient.overStdio(flags, 'auto');
    const symbolOf = (uid: string, signal?: AbortSignal): Promise<ToolText> =>
      mcp.call('query', { document: `{ gene(uid: "${uid}") { symbol } }` }, { ...(signal && { signal }) });
    // Takes the permit of this second.
    expect((await symbolOf('7157')).text).toContain('TP53');
    const controller = new AbortController();
    const cancelled = symbolOf('672', controller.signal);
    controller.abort();
    await expect(cancelled).rejects.toThrow();
    expect((await symbolOf('675')).text).toContain('BRCA2');
    expect(sandbox.requests.map(({ params }) => params.find(([name]) => name === 'id')?.[1])).toEqual(['7157', '675']);
  });
});

describe('over HTTP', () => {
  it('speaks with the official client of the current protocol', async () => {
    await using gateway = await RunningGateway.start();
    await using mcp = await McpClient.overHttp(gateway.server.url, { mode: 'auto' });
    expect(mcp.client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
    expect(await mcp.call('follow', FOLLOW)).toMatchObject({
      isError: false,
      text: expect.stringMatching(/found\t110/),
    });
  });

  it('offers prompts for three questions, the catalog and the cookbook', async () => {
    await using gateway = await RunningGateway.start();
    await using mcp = await McpClient.overHttp(gateway.server.url);
    const { prompts } = await mcp.client.listPrompts();
    expect(prompts).toHaveLength(3);
    const { messages } = await mcp.client.getPrompt({ name: 'conditions-of-a-gene', arguments: { gene: 'BRCA1' } });
    expect(messages[0]?.content).toMatchObject({ text: expect.stringContaining('BRCA1') });
    const { resources } = await mcp.client.listResources();
    for (const { uri } of resources) {
      const { contents } = await mcp.client.readResource({ uri });
      const [content] = contents;
      const text = content && 'text' in content ? content.text : '';
      expect(text).toMatch(/gene_pubmed|cookbook/i);
      expect(text.length).toBeLessThan(40_000);
    }
    expect(resources).toHaveLength(2);
  });

  it('is not there where MCP is off', async () => {
    await using gateway = await RunningGateway.start({ settings: { MCP: 'off' } });
    expect((await post(gateway.server.url)).status).toBe(404);
  });

  it('answers holders of tokens only, and says so to all others', async () => {
    await using folder = await TemporaryFolder.create();
    const file = join(folder.path, 'tokens');
    await writeFile(file, `someone:${TOKEN}\n`);
    await using gateway = await RunningGateway.start({ settings: { AUTH_TOKENS_FILE: file } });
    const refused = await post(gateway.server.url);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    await using mcp = await McpClient.overHttp(gateway.server.url, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(await mcp.call('follow', FOLLOW)).toMatchObject({ isError: false });
  });

  it('counts requests and calls against the quotas of /graphql', async () => {
    await using gateway = await RunningGateway.start({ settings: { REQUESTS_PER_MINUTE: '3' } });
    const batch = [PING, { ...PING, id: 2 }];
    expect((await post(gateway.server.url, {}, batch)).status).not.toBe(429);
    expect((await post(gateway.server.url)).status).not.toBe(429);
    const refused = await post(gateway.server.url);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await gateway.query('{ __typename }')).errors?.[0]?.extensions.code).toBe('QUOTA_EXCEEDED');
  });

  it('refuses web pages of other origins, also under a host name that points here', async () => {
    await using gateway = await RunningGateway.start({ settings: { CORS_ORIGINS: 'https://app.example.org' } });
    const { url } = gateway.server;
    expect((await post(url, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(url, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const listed = await post(url, { origin: 'https://app.example.org' });
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'https://app.example.org',
    ]);
    expect((await post(url, { origin: url })).status).toBe(200);
  });

  it('refuses bodies that are too large, or no JSON', async () => {
    await using gateway = await RunningGateway.start();
    expect((await post(gateway.server.url, {}, `"${'x'.repeat(300_000)}"`)).status).toBe(413);
    expect((await post(gateway.server.url, {}, '{')).status).toBe(400);
  });

  it('sends the key of a caller with its calls only, and shows it nowhere', async () => {
    await using gateway = await RunningGateway.start();
    const key = '0123456789abcdef0123456789abcdef0123';
    await using mine = await McpClient.overHttp(gateway.server.url, { headers: { 'x-ncbi-api-key': key } });
    await using other = await McpClient.overHttp(gateway.server.url);
    const answers = await Promise.all([
      mine.call('follow', { ids: ['NCBIGene:672'], path: ['pubmed'] }),
      other.call('follow', { ids: ['NCBIGene:675'], path: ['pubmed'] }),
    ]);
    const idOf = (uid: string): boolean[] =>
      gateway.sandbox.requests
        .filter(({ params }) => params.some(([name, value]) => name === 'id' && value === uid))
        .map(({ keyed }) => keyed);
    expect(new Set(idOf('672'))).toEqual(new Set([true]));
    expect(new Set(idOf('675'))).toEqual(new Set([false]));
    expect(JSON.stringify(answers)).not.toContain(key);
  });

  it('counts calls of tools in the metrics of /graphql', async () => {
    await using gateway = await RunningGateway.start();
    await using mcp = await McpClient.overHttp(gateway.server.url);
    await mcp.call('follow', FOLLOW);
    await mcp.call('follow', {});
    const metrics = await (await fetch(`${gateway.server.url}/metrics`)).text();
    expect(metrics).toMatch(/entrez_graph_operations_total\{operation="mcp_follow",outcome="answered"\} 1/);
    expect(metrics).toMatch(/entrez_graph_operations_total\{operation="mcp_follow",outcome="refused"\} 1/);
    expect(metrics).toMatch(/entrez_graph_errors_total\{code="BAD_USER_INPUT"\} 1/);
  });

  it('counts a call whose lines say failed as partial, with the codes of its failures', async () => {
    await using gateway = await RunningGateway.start({ settings: { MAX_CALLS: '1' } });
    await using mcp = await McpClient.overHttp(gateway.server.url);
    const answers = [
      await mcp.call('follow', { ids: ['NCBIGene:7157'], path: ['pubmed', 'related'] }),
      await mcp.call('find', { texts: ['BRCA1'] }),
      await mcp.call('find', { texts: ['breast cancer'], in: ['pubmed'] }),
    ];
    expect(answers.map(({ text, isError }) => [isError, /failed.*BUDGET_EXCEEDED/.test(text)])).toEqual([
      [false, true],
      [false, true],
      [false, true],
    ]);
    const metrics = await (await fetch(`${gateway.server.url}/metrics`)).text();
    expect(metrics).toMatch(/entrez_graph_operations_total\{operation="mcp_follow",outcome="partial"\} 1/);
    expect(metrics).toMatch(/entrez_graph_operations_total\{operation="mcp_find",outcome="partial"\} 2/);
    expect(metrics).toMatch(/entrez_graph_errors_total\{code="BUDGET_EXCEEDED"\} [1-9]/);
    expect(metrics).not.toMatch(/outcome="answered"\} [1-9]/);
  });
});

describe('many calls', () => {
  it('none of 20 at the same time fails for the rate, and a client that waits is told why', async () => {
    await using gateway = await RunningGateway.start({ sandbox: { rps: 3 }, settings: { NCBI_RPS: '3' } });
    await using mcp = await McpClient.overHttp(gateway.server.url);
    const genes = ['7157', '672', '675', '1956', '4609'];
    const paths = ['pubmed', 'omim', 'clinvar', 'protein'];
    const messages: string[] = [];
    const onprogress = ({ message = '' }): void => {
      messages.push(message);
    };
    const answers = await Promise.all(
      genes.flatMap((gene) =>
        paths.map((path) => mcp.call('follow', { ids: [`NCBIGene:${gene}`], path: [path] }, { onprogress })),
      ),
    );
    expect(answers).toHaveLength(20);
    expect(answers.filter(({ text, isError }) => isError || text.includes('failed'))).toEqual([]);
    expect(messages.some((message) => message.includes('waiting for the rate limit (3 per second'))).toBe(true);
    expect(answers.every(({ text }) => encode(text).length < 2000)).toBe(true);
  });

  it('a call that is cancelled gives its permit back', async () => {
    await using gateway = await RunningGateway.start({ sandbox: { rps: 3 }, settings: { NCBI_RPS: '1' } });
    await using mcp = await McpClient.overHttp(gateway.server.url, { mode: 'auto' });
    await mcp.call('follow', FOLLOW);
    const sent = gateway.sandbox.requests.length;
    const controller = new AbortController();
    const cancelled = mcp.call('follow', { ids: ['NCBIGene:672'], path: ['omim'] }, { signal: controller.signal });
    while (gateway.gateway.pacer.state.queued === 0) {
      await nextTurn();
    }
    controller.abort();
    await expect(cancelled).rejects.toThrow();
    const { text } = await mcp.call('follow', { ids: ['NCBIGene:675'], path: ['omim'] });
    expect(text).toMatch(/NCBIGene:675/);
    expect(gateway.sandbox.requests.slice(sent).some(({ params }) => params.some(([, value]) => value === '672'))).toBe(
      false,
    );
  });
});
