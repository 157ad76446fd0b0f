import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { run } from '../../../src/cli/run.js';
import { startSandbox } from '../../../src/sandbox/server.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

/** What a command line wrote, and how it ended. */
async function query(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text);
    return true;
  });
  const code = await run(['query', ...args]);
  vi.restoreAllMocks();
  return { code, ...written };
}

describe('entrez-graph query', () => {
  afterEach(() => {
    vi.restoreAllMocks();
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
      /^records\.gene\.symbol,records\.gene\.omim\.totalCount\nTP53,\d+\nERROR UNKNOWN_ID 99999999999,ERROR .*\n$/,
    );
  });

  it.each([
    [['/none.graphql'], /^entrez-graph: Cannot read \/none\.graphql: ENOENT.*\n$/],
    [['/dev/null', '--variables', '{'], /^entrez-graph: --variables is not valid JSON: .*\n$/],
    [['/dev/null', '--variables', '[]'], /--variables must be a JSON object/],
    [['/dev/null', '--variables', '@/none.json'], /Cannot read \/none\.json/],
    [['/dev/null', '--ids', '/none.txt'], /Cannot read \/none\.txt/],
    [['-', '--ids', '-'], /Only one of the document and --ids can come from standard input/],
    [['/dev/null', '--chunk', '5'], /--chunk needs --ids/],
    [['/dev/null', '--ids-variable', 'x'], /--ids-variable needs --ids/],
    [['/dev/null', '--ids', '/dev/null', '--chunk', '0'], /--chunk must be a whole number of at least 1, not "0"/],
    [['/dev/null', '--format', 'xml'], /Allowed choices are json, ndjson, csv, tsv/],
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
