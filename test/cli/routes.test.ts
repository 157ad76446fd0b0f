import { parse, validate } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { run } from '../../src/cli/run.js';
import { buildSchema } from '../../src/schema/schema.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

/** What a command line wrote, and how it ended. */
async function outcome(line: string): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text);
    return true;
  });
  const code = await run(line.split(' '));
  vi.restoreAllMocks();
  return { code, ...written };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('entrez-graph routes', () => {
  it('lists routes with their link names, best first', async () => {
    expect(await outcome('routes clinvar structure --first 3')).toEqual({
      code: 0,
      err: '',
      out: [
        'HOPS  ROUTE                       LINK NAMES',
        '2     clinvar > gene > structure  clinvar_gene, gene_structure',
        '2     clinvar > omim > structure  clinvar_omim, omim_structure',
        '2     clinvar > snp > structure   clinvar_snp, snp_structure',
        '',
      ].join('\n'),
    });
  });

  it('says which links are computed', async () => {
    const { out } = await outcome('routes gene gene --max-hops 1');
    expect(out).toContain('gene_gene_h3k4me3 (computed)');
  });

  it('--json gives what programs need: names, fields, alternatives and a valid operation', async () => {
    const { code, out } = await outcome('routes pubmed nucleotide --first 1 --json');
    const [route] = JSON.parse(out);
    expect(code).toBe(0);
    expect(route.databases).toEqual(['pubmed', 'nuccore']);
    expect(route.hops).toEqual([
      {
        name: 'pubmed_nuccore',
        from: 'pubmed',
        to: 'nuccore',
        field: 'nuccore',
        meaning: null,
        label: 'Nucleotide Links',
        kind: 'curated',
        scored: false,
        origin: 'einfo',
        alternatives: ['pubmed_nuccore_refseq', 'pubmed_nuccore_weighted'],
      },
    ]);
    expect(validate(buildSchema(loadCatalog()), parse(route.query))).toEqual([]);
  });

  it('--query prints the best operation and nothing else', async () => {
    const { out } = await outcome('routes clinvar structure --query');
    const { out: json } = await outcome('routes clinvar structure --first 1 --json');
    expect(out).toBe(`${JSON.parse(json)[0].query}\n`);
  });

  it('says so when there is no route, and fails where an operation was wanted', async () => {
    const none = 'No links lead from grasp to gene in 2 hops or fewer.';
    expect(await outcome('routes grasp gene --max-hops 2')).toEqual({ code: 0, out: `${none}\n`, err: '' });
    expect(await outcome('routes grasp gene --json')).toEqual({ code: 0, out: '[]\n', err: '' });
    expect(await outcome('routes grasp gene --max-hops 2 --query')).toEqual({
      code: 1,
      out: '',
      err: `entrez-graph: ${none}\n`,
    });
  });

  it.each([
    ['routes clinvar', /missing required argument 'to'/],
    ['routes clinvar strcture', /Unknown database "strcture"\. Did you mean "structure"\?/],
    ['routes PubMet gene', /Unknown database "PubMet"\. Did you mean "pubmed"\?/],
    ['routes xyzzy gene', /Unknown database "xyzzy"\. Choose one of annotinfo, /],
    ['routes gene pubmed --max-hops 5', /--max-hops must be a whole number from 1 to 4, not "5"/],
    ['routes gene pubmed --max-hops few', /--max-hops must be a whole number from 1 to 4, not "few"/],
    ['routes gene pubmed --first 0', /--first must be a whole number from 1 to 50, not "0"/],
    ['routes gene pubmed --json --query', /'--query' cannot be used with option '--json'/],
    ['links', /missing required argument 'database'/],
    ['links gnee', /Unknown database "gnee"\. Did you mean "gene"\?/],
    ['links gene --to pumbed', /Unknown database "pumbed"\. Did you mean "pubmed"\?/],
  ])('%s is answered in one line on standard error and exit code 2', async (line, message) => {
    const { code, out, err } = await outcome(line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).toMatch(/^entrez-graph: [^\n]+\n$/);
  });
});

describe('entrez-graph routes with imported tables', () => {
  it('names those that answer hops, with their day and 0 calls, in rows and in JSON', async () => {
    await using folder = await TemporaryFolder.create();
    await importText(folder.path, 'gene2pubmed', gene2pubmed([[7157, 15]]));
    const routes = (line: string) => outcome(`routes ${line} --tables-dir ${folder.path}`);
    const table = '0 calls: table gene2pubmed of 2026-11-20';

    const { code, out, err } = await routes('omim pubmed --max-hops 2 --first 50');
    expect([code, err]).toEqual([0, '']);
    const [head, best] = out.split('\n');
    expect([head?.trim().split(/ {2,}/).at(-1), best?.split(/ {2,}/).at(-1)]).toEqual(['FROM TABLES', '-']);
    expect(out).toMatch(
      /omim > gene > pubmed +omim_gene, gene_pubmed +gene_pubmed \(0 calls: table gene2pubmed of 2026-11-20\)\n/,
    );
    const [route] = JSON.parse((await routes('gene pubmed --json')).out);
    expect(route.hops[0]).toMatchObject({ name: 'gene_pubmed', table });
    // Tables that serve only while ELink fails, or not at all, save no call.
    expect((await routes('gene pubmed --tables fallback')).out).not.toContain(table);
    expect((await routes('gene pubmed --tables off')).out).not.toContain('FROM TABLES');
    expect((await routes('gene pubmed --tables-verified-only on')).out).not.toContain(table);
  });

  it('fails where their folder is none', async () => {
    const { code, err } = await outcome('routes gene pubmed --tables-dir /no/such/folder');
    expect(code).not.toBe(0);
    expect(err).toContain('TABLES_DIR cannot be used: /no/such/folder is no folder.');
  });
});

describe('entrez-graph links', () => {
  it('lists every link of a database: where it leads, its field and what NCBI calls it', async () => {
    const { code, out, err } = await outcome('links gene');
    expect([code, err]).toEqual([0, '']);
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head?.split(/ {2,}/)).toEqual(['TO', 'FIELD', 'LINK NAME', 'KIND', 'LISTED BY', 'LABEL']);
    const names = loadCatalog().linksFrom('gene').map(({ name }) => name); // prettier-ignore
    expect(rows.map((row) => row.split(/ {2,}/)[2]).toSorted()).toEqual(names.toSorted());
    expect(out).toMatch(/^pubmed +Gene\.pubmedRif +gene_pubmed_rif +curated +einfo +PubMed \(GeneRIF\) Links$/m);
    expect(out).toMatch(/^books +Gene\.genereviews? +gene_genereviews +curated +elink$/im);
  });

  it('--to keeps those that lead to one database, by whatever name', async () => {
    const { out } = await outcome('links protein --to nucleotide --json');
    const links: { name: string; to: string }[] = JSON.parse(out);
    expect(links.map(({ name }) => name)).toContain('nuccore_protein_wp');
    expect(new Set(links.map(({ to }) => to))).toEqual(new Set(['nuccore']));
  });

  it('marks what is scored, and says so when there are no links', async () => {
    expect((await outcome('links pubmed --to pubmed')).out).toMatch(/PubMed\.related +pubmed_pubmed +computed, scored/);
    expect((await outcome('links grasp')).out).toBe('No links lead from grasp.\n');
    expect((await outcome('links gene --to seqannot')).out).toBe('No links lead from gene to seqannot.\n');
  });
});
