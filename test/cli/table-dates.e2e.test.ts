import { once } from 'node:events';
import { readdirSync, readFileSync, type Stats, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { asOfOf, dateOfStandardInput } from '../../src/cli/tables/as-of.js';
import { tablesCommand } from '../../src/cli/tables.js';
import { type Manifest, readCurrent, readManifest } from '../../src/tables/storage/manifest.js';
import { Command } from '../support/command.js';
import { contentsOf, gene2pubmed } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const PUBLISHED = 'Fri, 20 Nov 2026 08:00:00 GMT';
const ROWS = gene2pubmed([[7157, 15], [7157, 16]]); // prettier-ignore

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

/** A server of a table, and the requests that it got. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/table`, requests };
}

async function tables(tablesDir: string, ...args: string[]): Promise<void> {
  await tablesCommand().parseAsync([...args, '--tables-dir', tablesDir], { from: 'user' });
}

function manifestOf(tablesDir: string, name = 'gene2pubmed'): Manifest | undefined {
  return readManifest(tablesDir, name, readCurrent(tablesDir, name)?.generation ?? '');
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a table is as of', () => {
  it('the date of its file, or the day that --as-of names, also where the data are the same', async () => {
    const [tablesDir, path] = [await folder(), join(await folder(), 'gene2pubmed')];
    writeFileSync(path, ROWS);
    utimesSync(path, new Date(PUBLISHED), new Date(PUBLISHED));

    await tables(tablesDir, 'import', 'gene2pubmed', path);
    const first = manifestOf(tablesDir);
    expect(first?.asOf).toBe('2026-11-20T08:00:00.000Z');

    await tables(tablesDir, 'import', 'gene2pubmed', path, '--as-of', '2026-10-01');
    const second = manifestOf(tablesDir);
    expect([second?.asOf, second?.generation === first?.generation]).toEqual(['2026-10-01T00:00:00.000Z', false]);

    await tables(tablesDir, 'import', 'gene2pubmed', path, '--as-of', '2026-10-01');
    expect(manifestOf(tablesDir)?.generation).toBe(second?.generation);
  });

  it('(G9) Last-Modified, which the manifest keeps with the address, the length and the checksum', async () => {
    const tablesDir = await folder();
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'last-modified': PUBLISHED, etag: '"one"' }).end(ROWS);
    });
    await tables(tablesDir, 'import', 'gene2pubmed', url);
    expect(manifestOf(tablesDir)).toMatchObject({
      asOf: '2026-11-20T08:00:00.000Z',
      rows: 2,
      source: {
        from: url,
        lastModified: PUBLISHED,
        etag: '"one"',
        bytes: ROWS.length,
        sha256: expect.stringMatching(/^[\da-f]{64}$/),
      },
    });
  });

  it.each([{}, { 'last-modified': 'yesterday' }])(
    'no time of its import: an address that does not tell a date needs --as-of (%j)',
    async (headers) => {
      const tablesDir = await folder();
      const { url, requests } = await serve((_request, response) => {
        response.writeHead(200, { ...headers, etag: '"one"' }).end(ROWS);
      });
      await expect(tables(tablesDir, 'import', 'gene2pubmed', url)).rejects.toThrow(
        'The server does not say when the file was made (Last-Modified). Import it with --as-of and that day',
      );
      expect(readdirSync(join(tablesDir, '.downloads'))).toEqual([]);
      await tables(tablesDir, 'import', 'gene2pubmed', url, '--as-of', '2026-11-19T12:00:00+01:00');
      expect(manifestOf(tablesDir)?.asOf).toBe('2026-11-19T11:00:00.000Z');
      expect(requests).toHaveLength(2);
    },
  );

  it('the day that is named for what comes over a pipe, which is refused without one', async () => {
    const tablesDir = await folder();
    expect(() => dateOfStandardInput(() => ({ isFile: () => false }) as Stats)).toThrow(
      'When the data on standard input were made is not known. Name that day with --as-of, such as --as-of 2026-11-20.',
    );
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(ROWS)]) as typeof process.stdin);
    await tables(tablesDir, 'import', 'gene2pubmed', '-', '--as-of', '2026-11-20');
    expect(manifestOf(tablesDir)).toMatchObject({ asOf: '2026-11-20T00:00:00.000Z', source: { from: '-' } });
  });

  it('the date of a file that standard input is redirected from', async () => {
    const [tablesDir, path] = [await folder(), join(await folder(), 'gene2pubmed')];
    writeFileSync(path, ROWS);
    utimesSync(path, new Date(PUBLISHED), new Date(PUBLISHED));
    await using command = new Command(
      ['tables', 'import', 'gene2pubmed', '-'],
      { TABLES_DIR: tablesDir },
      { limits: `exec < ${path}` },
    );
    expect([await command.end(), command.err]).toEqual([[0, null], expect.stringContaining('2 gene_pubmed')]);
    expect(manifestOf(tablesDir)?.asOf).toBe('2026-11-20T08:00:00.000Z');
  });

  it.each(['yesterday', '2026', '2026-02-30', '2026-13-01', '20.11.2026', '', '1'])('no day such as %j', (text) => {
    expect(() => asOfOf(text)).toThrow(`--as-of must be a day such as 2026-11-20, or a time such as`);
  });

  it('no day that is still to come', () => {
    expect(() => asOfOf('2026-11-21', new Date('2026-11-20T23:00:00Z'))).toThrow('must not be in the future');
  });
});

describe('a server that says that nothing has changed', () => {
  /** Answers 304 to whoever has the file. */
  function unchanging(rows: () => string) {
    return serve((request, response) => {
      const etag = `"${rows().length}"`;
      const isKnown = request.headers['if-none-match'] === etag;
      response.writeHead(isKnown ? 304 : 200, { etag, 'last-modified': PUBLISHED }).end(isKnown ? '' : rows());
    });
  }

  it.each([
    ['is believed of a sound generation', () => undefined, [200, 304]],
    [
      'is not asked of one whose data are damaged',
      (generation: string) => {
        const path = join(generation, 'data.bin');
        const data = readFileSync(path);
        writeFileSync(path, data.fill(0xa5));
      },
      [200, 200],
    ],
    [
      'is not asked of one that another version has written',
      (generation: string) => {
        const path = join(generation, 'manifest.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/"format": \d+/, '"format": 1'));
      },
      [200, 200],
    ],
  ])('%s', async (_what, change, statuses) => {
    const tablesDir = await folder();
    const { url, requests } = await unchanging(() => ROWS);
    await tables(tablesDir, 'import', 'gene2pubmed', url);
    change(join(tablesDir, 'gene2pubmed', readCurrent(tablesDir, 'gene2pubmed')?.generation ?? ''));

    await tables(tablesDir, 'update');

    expect(requests.map(({ headers }) => (headers['if-none-match'] === undefined ? 200 : 304))).toEqual(statuses);
    expect(contentsOf(tablesDir, 'gene2pubmed').lists).toEqual({ gene_pubmed: [[7157, [16, 15]]] });
  });

  it('is asked of a table that is looked up in others only where those are the same', async () => {
    const tablesDir = await folder();
    const mim = await unchanging(() => '#MIM number\tGeneID\ttype\tSource\tMedGenCUI\tComment\n100100\t1131\tphenotype\t-\tC0033770\t-\n');
    const mappings = await folder();
    writeFileSync(join(mappings, 'map'), '#CUI|pref_name|source_id|source|\nC0033770|a|18718|MedGen|\n');
    await tables(tablesDir, 'import', 'mim2gene_medgen', mim.url);
    await tables(tablesDir, 'update');
    await tables(tablesDir, 'import', 'MedGenIDMappings', join(mappings, 'map'));

    await tables(tablesDir, 'update', 'mim2gene_medgen');

    expect(mim.requests.map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([false, true, false]);
    expect(contentsOf(tablesDir, 'mim2gene_medgen').lists).toMatchObject({ omim_medgen: [[100_100, [18_718]]] });
  }); // prettier-ignore

  it('is not needed to see that a generation is not served: list says so', async () => {
    const tablesDir = await folder();
    const { url } = await unchanging(() => ROWS);
    await tables(tablesDir, 'import', 'gene2pubmed', url);
    const { generation = '' } = readCurrent(tablesDir, 'gene2pubmed') ?? {};
    const path = join(tablesDir, 'gene2pubmed', generation, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"format": \d+/, '"format": 1'));
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);

    await tables(tablesDir, 'list');

    expect(out.mock.calls.join('')).toContain(
      `gene2pubmed\tnot served: imported by another version, import it again\tgeneration ${generation}\n`,
    );
  });
});
