import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { prepareQuery } from '../../src/cli/query/document.js';
import { Output } from '../../src/cli/query/output.js';
import { Progress } from '../../src/cli/query/progress.js';
import { runQuery } from '../../src/cli/query/run.js';
import { importSamples } from '../../src/cli/tables/import-samples.js';
import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { openCurrent } from '../../src/tables/storage/open-current.js';
import { FakeClock } from '../support/fake-clock.js';
import { RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';
import { verify } from '../support/tables.js';

/** Tables of which the sample data have few records. */
const SMALL = new Set(['gene_history', 'MedGenIDMappings', 'medgen_pubmed_lnk']);

describe('tables of the sample data', () => {
  let folder: TemporaryFolder;
  let gateway: RunningGateway;
  let names: readonly string[];

  beforeAll(async () => {
    folder = await TemporaryFolder.create();
    names = await importSamples(folder.path);
    gateway = await RunningGateway.start({ settings: { TABLES_DIR: folder.path } });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  it('have rows in NCBI’s formats, of which none is bad, and none skipped but articles without PMID', () => {
    for (const name of names) {
      const { manifest, close } = opened(name);
      expect(manifest.rows, name).toBeGreaterThan(SMALL.has(name) ? 1 : 40);
      expect(Object.keys(manifest.skipped), name).toEqual(name === 'PMC-ids' ? ['no id'] : []);
      close();
    }
    expect(names.toSorted()).toEqual([
      'MedGenIDMappings',
      'PMC-ids',
      'gene2ensembl',
      'gene2pubmed',
      'gene_history',
      'gene_info',
      'medgen_pubmed_lnk',
    ]);
  });

  it('agree with ELink of the sandbox in every list, and say of no gene with links that it has none', async () => {
    await using live = await RunningGateway.start();
    for (const name of names) {
      const { links } = await verify(live.gateway, name, { tablesDir: folder.path, sample: 1000 });
      for (const [linkName, { sampled, agreement, examples }] of Object.entries(links)) {
        expect({ linkName, agreement, examples }).toEqual({ linkName, agreement: 1, examples: [] });
        expect(sampled, linkName).toBeGreaterThan(SMALL.has(name) ? 3 : 40);
      }
    }
  });

  it('are named by the hops of routes that they answer, and by no others', async () => {
    const query =
      '{ routes(from: omim, to: pubmed, first: 1) { hops { link { name } table } } gene: routes(from: gene, to: pubmed, first: 1) { hops { table } } }';
    const { data } = await gateway.query(query);
    const day = new Date().toISOString().slice(0, 10);
    expect(data?.gene[0].hops).toEqual([{ table: `0 calls: table gene2pubmed of ${day}` }]);
    expect(data?.routes[0].hops).toContainEqual({ link: { name: expect.any(String) }, table: null });
  });

  it('answer without calls, and the answer says from which table, and that it is sample data', async () => {
    const { data, extensions } = await gateway.query(
      '{ gene(uid: "7157") { pubmed(first: 1) { source totalCount } taxonomy { source } crossReferences { database id } } pubmed(uid: "15034147") { pmc { source nodes { uid } } } }',
    );
    expect(data).toEqual({
      gene: {
        pubmed: { source: 'TABLE', totalCount: expect.any(Number) },
        taxonomy: { source: 'TABLE' },
        crossReferences: [
          { database: 'HGNC', id: 'HGNC:11998' },
          { database: 'Ensembl', id: 'ENSG00000141510' },
        ],
      },
      pubmed: { pmc: { source: 'TABLE', nodes: [{ uid: '390337' }] } },
    });
    const { calls, source, tables } = extensions.entrez;
    expect([calls.elink, source]).toEqual([0, 'sandbox']);
    expect(tables?.map(({ name, isSample }) => [name, isSample])).toContainEqual(['gene2pubmed', true]);
    expect(tables?.every(({ isSample }) => isSample)).toBe(true);
  });

  it('are named in the last line of a query over many ids, with their day and all of their links', async () => {
    const { manifest, close } = opened('gene2pubmed');
    const day = new Date(manifest.asOf).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const ids = ['7157', '672', '675'];
    const links = ids.reduce((sum, gene) => sum + loadSampleGraph().links('gene_pubmed', gene).length, 0);
    close();
    const notes = new PassThrough();
    const prepared = prepareQuery(gateway.gateway, {
      text: 'query ($uid: ID!) { gene(uid: $uid) { pubmed { totalCount } } }',
      file: 'doc.graphql',
      operationName: undefined,
      variables: {},
      ids: { ids },
      format: 'ndjson',
      rows: undefined,
    });
    const output = new Output(new PassThrough().resume());
    const progress = new Progress({ notes, clock: new FakeClock(), quiet: false });
    const stop = new AbortController().signal;
    await runQuery({ ...prepared, gateway: gateway.gateway, output, progress, stop });
    await output.end();
    notes.end();
    expect(await text(notes)).toContain(`${links.toLocaleString('en')} links from table gene2pubmed of ${day}.`);
  });

  it('leave links of a merged gene to the sandbox, and lead to its successor', async () => {
    const { data, errors, extensions } = await gateway.query(
      '{ gene(uid: "112779") { symbol successor { uid } pubmed { source totalCount } } abl1: gene(uid: "25") { pubmed { source } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      gene: { symbol: 'LOC112779', successor: { uid: '25' }, pubmed: { source: 'ELINK', totalCount: 0 } },
      abl1: { pubmed: { source: 'TABLE' } },
    });
    expect(extensions.entrez.warnings.map(({ message }) => message).join()).toContain('25');
  });

  it('know the articles of conditions, in both directions, and which uid a concept has', async () => {
    const { data, extensions } = await gateway.query(
      '{ medgen(conceptId: "C0010674") { uid title pubmed { source totalCount } } pubmed(uid: "18685109") { medgen { source nodes { uid } } } }',
    );
    expect(data).toEqual({
      medgen: { uid: '41393', title: 'Cystic fibrosis', pubmed: { source: 'TABLE', totalCount: 4 } },
      pubmed: { medgen: { source: 'TABLE', nodes: [{ uid: '88399' }] } },
    });
    expect(extensions.entrez.calls.elink).toBe(0);
    const { manifest, generation, close } = opened('MedGenIDMappings');
    expect([...generation.all('concept_medgen')].map(([concept, uids]) => [concept, [...uids]])).toContainEqual([
      10_674,
      [41_393],
    ]);
    expect(manifest.facts).toMatchObject({ concept_references: { sources: 2 } });
    close();
  });

  it('leave to the sandbox what they do not have', async () => {
    const { data, extensions } = await gateway.query('{ gene(uid: "7157") { omim { source } } }');
    expect(data?.gene.omim.source).toBe('ELINK');
    expect(extensions.entrez.tables).toBeUndefined();
  });

  function opened(name: string) {
    const generation = openCurrent(folder.path, name);
    return {
      generation,
      manifest: generation.manifest,
      close: () => {
        generation.close();
      },
    };
  }
});
