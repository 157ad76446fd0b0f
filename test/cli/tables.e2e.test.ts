import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, it, onTestFinished } from 'vitest';

import { tablesCommand } from '../../src/cli/tables.js';
import { readCurrent, readManifest } from '../../src/tables/storage/manifest.js';
import { Command, ROOT } from '../support/command.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const PUBLISHED = 'Fri, 20 Nov 2026 08:00:00 GMT';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function tables(args: readonly string[], TABLES_DIR: string): Promise<Ended> {
  await using command = new Command(['tables', ...args], { TABLES_DIR });
  const [code] = await command.end();
  return { code, out: command.out, err: command.err };
}

it('tables imports, lists, exports, updates and drops a table, and refuses what is none', async () => {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  const folder = join(temporary.path, 'tables');
  const source = join(temporary.path, 'gene2pubmed.gz');
  const pairs = [[7157, 15], [7157, 16], [672, '-']] as const; // prettier-ignore
  writeFileSync(source, gzipSync(gene2pubmed(pairs)));

  expect(await tables(['list'], folder)).toMatchObject({
    code: 2,
    out: '',
    err: `entrez-graph: There is no folder ${JSON.stringify(folder)}. Import a table first, or correct --tables-dir or TABLES_DIR.\n`,
  });
  expect((await tables(['update'], folder)).err).toContain('There is no folder');
  mkdirSync(folder);
  expect((await tables(['update'], folder)).err).toContain('No table is imported. Name those to import');
  expect((await tables(['import', 'gene2pubmed', 'ftp://x/gene2pubmed.gz'], folder)).err).toContain(
    'There is no file "ftp://x/gene2pubmed.gz". Use a path, "-", or an http(s) address.',
  );
  expect(await tables(['import', 'gene2pubmed', source], folder)).toMatchObject({
    code: 0,
    err: expect.stringMatching(
      /^gene2pubmed: 3 rows, 2 gene_pubmed, 2 pubmed_gene, 1 skipped \(no id; first in line 4\), generation \S+\n$/,
    ),
  });
  const { out } = await tables(['list', '--json'], folder);
  expect(JSON.parse(out)).toContainEqual(
    expect.objectContaining({ name: 'gene2pubmed', manifest: expect.objectContaining({ rows: 3 }) }),
  );
  expect((await tables(['export', 'gene2pubmed'], folder)).out).toBe(
    '#link_name\tsource\ttarget\ngene_pubmed\t7157\t16\ngene_pubmed\t7157\t15\n',
  );
  expect((await tables(['update'], folder)).err).toMatch(/^gene2pubmed: unchanged: the same data as generation /);

  writeFileSync(source, '<html>Not found</html>\n');
  const refused = await tables(['import', 'gene2pubmed', source], folder);
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain('The column GeneID is missing.');
  expect(refused.err).not.toContain('    at ');
  expect((await tables(['export', 'gene2pubmed'], folder)).out).toContain('gene_pubmed\t7157\t16\n');

  expect(await tables(['drop', 'gene2pubmed'], folder)).toMatchObject({ code: 0, out: 'Dropped gene2pubmed.\n' });
  expect(existsSync(join(folder, 'gene2pubmed', 'current.json'))).toBe(false);
  expect(await tables(['drop', 'gene2pubmed'], folder)).toMatchObject({
    code: 1,
    err: 'entrez-graph: The table gene2pubmed is not imported.\n',
  });
  const gone = await tables(['import', 'no_such_table', source], folder);
  expect(gone.err).toContain('Unknown table "no_such_table". The tables are gene2pubmed, ');
}, 120_000);

it('an export whose reader has enough ends without a message, with the code of a closed pipe', async () => {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  const pairs = Array.from({ length: 20_000 }, (_, i) => [7157, i + 1] as const);
  await importText(temporary.path, 'gene2pubmed', gene2pubmed(pairs));

  const command = spawn(process.execPath, ['dist/cli.js', 'tables', 'export', 'gene2pubmed'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, TABLES_DIR: temporary.path },
  });
  command.stdout.once('data', () => command.stdout.destroy());
  let err = '';
  command.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(command, 'close')) as [number | null];
  expect([code, err]).toEqual([141, '']);
}, 60_000);

it('two imports of a table from an address do not write one download', async () => {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  const packed = gzipSync(gene2pubmed([[7157, 15]]));
  const server = createServer((_request, response) => {
    response.setHeader('last-modified', PUBLISHED).end(packed);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gene2pubmed.gz`;
  const run = () =>
    tablesCommand().parseAsync(['import', 'gene2pubmed', url, '--tables-dir', temporary.path], { from: 'user' });

  const both = await Promise.allSettled([run(), run()]);

  expect(both[0].status).toBe('fulfilled');
  expect(String((both[1] as PromiseRejectedResult).reason)).toContain('is being changed by process');
});

it('a file from an address that is damaged is downloaded again, and one that shrank is not', async () => {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  const whole = gzipSync(gene2pubmed(Array.from({ length: 100 }, (_, i) => [i + 1, 15] as const)));
  const shrunk = gzipSync(gene2pubmed([[7157, 15]]));
  let content = whole.subarray(0, -9);
  let sent = 0;
  const server = createServer((request, response) => {
    const etag = `"${content.length}"`;
    if (request.headers['if-range'] === etag) {
      response.writeHead(416, { 'content-range': `bytes */${content.length}`, etag });
      response.end();
    } else {
      sent += 1;
      response.writeHead(200, { etag, 'last-modified': PUBLISHED });
      response.end(content);
    }
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gene2pubmed.gz`;
  const run = (...more: string[]) =>
    tablesCommand().parseAsync(['import', 'gene2pubmed', url, ...more, '--tables-dir', temporary.path], {
      from: 'user',
    });

  await expect(run()).rejects.toThrow('The file is cut off');
  await expect(run()).rejects.toThrow('The file is cut off');
  content = whole;
  await run();
  expect(sent).toBe(3);
  content = shrunk;
  await expect(run()).rejects.toThrow('--accept-shrink');
  await run('--accept-shrink');
  expect(sent).toBe(4);
  const { generation = '' } = readCurrent(temporary.path, 'gene2pubmed') ?? {};
  expect(readManifest(temporary.path, 'gene2pubmed', generation)?.rows).toBe(1);
});

it('update goes on with the other tables where one fails, and names it', async () => {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  const tablesDir = temporary.path;
  const history = '#tax_id\tGeneID\tDiscontinued_GeneID\n9606\t1\t2\n';
  const { manifest } = await importText(tablesDir, 'gene_history', history);
  await importText(tablesDir, 'gene2pubmed', gene2pubmed([[7157, 15]]));
  rmSync(join(tablesDir, 'gene2pubmed.source'));
  writeFileSync(join(tablesDir, 'gene_history.source'), `${history}9606\t3\t4\n`);

  const update = tablesCommand().parseAsync(['update', '--tables-dir', tablesDir], { from: 'user' });

  await expect(update).rejects.toThrow(/^gene2pubmed: There is no file .*gene2pubmed.source/);
  expect(readCurrent(tablesDir, 'gene_history')?.generation).not.toBe(manifest.generation);
});
