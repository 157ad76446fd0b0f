import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { Command } from '../support/command.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

describe.concurrent('the command as a process', () => {
  it('demo --once --tables gives links of tables made of the sample data, labelled as such, and removes them', async () => {
    await using folder = await TemporaryFolder.create();
    await using command = new Command(['demo', '--once', '--tables', '--port', '0'], {
      TMPDIR: folder.path,
      TABLES: 'off',
      TABLES_DIR: join(folder.path, 'none'),
    });
    expect([...(await command.end()), command.err]).toEqual([0, null, '']);
    expect(command.out).toContain(
      'tables made of them: gene_info, gene_history, gene2pubmed, gene2ensembl, PMC-ids, MedGenIDMappings, medgen_pubmed_lnk',
    );
    expect(command.out).toMatch(/"tables": \[\s*\{\s*"name": "gene2pubmed",[^}]*"isSample": true/);
    expect(command.out).toContain('"source": "sandbox"');
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('demo --once shows TP53 with papers, scores and titles, marked as sample data, and ends', async () => {
    // Neither a key nor an address of the environment reaches the demo.
    // Nor do its sample data reach the stores of the environment.
    await using folder = await TemporaryFolder.create();
    const command = new Command(['demo', '--once', '--port', '0'], {
      NCBI_API_KEY: 'invalid',
      NCBI_BASE_URL: 'http://127.0.0.1:9/',
      CACHE_DIR: join(folder.path, 'cache'),
      RECORD_DIR: join(folder.path, 'recorded'),
      REDIS_URL: 'redis://127.0.0.1:9',
    });
    expect([...(await command.end()), command.err]).toEqual([0, null, '']);
    expect(await readdir(folder.path)).toEqual([]);
    expect(command.out).toContain('Sample data from the built-in sandbox, not from NCBI.');
    expect(command.out).toContain('"symbol": "TP53"');
    expect(command.out).toMatch(/"score": \d+/);
    expect(command.out).toMatch(/"title": "\w/);
    expect(command.out).toContain('"source": "sandbox"');
    expect(command.out).not.toContain('"errors"');
  });

  it('serve answers from where it is told to, and ends with 0 at SIGTERM', async () => {
    const sandbox = new Command(['sandbox', '--port', '0', '--rps', '0']);
    const upstream = await sandbox.says(/listening on (http:\S+)/);
    const serve = new Command(['serve', '--port', '0', '--ncbi-rps', '50'], { NCBI_BASE_URL: upstream });
    const address = await serve.says(/Listening on (http:\S+)/);
    expect(serve.out).toBe(`Listening on ${address} (upstream ${upstream}, 50 requests/s)\n`);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ gene(uid: 7157) { symbol } }' }),
    });
    expect(await response.json()).toMatchObject({
      data: { gene: { symbol: 'TP53' } },
      extensions: { entrez: { source: 'sandbox' } },
    });

    serve.stop('SIGTERM');
    expect(await serve.end()).toEqual([0, null]);
    expect(JSON.parse(serve.err)).toMatchObject({ msg: expect.stringMatching(/^NCBI_EMAIL is not set\./) as unknown });
    sandbox.stop('SIGINT');
    expect([...(await sandbox.end()), sandbox.err]).toEqual([0, null, '']);
  });
});
