import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { run } from '../../../src/cli/run.js';
import { FAULT_NAMES, type FaultName } from '../../../src/sandbox/faults/faults.js';
import { parseFaults } from '../../../src/sandbox/faults/parse-faults.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { GENES } from '../../../src/cli/doctor/sample-records.js';
import { hurryClock } from '../../support/hurried-clock.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';
import { liesOf, telling } from './lies.js';

interface Report {
  readonly beliefs: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly seen: string;
    calls: number;
  }[];
}

/** Faults that break a belief, where they strike, and what differs: one belief, and those whose own answers they strike. */
const BREAKS: readonly (readonly [rule: string, ...beliefs: string[]])[] = [
  ['refused-command', 'link-keys', 'acheck', 'history-links'],
  ['refused-command:score', 'link-scores'],
  ['lost-ids', 'post'],
  ['lost-ids:elink', 'link-keys', 'acheck', 'history-links'],
  ['lost-ids:score', 'link-scores'],
  ['lost-ids:esummary', 'summary-keys'],
  ['expired-history', 'history-set'],
  ['json-bound', 'json-bound'],
  ['http-414:epost', 'post'],
  ['key-refused', 'einfo'],
  ['missing-ids:elink', 'links-repeated-ids', 'acheck', 'history-links'],
  ['missing-ids:esummary', 'summary-keys'],
  ['missing-ids:efetch', 'articles'],
  ['missing-ids:score', 'link-scores'],
  ['extra-ids:elink', 'link-keys', 'history-links'],
  ['extra-ids:esummary', 'summary-keys'],
  ['wrong-echo:elink', 'links-repeated-ids', 'acheck', 'history-links'],
  ['wrong-echo:esummary', 'summary-keys'],
  ['merged', 'links-repeated-ids'],
  ['vanish', 'link-keys', 'history-links'],
  ['vanish:score', 'link-scores'],
  ['no-hits-listed', 'search-pages'],
  ['too-many-hits', 'search-pages'],
  ['uncounted-hits', 'search-pages'],
  ['wrong-page', 'search-pages'],
  ['other-link-name', 'link-keys'],
  ['other-target', 'link-keys'],
  ['rounded-ids', 'link-keys'],
  ['ids-as-words', 'link-keys'],
  ['wrong-summary', 'summary-keys'],
  ['deep-nesting:einfo', 'einfo'],
  ['deep-nesting:elink', 'link-keys', 'history-links'],
  ['deep-nesting:esearch', 'search-pages'],
  ['deep-nesting:esummary', 'summary-keys'],
  ['missing-citation', 'citations'],
];

/** Faults of passing trouble: no belief differs, and those that could not be checked say so. */
const TROUBLE: readonly FaultName[] = [
  'in-body-error',
  'dead',
  'hidden-error',
  'escaped-page',
  'error-as-text',
  'no-root',
  'huge-xml',
  'empty',
  'web-page',
  'bad-part',
  'http-400',
  'http-500',
  'http-502',
  'http-503',
  'unroutable',
  'blocked',
  'cut-off',
  'reset',
  'reset-midway',
  // Plain text does not show whether it is whole.
  'stray-citation',
  'repeated-citation',
  'swapped-keys',
  'short-lines',
  'cut-citations',
];

/** Faults that the doctor does not notice: the answers are true, or the order means nothing. */
const HARMLESS: readonly FaultName[] = ['reordered', 'latin-1', 'padded', 'slow'];

/** How often those strike that take their time. */
const HARMLESS_OFTEN: Partial<Record<FaultName, string>> = { slow: 'x3', padded: 'x3' };

/** Faults that end only when the caller gives up, or close the gate for seconds: `every-fault` has them. */
const SLOW: readonly FaultName[] = [
  'timeout',
  'stall',
  'endless',
  'http-429',
  'http-429-bare',
  'http-429-retry-after',
  'rate-in-200',
];

/** Beliefs that a test of their own sees differ. */
const ELSEWHERE = ['catalog-databases', 'summary-fields'];

const RATE_HEADERS = { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '99' };

describe('entrez-graph doctor', () => {
  hurryClock(5);
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ rps: 1000, keyedRps: 1000 });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    sandbox.faults.set([]);
  });
  afterAll(() => sandbox.close());

  async function doctor(...flags: readonly string[]): Promise<{ code: number; out: string; err: string }> {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const code = await run(['doctor', '--ncbi-base-url', sandbox.url, '--ncbi-rps', '100', ...flags]);
    const text = (calls: readonly (readonly unknown[])[]): string => calls.map(([chunk]) => String(chunk)).join('');
    return { code, out: text(out.mock.calls), err: text(err.mock.calls) };
  }

  async function examined(faults: string, ...flags: readonly string[]) {
    sandbox.faults.set(parseFaults(faults));
    const { code, out } = await doctor('--json', ...flags);
    const { beliefs } = JSON.parse(out) as Report;
    const withVerdict = (wanted: string) => beliefs.filter(({ verdict }) => verdict === wanted).map(({ name }) => name);
    return { code, beliefs, differing: withVerdict('differs'), untold: withVerdict('could not tell') };
  }

  it.each([
    { flags: [], hold: 35, calls: 33 },
    { flags: ['--full'], hold: 38, calls: 73 },
  ])('finds that every belief holds of the sandbox, with $flags in $calls calls', async ({ flags, hold, calls }) => {
    const before = sandbox.requests.length;
    const { code, out } = await doctor(...flags);
    const lines = out.trimEnd().split('\n');
    const sum = `${hold} hold, 0 differ, 0 could not tell; ${calls} calls.`;
    const hint = flags.length === 0 ? ' Check every database with --full.' : '';
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([sum + hint]);
    expect(code).toBe(0);
    expect(sandbox.requests.length - before).toBe(calls);
  });

  it('covers every fault of the sandbox in the tables of this test', () => {
    const named = [...BREAKS.map(([rule]) => rule.split(':')[0]), ...TROUBLE, ...HARMLESS, ...SLOW, 'poison'];
    expect(FAULT_NAMES.filter((name) => !named.includes(name))).toEqual([]);
  });

  it.each(BREAKS)('under %s finds that "%s" differs, and what else it breaks', async (rule, ...beliefs) => {
    const { code, differing } = await examined(rule, '--ncbi-api-key', 'a-key-of-this-test');
    expect([differing, code]).toEqual([beliefs, 1]);
  });

  it('checks what reads other answers even where the links are of another form', async () => {
    sandbox.intercept(({ utility, params }) =>
      utility === 'elink' && params.some(([, value]) => value === 'neighbor')
        ? { body: JSON.stringify({ header: { type: 'elink' }, linksets: [{ dbfrom: 'gene', ids: GENES }] }) }
        : undefined,
    );
    const { differing, untold } = await examined('reordered', '--full');
    sandbox.intercept(undefined);
    expect(differing).toEqual(['link-keys']);
    expect(untold.filter((name) => !name.startsWith('link'))).toEqual([]);
  });

  it.each(TROUBLE)('under %s finds no difference, but cannot tell', async (fault) => {
    const { code, differing, untold } = await examined(fault);
    expect([differing, code]).toEqual([[], 3]);
    expect(untold).not.toEqual([]);
  });

  it.each(HARMLESS)('under %s finds that all beliefs hold', async (fault) => {
    const { code, differing, untold } = await examined(`${fault}:${HARMLESS_OFTEN[fault] ?? '1.0'}`);
    expect([differing, untold, code]).toEqual([[], [], 0]);
  });

  it('checks a belief that differs once more, and calls it undecided when it holds then', async () => {
    const { code, beliefs } = await examined('merged:x1');
    expect(beliefs.filter(({ verdict }) => verdict !== 'holds' && verdict !== 'could not tell')).toEqual([]);
    expect(beliefs.find(({ name }) => name === 'links-repeated-ids')).toMatchObject({
      verdict: 'could not tell',
      seen: 'It differed once and held the next time. No set is about 672, 7157, 4294967290 alone, but about 672+7157+4294967290.',
      calls: 1,
      shared: 1,
    });
    expect(code).toBe(3);
  });

  it('asks nothing more once NCBI keeps the address out', async () => {
    const before = sandbox.requests.length;
    const { beliefs } = await examined('blocked');
    expect(sandbox.requests.length - before).toBe(1);
    expect(beliefs.find(({ name }) => name === 'post')?.seen).toBe('It needs "einfo", which could not be checked.');
  });

  it('finds every other belief that NCBI contradicts, of those that hold each other up', async () => {
    const honest = async (path: string): Promise<string> => (await fetch(`${sandbox.url}${path}`)).text();
    const lies = liesOf({
      databases: await honest('einfo.fcgi?retmode=json'),
      summaries: await honest(`esummary.fcgi?db=gene&retmode=json&id=${GENES.join()}`),
    });
    sandbox.intercept(telling(lies));
    const { differing, beliefs } = await examined('reordered', '--full');
    sandbox.intercept(undefined);
    expect(differing.toSorted()).toEqual(lies.map(({ belief }) => belief).toSorted());
    const broken = [...lies.map(({ belief }) => belief), ...BREAKS.flatMap(([, ...others]) => others), ...ELSEWHERE];
    expect(beliefs.map(({ name }) => name).filter((name) => !broken.includes(name))).toEqual([]);
  });

  it('finds a catalog that has drifted, and says how to refresh it', async () => {
    sandbox.intercept(({ utility, params }) =>
      utility === 'einfo' && !params.some(([name]) => name === 'db')
        ? {
            headers: RATE_HEADERS,
            body: JSON.stringify({ header: { type: 'einfo' }, einforesult: { dblist: ['pubmed', 'newdb'] } }),
          }
        : undefined,
    );
    const { differing, beliefs } = await examined('reordered');
    sandbox.intercept(undefined);
    expect(differing).toEqual(['catalog-databases']);
    expect(beliefs.find(({ name }) => name === 'catalog-databases')?.seen).toMatch(
      /^Databases: new newdb, gone [^]*Run entrez-graph catalog refresh\.$/,
    );
  });

  it('finds a typed field that a summary no longer supports', async () => {
    sandbox.intercept(({ utility, params }) =>
      utility === 'esummary' && params.some(([, value]) => value === 'taxonomy')
        ? {
            body: JSON.stringify({
              header: { type: 'esummary' },
              result: { uids: ['9606'], 9606: { uid: '9606', scientificname: { words: [] } } },
            }),
          }
        : undefined,
    );
    const { differing, beliefs } = await examined('reordered');
    sandbox.intercept(undefined);
    expect(differing).toEqual(['summary-fields']);
    expect(beliefs.find(({ name }) => name === 'summary-fields')?.seen).toMatch(
      /^Fields that cannot be read: taxonomy\.scientificName \(/,
    );
  });

  it('records the exchanges without key, e-mail and address', async () => {
    await using folder = await TemporaryFolder.create();
    sandbox.faults.set(parseFaults('http-500:esearch'));
    await doctor('--record', folder.path, '--ncbi-api-key', 'a-key-of-this-test', '--ncbi-email', 'me@example.org');
    const files = [...(await folder.files())];
    expect(files.filter(([name]) => name.endsWith('.json')).length).toBeGreaterThan(20);
    expect(files.filter(([, text]) => /a-key-of-this-test|me@example\.org|127\.0\.0\.1/.test(text))).toEqual([]);
  });

  it('paces itself at one request per second unless a flag sets another rate, whatever NCBI_RPS says', async () => {
    vi.stubEnv('NCBI_RPS', '50');
    sandbox.faults.set(parseFaults('blocked'));
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await run(['doctor', '--json', '--ncbi-base-url', sandbox.url])).toBe(3);
    vi.unstubAllEnvs();
    expect(JSON.parse(String(out.mock.calls[0]?.[0]))).toMatchObject({ requestsPerSecond: 1 });
  });
});
