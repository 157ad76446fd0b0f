import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { run } from '../../../src/cli/run.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

type Row = Readonly<Record<string, string>>;

interface Result {
  readonly code: number;
  readonly err: string;
  readonly nodes: readonly Row[];
  readonly edges: readonly Row[];
}

describe('entrez-graph query --format kgx', () => {
  let sandbox: Sandbox;
  let folder: TemporaryFolder;
  beforeAll(async () => {
    [sandbox, folder] = await Promise.all([startSandbox({ rps: 0 }), TemporaryFolder.create()]);
  });
  afterAll(async () => {
    await sandbox.close();
    await folder[Symbol.asyncDispose]();
  });

  async function graph(
    text: string,
    { ids, flags = [] }: { ids?: string; flags?: readonly string[] } = {},
  ): Promise<Result> {
    const path = (name: string): string => join(folder.path, name);
    await writeFile(path('a.graphql'), text);
    await writeFile(path('ids.txt'), ids ?? '');
    let err = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((written) => {
      err += String(written);
      return true;
    });
    const code = await run([
      ...['query', path('a.graphql'), '--format', 'kgx', '--out', path('graph'), '--quiet'],
      ...['--ncbi-base-url', sandbox.url, '--ncbi-rps', '100', '--ncbi-email', 'a@example.org'],
      ...(ids === undefined ? [] : ['--ids', path('ids.txt')]),
      ...flags,
    ]);
    vi.restoreAllMocks();
    const [nodes = [], edges = []] =
      code === 2 ? [] : await Promise.all(['graph_nodes.tsv', 'graph_edges.tsv'].map((name) => rowsOf(path(name))));
    return { code, err, nodes, edges };
  }

  it('writes each record as a node and each link as an edge, whatever the operation selects of them', async () => {
    const { code, nodes, edges } = await graph(
      `{ g: gene(uid: "7157") { ...P taxonomy { edges { score } } links(name: "gene_omim", first: 1) { nodes { __typename } } } }
       fragment P on Gene { papers: pubmed(first: 2) { n: nodes { uid } } }`,
    );
    expect([code, nodes.find(({ id }) => id === 'NCBIGene:7157')]).toEqual([
      4,
      { id: 'NCBIGene:7157', category: 'biolink:Gene', name: 'TP53', provided_by: 'infores:ncbi-gene' },
    ]);
    expect(nodes.map(({ category }) => category)).toEqual([
      'biolink:Gene',
      'biolink:Article',
      'biolink:Article',
      'biolink:BiologicalEntity',
    ]);
    const [edge] = edges;
    expect(edge).toEqual({
      id: `NCBIGene:7157-gene_pubmed-${edge?.object ?? ''}`,
      subject: 'NCBIGene:7157',
      predicate: 'biolink:mentioned_by',
      object: expect.stringMatching(/^pubmed:\d+$/) as string,
      category: 'biolink:Association',
      knowledge_level: 'knowledge_assertion',
      agent_type: 'manual_agent',
      primary_knowledge_source: 'infores:ncbi-gene',
      link_name: 'gene_pubmed',
    });
    expect(edges.map(({ link_name }) => link_name)).toEqual(['gene_pubmed', 'gene_pubmed', 'gene_omim']);
  });

  it('follows nested links, edges, parents and paths, and gives each record the edges of its own list', async () => {
    const { edges } = await graph(`{
      gene(uid: "672") { pubmed(first: 3) { edges { node { uid similar: related(first: 2) { edges { score node { uid } } } } } } }
      taxonomy(uid: "9606") { parent { uid } lineage { taxon { uid } } }
      paths(from: "NCBIGene:672", to: "NCBIGene:7157", maxCalls: 10) { paths { edges { linkName } } }
    }`);
    const names = new Set(edges.map(({ link_name, predicate }) => [link_name, predicate].join(' ')));
    expect([...names]).toEqual(
      expect.arrayContaining([
        'gene_pubmed biolink:mentioned_by',
        'pubmed_pubmed biolink:similar_to',
        'parent biolink:subclass_of',
        'lineage biolink:subclass_of',
      ]),
    );
    const articles = edges.filter(({ link_name }) => link_name === 'gene_pubmed').map(({ object }) => object);
    expect(
      edges.filter(({ link_name }) => link_name === 'pubmed_pubmed').every(({ subject }) => articles.includes(subject)),
    ).toBe(true);
  });

  it('accounts for inputs without records on standard error, and has repeated ones once', async () => {
    const operation = 'query ($uids: [ID!]!) { records { gene(uids: $uids) { omim { nodes { uid } } } } }';
    const { code, err, nodes, edges } = await graph(operation, { ids: '7157\n99999999999\nnot one\n7157\n672\n' });
    expect(code).toBe(3);
    expect(err).toMatch(/^2 errors: 1 UNKNOWN_ID, 1 BAD_USER_INPUT\n/);
    expect(err).toMatch(/A graph has no place for inputs without records: 2 of 5, "99999999999", "not one"\.\n$/);
    expect(nodes.filter(({ category }) => category === 'biolink:Gene').map(({ name }) => name)).toEqual([
      'TP53',
      'BRCA1',
    ]);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
  });

  it('has all pages of a list with --all, each link once', async () => {
    const text = '{ gene(uid: "672") { pubmed { totalCount nodes { uid } } } }';
    const { code, edges } = await graph(text, { flags: ['--all'] });
    expect([code, edges.length > 20, new Set(edges.map(({ object }) => object)).size]).toEqual([0, true, edges.length]);
    expect((await readdir(folder.path)).toSorted()).toEqual([
      'a.graphql',
      'graph_edges.tsv',
      'graph_nodes.tsv',
      'ids.txt',
    ]);
  });

  it('names a record without a name by its identifier, and reports names that could not be loaded', async () => {
    const text = '{ gene(uid: "7157") { pubmed(first: 2) { nodes { uid } } } }';
    sandbox.intercept(({ utility, params }) =>
      utility === 'esummary' && params.some(([, value]) => value === 'pubmed')
        ? { status: 404, body: 'gone' }
        : undefined,
    );
    const { code, err, nodes } = await graph(text, { flags: ['--summaries-ttl-s', '3600'] });
    sandbox.intercept(undefined);
    expect([code, nodes.map(({ name }) => name)]).toEqual([3, ['TP53', '', '']]);
    expect(err).toMatch(/^2 errors: 2 UPSTREAM_/);
  });

  it.each([
    [['--rows', 'gene.pubmed.nodes'], '--rows has no meaning in KGX. Choose another --format.'],
    [['--lists', 'json'], '--lists has no meaning in KGX. Choose another --format.'],
  ])('refuses %j', async (flags, complaint) => {
    expect(await graph('{ gene(uid: "7157") { pubmed { nodes { uid } } } }', { flags })).toMatchObject({
      code: 2,
      err: `${complaint}\n`,
    });
  });
});

async function rowsOf(path: string): Promise<readonly Row[]> {
  const [header = [], ...rows] = (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}
