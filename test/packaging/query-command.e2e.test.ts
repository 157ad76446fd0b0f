import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { HeldAnswers } from '../support/held-answers.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GENES = 'query Genes($uids: [ID!]!) { records { gene(uids: $uids) { uid symbol } } }';

describe('entrez-graph query as a process', () => {
  let sandbox: Sandbox;
  let folder: TemporaryFolder;
  let document: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ rps: 0 });
    folder = await TemporaryFolder.create();
    document = join(folder.path, 'genes.graphql');
    await writeFile(document, GENES);
  });
  afterEach(() => {
    sandbox.intercept(undefined);
  });
  afterAll(async () => {
    await sandbox.close();
    await folder[Symbol.asyncDispose]();
  });

  function start(...args: readonly string[]) {
    const flags = ['--unhandled-rejections=strict', 'dist/cli.js', 'query', ...args];
    const child = spawn(process.execPath, flags, {
      cwd: ROOT,
      env: { PATH: process.env.PATH, NCBI_BASE_URL: sandbox.url, NCBI_RPS: '100', NCBI_EMAIL: 'a@example.org' },
    });
    const ended = once(child, 'close');
    return {
      child,
      out: text(child.stdout),
      err: text(child.stderr),
      code: async () => ((await ended) as unknown[])[0],
    };
  }

  it('reads thousands of ids from standard input, and gives an answer for each, in their order', async () => {
    const ids = Array.from({ length: 2500 }, (_each, index) => String(index + 1));
    const { child, out, err, code } = start(document, '--ids', '-', '--format', 'ndjson');
    child.stdin.end(ids.join('\n'));
    const lines = (await out).trimEnd().split('\n');
    expect(lines).toHaveLength(2500);
    expect(lines.map((line) => /"uid":"(\d+)"|"uids":\["(\d+)"\]/.exec(line)?.slice(1).join(''))).toEqual(ids);
    expect([await code(), await err]).toEqual([3, expect.stringMatching(/^\d+ errors: \d+ UNKNOWN_ID$/m)]);
  });

  it('reads the document from standard input', async () => {
    const { child, out, code } = start('-', '--format', 'tsv');
    child.stdin.end('{ gene(uid: "7157") { symbol } }');
    expect([await out, await code()]).toEqual(['gene.symbol\nTP53\n', 0]);
  });

  it('ends with 130 at Ctrl-C, and leaves valid JSON of what was known by then', async () => {
    const held = new HeldAnswers('esummary');
    sandbox.intercept(held.interceptor);
    const { child, out, err, code } = start(document, '--variables', '{"uids": ["7157", "672"]}');
    await held.arrived;
    child.kill('SIGINT');
    expect(JSON.parse(await out)).toMatchObject({
      data: {
        records: {
          gene: [
            { uid: '7157', symbol: null },
            { uid: '672', symbol: null },
          ],
        },
      },
      errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }, { extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    expect([await code(), await err]).toEqual([130, expect.stringMatching(/^2 errors: 2 DEADLINE_EXCEEDED$/m)]);
    held.release();
  });

  it('goes on with CACHE_DIR where it was stopped: what was answered is not asked again', async () => {
    const flags = [document, '--variables', '{"uids": ["7157", "672"]}', '--cache-dir', join(folder.path, 'cache')];
    expect(await start(...flags).code()).toBe(0);
    const before = sandbox.requests.length;
    const { out, code } = start(...flags);
    expect([JSON.parse(await out), await code(), sandbox.requests.length - before]).toMatchObject([
      { data: { records: { gene: [{ symbol: 'TP53' }, { symbol: 'BRCA1' }] } } },
      0,
      0,
    ]);
  });

  it('resumes rows in a file after Ctrl-C', async () => {
    const papers = join(folder.path, 'papers.graphql');
    const ids = join(folder.path, 'ids.txt');
    const out = join(folder.path, 'papers.csv');
    await writeFile(papers, 'query ($id: ID!) { gene(uid: $id) { symbol pubmed(first: 3) { nodes { uid title } } } }');
    const all = Array.from({ length: 300 }, (_each, index) => ['7157', '672', 'x', '675'][index % 4] ?? String(index));
    await writeFile(ids, all.join('\n'));
    const flags = [papers, '--ids', ids, '--format', 'csv', '--quiet'];
    const whole = await start(...flags).out;
    const held = new HeldAnswers('esummary');
    let calls = 0;
    sandbox.intercept((request) => {
      calls += request.utility === 'esummary' ? 1 : 0;
      return calls > 1 ? held.interceptor(request) : undefined;
    });
    const stopped = start(...flags, '--out', out);
    await held.arrived;
    stopped.child.kill('SIGINT');
    expect(await stopped.code()).toBe(130);
    held.release();
    sandbox.intercept(undefined);
    expect(await start(...flags, '--out', out).code()).toBe(3);
    expect(await readFile(out, 'utf8')).toBe(whole);
  });

  it('ends quietly when nobody reads on', async () => {
    const ids = Array.from({ length: 20_000 }, (_each, index) => String(index + 1));
    const url = join(folder.path, 'url.graphql');
    await writeFile(url, GENES.replace('symbol', 'url'));
    const { child, out, err, code } = start(url, '--ids', '-', '--format', 'ndjson', '--quiet');
    child.stdin.end(ids.join('\n'));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await expect(out).rejects.toThrow(/[Cc]lose/);
    expect([await code(), await err]).toEqual([141, '']);
  });
});
