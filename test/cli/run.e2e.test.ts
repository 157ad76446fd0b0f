import { readFile } from 'node:fs/promises';

import { buildSchema } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { run } from '../../src/cli/run.js';

/** What a command line wrote, and how it ended. */
async function outcome(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
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

describe('entrez-graph', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('--help is readable: what it is, and every command with what it does', async () => {
    const { code, out, err } = await outcome(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: entrez-graph/);
    expect(out).toContain("link graph of NCBI's Entrez databases");
    for (const command of ['serve', 'demo', 'sandbox', 'schema', 'catalog']) {
      expect(out).toMatch(new RegExp(`^  ${command} .*\\w{3,}`, 'm'));
    }
  });

  it.each(['serve', 'demo', 'sandbox', 'schema', 'catalog refresh'])(
    '%s --help explains every flag',
    async (command) => {
      const { code, out } = await outcome([...command.split(' '), '--help']);
      expect(code).toBe(0);
      expect(out.match(/^ {2}-/gm)?.length).toBeGreaterThan(1);
      // A description may begin on the line below a long flag.
      expect(out).not.toMatch(/^ {2}--\S+( <\w+>)?\n {2}-/m);
    },
  );

  it.each(['query', 'demo'])('%s --help shows no setting that the command decides itself', async (command) => {
    const { out } = await outcome([command, '--help']);
    expect(out).toContain('[CACHE_MB]');
    expect(out).not.toContain('[AUTH_TOKENS_FILE]');
  });

  it('query --help shows no default for the limits that do not apply unless they are set', async () => {
    const { out } = await outcome(['query', '--help']);
    expect(out.replace(/\s+/g, ' ')).toMatch(/--deadline-ms <value> [^[]*\(default: none\) \[DEADLINE_MS\]/);
    expect(out.replace(/\s+/g, ' ')).toMatch(/--max-calls <value> [^[]*\(default: none\) \[MAX_CALLS\]/);
  });

  it('--version prints the version of the package and nothing else', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await outcome(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('serve --help names the variable of each setting, and its default', async () => {
    const { out } = await outcome(['serve', '--help']);
    expect(out.replace(/\s+/g, ' ')).toContain(
      '--port <value> Port to listen on; 0 selects a free port (default: 4000) [PORT]',
    );
    expect(out).toContain('[NCBI_API_KEY]');
  });

  it.each([
    [['--nope'], /unknown option '--nope'/],
    [['nope'], /unknown command 'nope'/],
    [['serev'], /unknown command 'serev' \(Did you mean serve\?\)/],
    [['serve', '--nope'], /unknown option '--nope'/],
    [['serve', 'now'], /too many arguments/],
    [['serve', '--port'], /option '--port <value>' argument missing/],
    [['serve', '--port', '99999'], /PORT \(--port\) must be a whole number from 0 to 65535, not "99999"/],
    [
      ['serve', '--ncbi-email', 'root@example.org'],
      /NCBI_EMAIL \(--ncbi-email\) must be an e-mail address that does not start with root@/,
    ],
    [
      ['demo', '--log-level', 'loud'],
      /LOG_LEVEL \(--log-level\) must be one of debug, info, warn, error, silent, not "loud"/,
    ],
    [['demo', '--ncbi-rps', '5'], /unknown option '--ncbi-rps'/],
    [['sandbox', '--port', 'x'], /--port must be a whole number from 0 to 65535, not "x"/],
    [['sandbox', '--rps', '-1'], /--rps must be a whole number from 0 to 10000, not "-1"/],
    [['sandbox', '--latency', 'soon'], /--latency: "soon" is no latency: expected/],
    [['sandbox', '--faults', 'cutof:5%'], /--faults: Unknown fault "cutof"\. Did you mean "cut-off"\?/],
    [['schema', '--out'], /option '--out <file>' argument missing/],
    [
      ['catalog', 'refresh', '--ncbi-base-url', 'ncbi'],
      /NCBI_BASE_URL \(--ncbi-base-url\) must be an http or https URL, not "ncbi"/,
    ],
    [['catalog', 'rebuild'], /unknown command 'rebuild'/],
  ])('%j is answered in one line on standard error and exit code 2', async (args, message) => {
    const { code, out, err } = await outcome(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).toMatch(/^entrez-graph: [^\n]+\n$/);
  });

  it.each([
    ['NCBI_RPS', 'fast', /NCBI_RPS \(--ncbi-rps\) must be a whole number from 1 to 100, not "fast"/],
    ['DEADLINE_MS', '1m', /DEADLINE_MS \(--deadline-ms\) must be a whole number/],
    ['NCBI_API_KEY', 'se cret', /NCBI_API_KEY \(--ncbi-api-key\) must be a key without blanks, not the value given/],
  ])('a bad variable %s=%s is answered in one line too', async (name, value, message) => {
    vi.stubEnv(name, value);
    const { code, out, err } = await outcome(['serve']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).toMatch(/^entrez-graph: [^\n]+\n$/);
    expect(err).not.toContain('se cret');
  });

  it.each([[[]], [['catalog']]])('%j, without a command, shows the help as an error', async (args) => {
    const { code, out, err } = await outcome(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Commands:');
  });

  it('schema prints the whole schema and nothing else', async () => {
    const { code, out, err } = await outcome(['schema']);
    expect([code, err]).toEqual([0, '']);
    expect(buildSchema(out).getType('Gene')).toBeDefined();
  });

  it('demo leaves nothing running when it cannot start', async () => {
    const servers = (): number =>
      process.getActiveResourcesInfo().filter((resource) => resource === 'TCPServerWrap').length;
    // Test files share a process, and Node may still list the servers of others.
    const before = servers();
    expect(await outcome(['demo', '--port', 'high'])).toMatchObject({ code: 2 });
    // Node lists a closed server for some turns of its event loop.
    await expect.poll(servers).toBeLessThanOrEqual(before);
  });

  it('ends with 1, not 2, when the caller is right but the command fails', async () => {
    const { code, out, err } = await outcome(['schema', '--out', '/nowhere/at/all.graphql']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^entrez-graph: Cannot write \/nowhere\/at\/all\.graphql: ENOENT[^\n]+\n$/);
  });
});
