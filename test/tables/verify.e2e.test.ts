import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';

import { tablesCommand } from '../../src/cli/tables.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';
import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { Tables } from '../../src/tables/serving/tables.js';
import { readCurrent } from '../../src/tables/storage/manifest.js';
import { parameterOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';
import { gene2pubmed, importText, verify } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

type Pair = readonly [gene: string, pubmed: string];

/** The links that ELink of the sandbox has. */
function linksOf(gene: string): Pair[] {
  return loadSampleGraph()
    .links('gene_pubmed', gene)
    .map((pubmed) => [gene, pubmed] as const);
}

/** What the command `tables` prints. */
async function runTables(tablesDir: string, ...args: string[]): Promise<string> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await tablesCommand().parseAsync([...args, '--tables-dir', tablesDir], { from: 'user' });
  const text = out.mock.calls.join('');
  out.mockRestore();
  return text;
}

describe('verify', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterEach(() => {
    gateway.sandbox.intercept(undefined);
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('finds missing and extra links and records that are gone, and what disagrees is not served', async () => {
    const [first, second, third] = [linksOf('7157'), linksOf('672'), linksOf('675')];
    const tablesDir = await folder();
    const table = gene2pubmed([...first, ['7157', 99], ...second.slice(1), ...third, [999_999_999, 15]]);
    await importText(tablesDir, 'gene2pubmed', table);
    // Of a gene in the list of all genes that is not in the table, it would be said that it has no links.
    await importText(tablesDir, 'gene_info', '#tax_id\tGeneID\tSymbol\n9606\t3845\tKRAS\n');
    const forgotten = linksOf('3845');
    expect(forgotten.length).toBeGreaterThan(0);

    const { links } = await verify(gateway.gateway, 'gene2pubmed', { tablesDir });

    expect(links.gene_pubmed).toMatchObject({
      sampled: 5,
      exact: 1,
      missing: { sources: 2, links: 1 + forgotten.length },
      extra: { sources: 2, links: 2 },
      agreement: 0.2,
    });
    expect(links.gene_pubmed?.examples).toContain(`672: missing in the table: ${second[0]?.[1] ?? ''}`);
    expect(links.gene_pubmed?.examples).toContain('7157: only in the table: 99');
    expect(links.gene_pubmed?.examples).toContain('999999999: NCBI no longer has this record');
    expect(isServed(tablesDir, '675')).toBe(false);
    expect(isServed(tablesDir, '675', 0.2)).toBe(true);
  });

  it('finds genes of another taxon', async () => {
    const tablesDir = await folder();
    const [taxon = ''] = loadSampleGraph().links('gene_taxonomy', '672');
    const genes = `#tax_id\tGeneID\tSymbol\n${taxon}\t672\tBRCA1\n10090\t7157\tTP53\n`;
    await importText(tablesDir, 'gene_info', genes);

    const { links } = await verify(gateway.gateway, 'gene_info', { tablesDir });

    expect(links.gene_taxonomy).toMatchObject({ sampled: 2, exact: 1, agreement: 0.5 });
    expect(links.gene_taxonomy?.examples).toEqual([`7157: missing in the table: ${taxon}; only in the table: 10090`]);
  });

  it('finds a table that is older than the links of ELink, and minds no row that comes twice', async () => {
    const tablesDir = await folder();
    const of = (genes: readonly string[]) => genes.flatMap((gene) => linksOf(gene));
    const genes = ['672', '675', '7157'];
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([...of(genes), ...of(genes.slice(1))]));
    const now = await verify(gateway.gateway, 'gene2pubmed', { tablesDir });
    expect(now.links.gene_pubmed).toMatchObject({ sampled: 3, exact: 3, agreement: 1, examples: [] });
    expect(isServed(tablesDir, '675')).toBe(true);

    const older = gene2pubmed(genes.flatMap((gene) => linksOf(gene).slice(2)));
    await importText(tablesDir, 'gene2pubmed', older, { acceptShrink: true });
    const before = await verify(gateway.gateway, 'gene2pubmed', { tablesDir });
    expect(before.links.gene_pubmed).toMatchObject({
      exact: 0,
      missing: { sources: 3, links: 6 },
      extra: { sources: 0, links: 0 },
    });
  });

  it('stores nothing where ELink fails on the way', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', gene2pubmed(linksOf('3845')));
    // No test before has loaded them.
    gateway.sandbox.intercept((request) =>
      parameterOf(request, 'linkname') === 'pubmed_gene' ? { status: 403, body: 'Forbidden' } : undefined,
    );

    await expect(verify(gateway.gateway, 'gene2pubmed', { tablesDir })).rejects.toThrow(EntrezError);

    expect(readCurrent(tablesDir, 'gene2pubmed')?.verification).toBeUndefined();
  });

  it('names the link names that are not served, and why; so does list', async () => {
    const tablesDir = await folder();
    const pairs = [...linksOf('675').slice(1), ...linksOf('672')];
    await importText(tablesDir, 'gene2pubmed', gene2pubmed(pairs));
    await importText(tablesDir, 'medgen_pubmed_lnk', '#UID|CUI|NAME|PMID|\n2|C1|a|15|\n');
    const run = (...args: string[]): Promise<string> => runTables(tablesDir, ...args);
    const ncbi = ['--ncbi-base-url', gateway.sandbox.url, '--ncbi-rps', '50'];

    expect(await run('verify', 'gene2pubmed', ...ncbi)).toMatch(
      /^gene_pubmed: 50\.0 % agree \(2 compared, 1 exact, .*\)\n  not served: less than 99 % \(TABLES_MIN_AGREEMENT\)\n  675: missing/,
    );
    expect(await run('verify', 'gene2pubmed', ...ncbi, '--tables-min-agreement', '50')).toMatch(
      /^gene_pubmed: 50\.0 % agree \(2 compared, 1 exact, .*\)\n  675: missing/,
    );
    const listed = await run('list', '--tables-verified-only', 'on');
    expect(listed).toMatch(/  gene_pubmed\t.*\t50\.0 % agree with ELink, not served: less than 99 %/);
    expect(listed).toMatch(/  medgen_pubmed\t.*\tnot verified, not served: TABLES_VERIFIED_ONLY is on/);
    expect(await run('list')).toMatch(/  medgen_pubmed\t.*\tnot verified\n/);
    await importText(tablesDir, 'open_citation_collection', 'citing,referenced\n20,10\n');
    expect(await run('list', '--tables-verified-only', 'on')).toMatch(/  pubmed_open_references\t.*\tnot in ELink\n/);
    expect(await run('verify', 'open_citation_collection', ...ncbi)).toBe(
      'open_citation_collection: nothing to compare, ELink has none of its links.\n',
    );
  });

  it('list --json says it too, by link name', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([...linksOf('675').slice(1), ...linksOf('672')]));
    await verify(gateway.gateway, 'gene2pubmed', { tablesDir });
    await importText(tablesDir, 'medgen_pubmed_lnk', '#UID|CUI|NAME|PMID|\n2|C1|a|15|\n');
    const listed = async (...args: string[]): Promise<Record<string, unknown>> => {
      const text = await runTables(tablesDir, 'list', '--json', ...args);
      const tables = JSON.parse(text) as readonly { readonly links: Record<string, { readonly notServed: unknown }> }[];
      const links = tables.flatMap((table) => Object.entries(table.links));
      return Object.fromEntries(links.map(([linkName, { notServed }]) => [linkName, notServed]));
    };

    expect(await listed()).toMatchObject({
      gene_pubmed: 'less than 99 % (TABLES_MIN_AGREEMENT)',
      medgen_pubmed: null,
      pubmed_medgen: null,
    });
    expect(await listed('--tables-verified-only', 'on')).toMatchObject({
      medgen_pubmed: 'TABLES_VERIFIED_ONLY is on',
    });
  });

  it('finds a gene that was retired, though its summary is still there, and links to it', async () => {
    gateway.sandbox.intercept((request) =>
      request.utility === 'esummary' && parameterOf(request, 'id') === '801'
        ? { body: JSON.stringify({ result: { uids: ['801'], '801': { uid: '801', status: '1', currentid: '808' } } }) }
        : undefined,
    );
    const tablesDir = await folder();
    const [[, pubmed] = ['', '']] = linksOf('675');
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([...linksOf('675'), ['801', pubmed]]));

    const { links } = await verify(gateway.gateway, 'gene2pubmed', { tablesDir });

    expect(links.gene_pubmed).toMatchObject({
      sampled: 2,
      exact: 1,
      missing: { sources: 0, links: 0 },
      extra: { sources: 1, links: 1 },
      examples: ['801: NCBI no longer has this record'],
    });
    expect(links.pubmed_gene?.extra).toEqual({ sources: 1, links: 1 });
    expect(isServed(tablesDir, '675')).toBe(false);
  });

  it.each([
    ['genes in the column of articles', ([gene, pubmed]: Pair) => `9606\t${pubmed}\t${gene}`],
    ['a column too many at the left, and the last cut off', ([gene]: Pair) => `1\t9606\t${gene}`],
    ['each article one row too low', ([gene]: Pair, above: string) => `9606\t${gene}\t${above}`],
  ])('finds %s: all ids, but not those of the header', async (_, rowOf) => {
    const tablesDir = await folder();
    // Genes in turn, so that the row above is of another one.
    const [one, other] = [linksOf('672').slice(0, 20), linksOf('7157').slice(0, 20)];
    const pairs = one.flatMap((pair, index) => [pair, other[index] ?? pair]);
    const rows = pairs.map((pair, index) => rowOf(pair, pairs.at(index - 1)?.[1] ?? ''));
    await importText(tablesDir, 'gene2pubmed', `#tax_id\tGeneID\tPubMed_ID\n${rows.join('\n')}\n`);

    const { links } = await verify(gateway.gateway, 'gene2pubmed', { tablesDir });

    for (const name of ['gene_pubmed', 'pubmed_gene']) {
      expect(links[name]?.sampled, name).toBeGreaterThan(0);
      expect(links[name]?.agreement, name).toBeLessThan(0.1);
      expect(links[name]?.extra.links, name).toBeGreaterThan(0);
      expect(links[name]?.examples, name).not.toEqual([]);
    }
    expect(isServed(tablesDir, '7157')).toBe(false);
  });
});

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

function isServed(tablesDir: string, gene: string, minAgreement = 0.99): boolean {
  const tables = new Tables({ tablesDir, use: 'prefer', verifiedOnly: true, minAgreement });
  onTestFinished(() => {
    tables.close();
  });
  return tables.links({ name: 'gene_pubmed', from: 'gene', to: 'pubmed' }, gene) !== undefined;
}
