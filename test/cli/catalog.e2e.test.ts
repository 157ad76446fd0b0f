import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { formatCatalogFile, parseCatalogFile } from '../../src/catalog/catalog-file.js';
import { run } from '../../src/cli/run.js';
import { readConfig } from '../../src/config.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { createGateway } from '../../src/server/gateway.js';
import { openCatalog } from '../../src/server/open-catalog.js';
import { hurryClock } from '../support/hurried-clock.js';
import { idsOf, type Interceptor, parameterOf } from '../support/interceptor.js';

hurryClock(5);

interface DatabaseInfo {
  einforesult: { dbinfo: [{ linklist: { name: string; menu: string; description: string; dbto: string }[] }] };
}

describe('entrez-graph catalog refresh', () => {
  let sandbox: Sandbox;
  let folder: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ rps: 0 });
    folder = await mkdtemp(join(tmpdir(), 'entrez-graph-'));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    sandbox.intercept(undefined);
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  async function refresh(...flags: readonly string[]): Promise<{ code: number; out: string; err: string }> {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const given = ['--ncbi-base-url', sandbox.url, '--ncbi-rps', '100', '--ncbi-timeout-ms', '150000'];
    const code = await run(['catalog', 'refresh', ...given, ...flags]);
    const text = (calls: readonly (readonly unknown[])[]): string => calls.map(([chunk]) => String(chunk)).join('');
    const written = { out: text(out.mock.calls), err: text(err.mock.calls) };
    vi.restoreAllMocks();
    return { code, ...written };
  }

  /** What EInfo says of gene, with one more link. */
  async function withLink(link: DatabaseInfo['einforesult']['dbinfo'][0]['linklist'][0]): Promise<Interceptor> {
    const response = await fetch(`${sandbox.url}einfo.fcgi?db=gene&version=2.0&retmode=json`);
    const info = (await response.json()) as DatabaseInfo;
    info.einforesult.dbinfo[0].linklist.push(link);
    return (request) => (parameterOf(request, 'db') === 'gene' ? { body: JSON.stringify(info) } : undefined);
  }

  it('asks about every database, and finds a catalog that agrees with its source up to date', async () => {
    const { code, out, err } = await refresh('--dry-run');
    expect([code, out, err]).toEqual([0, 'The catalog is up to date.\n', '']);
    expect(sandbox.requests.filter(({ utility }) => utility === 'einfo')).toHaveLength(40);
  });

  it('prints what is new and writes a catalog that holds it', async () => {
    sandbox.intercept(await withLink({ name: 'gene_new_thing', menu: 'New thing', description: '', dbto: 'pubmed' }));
    const file = join(folder, 'catalog.json');
    const { code, out } = await refresh('--out', file);
    expect([code, out]).toEqual([0, 'new link: gene_new_thing (gene -> pubmed, New thing)\n']);
    const written = parseCatalogFile(await readFile(file, 'utf8'));
    expect(written.links).toHaveLength(loadCatalog().links.length + 1);
    expect(written.links).toContainEqual(
      expect.objectContaining({ name: 'gene_new_thing', from: 'gene', to: 'pubmed', scored: false }),
    );
  });

  it('creates CATALOG_FILE, and continues from there the next time; the gateway then builds its schema from it', async () => {
    sandbox.intercept(await withLink({ name: 'gene_new_thing', menu: 'New thing', description: '', dbto: 'pubmed' }));
    const file = join(folder, 'own.json');
    expect(await refresh('--catalog-file', file)).toMatchObject({ code: 0 });
    expect(await refresh('--catalog-file', file)).toMatchObject({ code: 0, out: 'The catalog is up to date.\n' });
    const silent = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };
    const gateway = createGateway(readConfig({ CATALOG_FILE: file, METRICS: 'off' }), silent);
    expect(gateway.validate(parse('{ gene(uid: 1) { newThing { totalCount } } }'))).toEqual([]);
    await gateway.close();
  });

  it('needs a place for the catalog before it sends a request: never this package', async () => {
    const before = sandbox.requests.length;
    expect(await refresh()).toMatchObject({
      code: 2,
      err: 'entrez-graph: No file to write the catalog to. Set --out or CATALOG_FILE, or use --dry-run.\n',
    });
    expect(sandbox.requests.length).toBe(before);
  });

  it('names CATALOG_FILE in the error when the file is no catalog', () => {
    const start = (): unknown => openCatalog({ CATALOG_FILE: '/none.json' });
    expect(start).toThrow(/^CATALOG_FILE \(--catalog-file\): Cannot use the catalog \/none\.json: ENOENT/);
  });

  it('writes nothing on a dry run', async () => {
    sandbox.intercept(await withLink({ name: 'gene_new_thing', menu: 'New thing', description: '', dbto: 'pubmed' }));
    const file = join(folder, 'dry.json');
    expect(await refresh('--dry-run', '--out', file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('gene_new_thing') as unknown,
    });
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a catalog that no schema can be built from, and says which names clash', async () => {
    sandbox.intercept(await withLink({ name: 'gene_symbol', menu: 'Symbol', description: '', dbto: 'pubmed' }));
    const file = join(folder, 'clash.json');
    const { code, err } = await refresh('--out', file);
    expect(code).toBe(1);
    expect(err).toMatch(/^entrez-graph: Cannot build a schema from the new catalog, which was not written\./);
    expect(err).toContain('Gene.symbol');
    expect(existsSync(file)).toBe(false);
  });

  it('fails as a whole when one database cannot be asked about', async () => {
    sandbox.intercept((request) => (parameterOf(request, 'db') === 'snp' ? { status: 404, body: 'gone' } : undefined));
    const file = join(folder, 'half.json');
    const { code, out, err } = await refresh('--out', file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^entrez-graph: [^\n]*404[^\n]*\n$/);
    expect(existsSync(file)).toBe(false);
  });

  /** The changes, but for links that the sample shows and NCBI showed last long ago. */
  const linesOf = (out: string): readonly string[] =>
    out
      .split('\n')
      .filter((line) => line !== '' && !/^changed link: \w+, lastSeen "20\d\d-\d\d" -> undefined$/.test(line));

  it('finds with --probe a link that ELink shows and EInfo hides, with two requests more for each database', async () => {
    const info = ['DbTo>pubmed', 'LinkName>gene_pubmed_hidden', 'MenuTag>Hidden articles'].map(
      (each) => `<${each}</${each.split('>')[0] ?? ''}>`,
    );
    sandbox.intercept((request) =>
      parameterOf(request, 'cmd') === 'acheck' && parameterOf(request, 'dbfrom') === 'gene'
        ? {
            body: `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdCheckList><IdLinkSet><Id>${parameterOf(request, 'id')?.split(',')[0] ?? ''}</Id><LinkInfo>${info.join('')}</LinkInfo></IdLinkSet></IdCheckList></LinkSet></eLinkResult>`,
          }
        : undefined,
    );
    const file = join(folder, 'probed.json');
    const before = sandbox.requests.length;
    const { code, out, err } = await refresh('--probe', '--out', file);
    expect(code).toBe(0);
    expect(linesOf(out)).toEqual([
      'new link: gene_pubmed_hidden (gene -> pubmed, Hidden articles); EInfo does not list it',
    ]);
    // The answer above names one of the records.
    expect(err).toMatch(/^Cannot probe \d+ of \d+ records of gene\. [^\n]+\n$/);
    const utilities = sandbox.requests.slice(before).map(({ utility }) => utility);
    expect(utilities.filter((utility) => utility !== 'einfo').length).toBeLessThanOrEqual(2 * 39);
    expect(parseCatalogFile(await readFile(file, 'utf8')).links).toContainEqual({
      name: 'gene_pubmed_hidden',
      from: 'gene',
      to: 'pubmed',
      label: 'Hidden articles',
      scored: false,
      origin: 'elink',
    });
  });

  describe('of the links of BioProject and SRA that EInfo does not list', () => {
    const HIDDEN = [
      { name: 'bioproject_sra', from: 'bioproject', to: 'sra', field: 'sra' },
      { name: 'bioproject_biosample', from: 'bioproject', to: 'biosample', field: 'biosample' },
      { name: 'sra_bioproject_all', from: 'sra', to: 'bioproject', field: 'bioprojectAll' },
    ];
    const LINKED = '116900';

    /** ELink knows the hidden names of any record: acheck shows them, neighbor follows them. The sample has no SRA record. */
    const hiddenLinks: Interceptor = (request) => {
      if (request.utility === 'esearch' && parameterOf(request, 'db') === 'sra') {
        const esearchresult = { count: '1', retmax: '1', retstart: '0', idlist: ['53577'] };
        return { body: JSON.stringify({ header: { type: 'esearch', version: '0.3' }, esearchresult }) };
      }
      const from = parameterOf(request, 'dbfrom');
      const links = HIDDEN.filter((link) => link.from === from);
      if (request.utility !== 'elink' || links.length === 0) {
        return undefined;
      }
      if (parameterOf(request, 'cmd') === 'acheck') {
        const infos = links.map(
          ({ name, to }) =>
            `<LinkInfo><DbTo>${to}</DbTo><LinkName>${name}</LinkName><Priority>128</Priority></LinkInfo>`,
        );
        const sets = idsOf(request).map((uid) => `<IdLinkSet><Id>${uid}</Id>${infos.join('')}</IdLinkSet>`);
        return {
          body: `<eLinkResult><LinkSet><DbFrom>${from}</DbFrom><IdCheckList>${sets.join('')}</IdCheckList></LinkSet></eLinkResult>`,
        };
      }
      const linksetdbs = links
        .filter(({ name }) => name === parameterOf(request, 'linkname'))
        .map(({ name, to }) => ({ dbto: to, linkname: name, links: [LINKED] }));
      const linksets = idsOf(request).map((uid) => ({ dbfrom: from, ids: [uid], linksetdbs }));
      return { body: JSON.stringify({ header: { type: 'elink', version: '0.3' }, linksets }) };
    };

    it('has a field for each, which asks ELink by that name', async () => {
      sandbox.intercept(hiddenLinks);
      const silent = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };
      const gateway = createGateway(
        readConfig({ NCBI_BASE_URL: sandbox.url, NCBI_RPS: '100', METRICS: 'off' }),
        silent,
      );
      for (const { from, field } of HIDDEN) {
        const query = `{ ${from}(uid: 53577) { ${field} { nodes { uid } } } }`;
        const { data } = await gateway.execute({ document: parse(query) });
        expect(data).toMatchObject({ [from]: { [field]: { nodes: [{ uid: LINKED }] } } });
      }
      await gateway.close();
    });

    it('finds them with --probe where a catalog lacks them', async () => {
      sandbox.intercept(hiddenLinks);
      const { sources, databases, links } = loadCatalog();
      const file = join(folder, 'lacking.json');
      const known = links.filter(({ name }) => !HIDDEN.some((hidden) => hidden.name === name));
      await writeFile(file, formatCatalogFile({ version: 1, sources, databases, links: known }));
      const { code, out } = await refresh('--probe', '--catalog-file', file);
      expect(code).toBe(0);
      expect(linesOf(out).toSorted()).toEqual(
        HIDDEN.map(({ name, from, to }) => `new link: ${name} (${from} -> ${to}); EInfo does not list it`).toSorted(),
      );
      expect(await refresh('--dry-run', '--catalog-file', file)).toMatchObject({ out: 'The catalog is up to date.\n' });
    });
  });

  it('leaves out with --probe a database that cannot be probed, and says so', async () => {
    sandbox.intercept((request) =>
      request.utility === 'esearch' && parameterOf(request, 'db') === 'snp' ? { status: 404, body: 'gone' } : undefined,
    );
    const { code, out, err } = await refresh('--probe', '--dry-run');
    expect(code).toBe(0);
    expect(linesOf(out)).toEqual([]);
    expect(err).toMatch(/^Cannot probe snp\. [^\n]*404[^\n]*\n$/);
  });
});
