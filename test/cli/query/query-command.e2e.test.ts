import { lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { run } from '../../../src/cli/run.js';
import { startSandbox } from '../../../src/sandbox/server.js';
import { ROWS } from '../../support/identifier-rows.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

/** What a command line wrote, and how it ended. */
async function commandLine(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text);
    return true;
  });
  const code = await run(args);
  vi.restoreAllMocks();
  return { code, ...written };
}

function query(...args: readonly string[]) {
  return commandLine('query', ...args);
}

describe('entrez-graph query', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('reads document, variables and ids from files, writes to a file, and ends with 3 when something failed', async () => {
    await using folder = await TemporaryFolder.create();
    const sandbox = await startSandbox({ rps: 0 });
    const path = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder.path, name), text);
      return join(folder.path, name);
    };
    const text =
      'query ($uids: [ID!]!, $n: Int) { records { gene(uids: $uids) { symbol omim(first: $n) { totalCount } } } }';
    const { code, out, err } = await query(
      await path('genes.graphql', text),
      ...['--variables', `@${await path('variables.json', '{"n": 1}')}`],
      ...['--ids', await path('ids.txt', '\uFEFF7157 # TP53\r\n\r\n# not this one\r\n99999999999')],
      ...['--format', 'csv', '--out', join(folder.path, 'out.csv'), '--quiet'],
      ...['--ncbi-base-url', sandbox.url, '--ncbi-rps', '100'],
    );
    await sandbox.close();
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/^1 error: 1 UNKNOWN_ID\n {2}records\.gene\.1: .*\n$/);
    expect((await folder.files()).get('out.csv')).toMatch(
      /^input,records\.gene\.symbol,records\.gene\.omim\.totalCount,error\n7157,TP53,\d+,\n99999999999,ERROR UNKNOWN_ID 99999999999,ERROR .*,UNKNOWN_ID: The sample data hold .*\n$/,
    );
  });

  describe('with --out', () => {
    const GENE = '{ gene(uid: "7157") { symbol } }';

    it('replaces the file when the new one is complete, and leaves nothing else behind', async () => {
      await using folder = await TemporaryFolder.create();
      const out = join(folder.path, 'out.json');
      await writeFile(out, 'yesterday');
      await writeFile(join(folder.path, 'a.graphql'), GENE);
      expect(await query(join(folder.path, 'a.graphql'), '--sandbox', '--quiet', '--out', out)).toMatchObject({
        code: 0,
      });
      expect(await readFile(out, 'utf8')).toContain('TP53');
      expect((await readdir(folder.path)).toSorted()).toEqual(['a.graphql', 'out.json']);
    });

    it.each([
      ['the document has mistakes', '{ gene(uid: "7157") { symbl } }', 2],
      ['nothing but errors came', '{ gene(uid: "99999999999") { symbol } }', 1],
    ])('keeps the old file when %s', async (_reason, text, code) => {
      await using folder = await TemporaryFolder.create();
      const out = join(folder.path, 'out.json');
      await writeFile(out, 'yesterday');
      await writeFile(join(folder.path, 'a.graphql'), text);
      expect(await query(join(folder.path, 'a.graphql'), '--sandbox', '--quiet', '--out', out)).toMatchObject({ code });
      expect(await readFile(out, 'utf8')).toBe('yesterday');
      expect((await readdir(folder.path)).toSorted()).toEqual(['a.graphql', 'out.json']);
    });

    it('names the file before anything is sent when it cannot be written', async () => {
      await using folder = await TemporaryFolder.create();
      await writeFile(join(folder.path, 'a.graphql'), GENE);
      const sandbox = await startSandbox({ rps: 0 });
      const out = '/nowhere/at/all.json';
      const { code, err } = await query(
        ...[join(folder.path, 'a.graphql'), '--quiet', '--out', out, '--ncbi-base-url', sandbox.url],
      );
      expect([code, sandbox.requests.length]).toEqual([1, 0]);
      expect(err).toMatch(/^entrez-graph: Cannot write \/nowhere\/at\/all\.json: ENOENT[^\n]*\n$/);
      await sandbox.close();
    });

    it('writes to a device without replacing it, and names it when it is full', async () => {
      await using folder = await TemporaryFolder.create();
      await writeFile(join(folder.path, 'a.graphql'), GENE);
      const { code, err } = await query(join(folder.path, 'a.graphql'), '--sandbox', '--quiet', '--out', '/dev/full');
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(/^entrez-graph: Cannot write \/dev\/full: ENOSPC[^\n]*\n$/),
      ]);
      expect((await stat('/dev/full')).isCharacterDevice()).toBe(true);
    });

    it('replaces the file that a link leads to, with the permissions it had', async () => {
      await using folder = await TemporaryFolder.create();
      const [out, link] = [join(folder.path, 'out.json'), join(folder.path, 'latest.json')];
      await writeFile(out, 'yesterday', { mode: 0o600 });
      await symlink(out, link);
      await writeFile(join(folder.path, 'a.graphql'), GENE);
      await query(join(folder.path, 'a.graphql'), '--sandbox', '--quiet', '--out', link);
      expect(await readFile(out, 'utf8')).toContain('TP53');
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
      expect((await stat(out)).mode & 0o777).toBe(0o600);
    });
  });

  it('writes Parquet to a file, with a row for each input, and leaves nothing beside it', async () => {
    await using folder = await TemporaryFolder.create();
    const path = (name: string): string => join(folder.path, name);
    await writeFile(path('a.graphql'), 'query ($uids: [ID!]!) { records { gene(uids: $uids) { symbol } } }');
    await writeFile(path('ids.txt'), '7157\nnone such\n7157\n');
    const flags = [path('a.graphql'), '--ids', path('ids.txt'), '--format', 'parquet', '--sandbox', '--quiet'];
    expect(await query(...flags)).toMatchObject({ code: 2, err: 'entrez-graph: --format parquet needs --out.\n' });
    expect(await query(...flags, '--out', folder.path)).toMatchObject({
      code: 2,
      err: `entrez-graph: Cannot write ${folder.path}: --format parquet needs a regular file.\n`,
    });
    expect(await query(...flags, '--out', path('out.parquet'))).toMatchObject({ code: 3, out: '' });
    expect(await parquetReadObjects({ file: await asyncBufferFromFile(path('out.parquet')) })).toEqual([
      { input: '7157', 'records.gene.symbol': 'TP53', error: null },
      { input: 'none such', 'records.gene.symbol': null, error: expect.stringMatching(/^BAD_USER_INPUT: /) as unknown },
      { input: '7157', 'records.gene.symbol': 'TP53', error: null },
    ]);
    expect((await readdir(folder.path)).toSorted()).toEqual(['a.graphql', 'ids.txt', 'out.parquet']);
  });

  it('refuses a file that another command is writing, and names both', async () => {
    await using folder = await TemporaryFolder.create();
    const path = (name: string): string => join(folder.path, name);
    const out = path('out.csv');
    await writeFile(path('a.graphql'), '{ gene(uid: "7157") { symbol } }');
    const flags = [path('a.graphql'), '--format', 'csv', '--sandbox', '--quiet', '--out', out];
    await writeFile(`${out}.lock`, JSON.stringify({ token: 'x', host: hostname(), pid: process.ppid }));
    expect(await query(...flags)).toEqual({
      code: 1,
      out: '',
      err: `entrez-graph: Cannot write ${out}: process ${process.ppid} on ${hostname()} is writing it. Wait until that has ended, or remove ${out}.lock.\n`,
    });
    // One that was killed holds nothing up.
    await writeFile(`${out}.lock`, JSON.stringify({ token: 'x', host: hostname(), pid: 2 ** 22 + 1 }));
    expect(await query(...flags)).toMatchObject({ code: 0 });
    expect((await readdir(folder.path)).toSorted()).toEqual(['a.graphql', 'out.csv']);
  });

  describe('with rows of an earlier run', () => {
    const JOURNAL = { bytes: 6, reached: { place: { inputs: 1 }, errors: {}, cuts: {}, hasValues: true } };

    async function earlier(folder: TemporaryFolder, journal: object) {
      const path = (name: string): string => join(folder.path, name);
      await writeFile(path('a.graphql'), 'query ($uids: [ID!]!) { records { gene(uids: $uids) { symbol } } }');
      await writeFile(path('ids.txt'), '7157\n672\n');
      const flags = [path('a.graphql'), '--ids', path('ids.txt'), '--format', 'tsv', '--sandbox', '--quiet'];
      await writeFile(path('out.tsv.part'), 'TP53,\ntorn');
      await writeFile(path('out.tsv.journal'), JSON.stringify({ fingerprint: {}, ...journal }));
      return (...more: string[]) => query(...flags, '--out', path('out.tsv'), ...more);
    }

    it('refuses to go on when the command is another one, and begins anew with --restart', async () => {
      await using folder = await TemporaryFolder.create();
      const run = await earlier(folder, JOURNAL);
      expect(await run()).toMatchObject({
        code: 2,
        err: expect.stringMatching(/out\.tsv\.part: the query changed since it was begun\..*--restart\.\n$/) as unknown,
      });
      expect(await run('--restart')).toMatchObject({ code: 0 });
      const rows = 'input\trecords.gene.symbol\terror\n7157\tTP53\t\n672\tBRCA1\t\n';
      expect(await folder.files()).toEqual(
        new Map([
          ['a.graphql', expect.anything()],
          ['ids.txt', expect.anything()],
          ['out.tsv', rows],
        ]),
      );
    });

    it('refuses a file that is shorter than its journal says', async () => {
      await using folder = await TemporaryFolder.create();
      const run = await earlier(folder, { ...JOURNAL, bytes: 1000 });
      expect(await run()).toMatchObject({
        code: 2,
        err: expect.stringMatching(/shorter than .*journal says/) as unknown,
      });
    });
  });

  it('resolve gives each name a row with its record, in their order', async () => {
    await using folder = await TemporaryFolder.create();
    const names = join(folder.path, 'names.txt');
    await writeFile(names, 'name\nTP53\n"PMID:22417847"\nnosuchgene77\nTP53\n12\n');
    const { code, out } = await commandLine('resolve', names, '--sandbox', '--quiet');
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows[0]).toEqual(['input', 'kind', 'status', 'curie', 'title', 'note']);
    expect([code, rows.slice(1).map(([input, , status, curie]) => [input, status, curie])]).toEqual([
      0,
      [
        ['TP53', 'FOUND', 'NCBIGene:7157'],
        ['PMID:22417847', 'FOUND', 'pubmed:22417847'],
        ['nosuchgene77', 'NOT_FOUND', ''],
        ['TP53', 'FOUND', 'NCBIGene:7157'],
        ['12', 'NOT_FOUND', ''],
      ],
    ]);
  });

  it('resolve accounts for identifiers of every kind, in the forms that files have them in', async () => {
    await using folder = await TemporaryFolder.create();
    const sandbox = await startSandbox({ rps: 0 });
    const fast = ['--ncbi-base-url', sandbox.url, '--ncbi-rps', '100'];
    const names = join(folder.path, 'names.txt');
    const inputs = ROWS.map(({ right }) => right);
    const lines = inputs.map((name, index) => (index % 2 === 0 ? `"${name}"\tremark` : `${name} # remark`));
    await writeFile(names, `\uFEFFquery\r\n${lines.join('\r\n')}\r\n\r\n`);
    const { code, out } = await commandLine('resolve', names, ...fast, '--quiet', '--format', 'ndjson');
    await sandbox.close();
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, string | null>>);
    expect(code).toBe(0);
    expect([...new Set(rows.map(({ input }) => input))]).toEqual([...new Set(inputs)]);
    const unexplained = rows.filter(({ status, curie, note }) =>
      status === 'NOT_FOUND' ? note === null : curie === null,
    );
    expect(unexplained).toEqual([]);
    expect(rows.filter(({ note }) => note?.includes('NCBI finds'))).toEqual([]);
  });

  it('--ids-from takes the identifiers of one database as they are in a column, and each has its row', async () => {
    await using folder = await TemporaryFolder.create();
    const sandbox = await startSandbox({ rps: 0 });
    const fast = ['--ncbi-base-url', sandbox.url, '--ncbi-rps', '100'];
    const genes = ROWS.filter(({ db, right }) => db === 'gene' && !right.includes(','));
    const table = join(folder.path, 'genes.csv');
    const document = join(folder.path, 'genes.graphql');
    const cells = genes.map(({ right }, index) => `${index},"${right}",x`);
    await writeFile(table, ['n,Gene,note', ...cells, '99,,empty'].join('\r\n'));
    await writeFile(document, 'query ($ids: [ID!]!) { records { gene(ids: $ids) { uid } } }');
    const { code, out } = await query(
      document,
      ...['--ids', table, '--ids-from', 'gene', ...fast, '--quiet', '--format', 'csv'],
    );
    await sandbox.close();
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').slice(0, 2));
    expect(code).toBe(3);
    expect(rows.slice(1, -1)).toEqual(
      genes.map(({ right, uid }) => [right, uid ?? expect.stringMatching(/^ERROR UNKNOWN_ID/)]),
    );
    expect(rows.at(-1)).toEqual(['', expect.stringMatching(/^ERROR BAD_USER_INPUT/)]);
  });

  it('--sandbox leaves the cache and the recordings of the operator alone, and takes no flags for them', async () => {
    await using folder = await TemporaryFolder.create();
    await writeFile(join(folder.path, 'a.graphql'), '{ gene(uid: "7157") { symbol } }');
    vi.stubEnv('CACHE_DIR', join(folder.path, 'cache'));
    vi.stubEnv('RECORD_DIR', join(folder.path, 'recorded'));
    vi.stubEnv('NCBI_API_KEY', 'se cret, which is not even looked at');
    const { code, out } = await query(join(folder.path, 'a.graphql'), '--sandbox', '--quiet');
    expect([code, out]).toEqual([0, expect.stringContaining('TP53')]);
    expect(await readdir(folder.path)).toEqual(['a.graphql']);
    for (const flag of ['--cache-dir', '--redis-url', '--record-dir', '--ncbi-api-key']) {
      expect(await query('/dev/null', '--sandbox', flag, 'x')).toMatchObject({
        code: 2,
        err: expect.stringMatching(new RegExp(`'--sandbox' cannot be used with option '${flag}`)) as unknown,
      });
    }
  });

  it.each([
    [['/none.graphql'], /^entrez-graph: Cannot read \/none\.graphql: ENOENT.*\n$/],
    [['/dev/null', '--variables', '{'], /^entrez-graph: --variables is not valid JSON: .*\n$/],
    [['/dev/null', '--variables', '[]'], /--variables must be a JSON object/],
    [['/dev/null', '--variables', '{"uids": [9007199254740993]}'], /"--variables\.uids\[0\]" is a whole number above/],
    [['/dev/null', '--variables', '@/none.json'], /Cannot read \/none\.json/],
    [['/dev/null', '--ids', '/none.txt'], /Cannot read \/none\.txt/],
    [['-', '--ids', '-'], /Only one of the document and --ids can come from standard input/],
    [['/dev/null', '--chunk', '5'], /--chunk needs --ids/],
    [['/dev/null', '--ids-variable', 'x'], /--ids-variable needs --ids/],
    [['/dev/null', '--ids', '/dev/null', '--chunk', '0'], /--chunk must be a whole number of at least 1, not "0"/],
    [['/dev/null', '--format', 'xml'], /Allowed choices are json, ndjson, csv, tsv, parquet, kgx/],
    [
      ['/dev/null', '--sandbox', '--ncbi-base-url', 'http://x/'],
      /'--sandbox' cannot be used with option '--ncbi-base-url/,
    ],
    [['/dev/null', '--deadline-ms', '1'], /DEADLINE_MS \(--deadline-ms\) must be a whole number/],
    [[], /missing required argument 'file'/],
  ])('refuses %j as misuse, with 2', async (args, complaint) => {
    const { code, out, err } = await query(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(complaint);
  });
});
