import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { encodeId } from '../../src/schema/core/global-id.js';
import { RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const SCHEMA = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
const require = createRequire(import.meta.url);
const COMPILER = require.resolve('relay-compiler/cli.js');

/** A page of a Relay application: parts of it are fetched again, lists of it page by page in both directions. */
const GENE_PAGE = `
graphql\`
  query GenePageQuery($uid: ID!) {
    gene(uid: $uid) {
      ...GenePageSummary_gene
      ...GenePagePapers_gene
      ...GenePageVariants_gene
    }
  }
\`;
graphql\`
  fragment GenePageSummary_gene on Gene @refetchable(queryName: "GenePageSummaryRefetchQuery") {
    symbol
    docsum
  }
\`;
graphql\`
  fragment GenePagePapers_gene on Gene
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
  @refetchable(queryName: "GenePagePapersPaginationQuery") {
    pubmed(first: $count, after: $cursor) @connection(key: "GenePagePapers_pubmed") {
      totalCount
      edges {
        node {
          title
        }
      }
    }
  }
\`;
graphql\`
  fragment GenePageVariants_gene on Gene
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
  @refetchable(queryName: "GenePageVariantsPaginationQuery") {
    clinvar(last: $count, before: $cursor) @connection(key: "GenePageVariants_clinvar") {
      edges {
        node {
          title
        }
      }
    }
  }
\`;
graphql\`
  query GenePageSearchQuery($term: String!, $count: Int = 2, $cursor: String) {
    search {
      pubmed(term: $term, first: $count, after: $cursor) @connection(key: "GenePageSearch_pubmed") {
        edges {
          node {
            ...GenePageRecord_record
          }
        }
      }
    }
  }
\`;
graphql\`
  fragment GenePageRecord_record on Record @refetchable(queryName: "GenePageRecordRefetchQuery") {
    title
  }
\`;
`;

describe('an application that relay-compiler compiles', () => {
  let gateway: RunningGateway;
  /** The text of each operation that the compiler made. */
  let operations: ReadonlyMap<string, string>;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    operations = await compile(GENE_PAGE);
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  async function ask(name: string, variables: object) {
    const { data, errors } = await gateway.query(operations.get(name) ?? '', variables);
    expect(errors).toBeUndefined();
    return data ?? {};
  }

  it('has the queries that its fragments ask for', () => {
    expect([...operations.keys()]).toEqual([
      'GenePagePapersPaginationQuery',
      'GenePageQuery',
      'GenePageRecordRefetchQuery',
      'GenePageSearchQuery',
      'GenePageSummaryRefetchQuery',
      'GenePageVariantsPaginationQuery',
    ]);
  });

  it('fetches a fragment of a record again by the id of that record', async () => {
    const { gene } = await ask('GenePageQuery', { uid: '7157' });
    expect(gene).toMatchObject({ id: encodeId('gene', '7157'), symbol: 'TP53' });
    const { node } = await ask('GenePageSummaryRefetchQuery', { id: gene.id });
    expect(node).toEqual({ __typename: 'Gene', id: gene.id, symbol: gene.symbol, docsum: gene.docsum });
  });

  it('fetches the next page of a connection by the id of the record and the end cursor', async () => {
    const { gene } = await ask('GenePageQuery', { uid: '7157' });
    const { node } = await ask('GenePagePapersPaginationQuery', {
      id: gene.id,
      cursor: gene.pubmed.pageInfo.endCursor,
    });
    const { gene: whole } = await ask('GenePageQuery', { uid: '7157' });
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed(first: 4) { nodes { title } } } }');
    expect([...whole.pubmed.edges, ...node.pubmed.edges].map((edge) => edge.node.title)).toEqual(
      data?.gene.pubmed.nodes.map(({ title }: { readonly title: string }) => title),
    );
  });

  it('fetches the previous page of a connection by the id of the record and the start cursor', async () => {
    const { gene } = await ask('GenePageQuery', { uid: '7157' });
    const { node } = await ask('GenePageVariantsPaginationQuery', {
      id: gene.id,
      cursor: gene.clinvar.pageInfo.startCursor,
    });
    const { data } = await gateway.query('{ gene(uid: "7157") { clinvar(last: 4) { nodes { title } } } }');
    expect([...node.clinvar.edges, ...gene.clinvar.edges].map((edge) => edge.node.title)).toEqual(
      data?.gene.clinvar.nodes.map(({ title }: { readonly title: string }) => title),
    );
  });

  it('fetches a fragment of any record again', async () => {
    const { search } = await ask('GenePageSearchQuery', { term: 'TP53 cancer' });
    const [{ node: found }] = search.pubmed.edges;
    const { node } = await ask('GenePageRecordRefetchQuery', { id: found.id });
    expect(node).toMatchObject({ __typename: 'PubMed', id: found.id, title: found.title });
  });
});

/** Compiles a source file against the printed schema, and gives the operations that Relay would send, by name. */
async function compile(source: string): Promise<ReadonlyMap<string, string>> {
  await using folder = await TemporaryFolder.create();
  await mkdir(join(folder.path, 'src'));
  await copyFile(SCHEMA, join(folder.path, 'schema.graphql'));
  await writeFile(join(folder.path, 'src', 'GenePage.ts'), source);
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'typescript',
    customScalarTypes: { JSON: 'unknown' },
  };
  await writeFile(join(folder.path, 'relay.config.json'), JSON.stringify(config));
  await promisify(execFile)(process.execPath, [COMPILER, 'relay.config.json'], { cwd: folder.path });

  const generated = join(folder.path, 'src', '__generated__');
  const texts = await Promise.all((await readdir(generated)).map((file) => readFile(join(generated, file), 'utf8')));
  const operations = texts.flatMap((text): [string, string][] => {
    const [, query] = /"text": ("query .*")\n/.exec(text) ?? [];
    const [, name] = text.includes('"operationKind": "query"')
      ? (/"name": "(\w+)",\n *"operationKind"/.exec(text) ?? [])
      : [];
    return query === undefined || name === undefined ? [] : [[name, JSON.parse(query) as string]];
  });
  return new Map(operations.toSorted(([a], [b]) => a.localeCompare(b)));
}
