import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import {
  createOperationDescriptor,
  Environment,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  Store,
  type ConcreteRequest,
} from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';
import { type Payload, payloadsOf } from '../support/streamed-answer.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const SCHEMA = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
const require = createRequire(import.meta.url);
const COMPILER = require.resolve('relay-compiler/cli.js');

const SOURCE = `
graphql\`
  query GenePageQuery($uid: ID!) {
    gene(uid: $uid) {
      uid
      ...GenePageSummary_gene @defer
      pubmed(first: 3) {
        edges @stream(initialCount: 1, label: "edges") {
          node {
            uid
          }
        }
      }
    }
  }
\`;
graphql\`
  fragment GenePageSummary_gene on Gene {
    symbol
    omim { totalCount }
  }
\`;
`;

/** Compiles the source as an application does, and gives its query. */
async function compile(): Promise<ConcreteRequest> {
  await using folder = await TemporaryFolder.create();
  await mkdir(join(folder.path, 'src'));
  await copyFile(SCHEMA, join(folder.path, 'schema.graphql'));
  await writeFile(join(folder.path, 'src', 'GenePage.js'), SOURCE);
  const config = { src: './src', schema: './schema.graphql', language: 'javascript', eagerEsModules: false };
  await writeFile(join(folder.path, 'relay.config.json'), JSON.stringify(config));
  await promisify(execFile)(process.execPath, [COMPILER, 'relay.config.json'], { cwd: folder.path });
  return require(join(folder.path, 'src', '__generated__', 'GenePageQuery.graphql.js')) as ConcreteRequest;
}

/** The parts of a response as Relay takes them: one by one, the last marked. */
function responsesOf({ data, errors, incremental = [], hasNext }: Payload): GraphQLResponse[] {
  const first = data === undefined ? [] : [{ data, errors, extensions: { is_final: hasNext !== true } }];
  const parts = incremental.flatMap(({ path, label, items, data: deferred, errors: failures }) =>
    items
      ? items.map((item, index) => ({
          data: item,
          path: [...path.slice(0, -1), Number(path.at(-1)) + index],
          label,
          errors: failures,
        }))
      : [{ data: deferred, path, label, errors: failures }],
  );
  const last = parts.length - 1;
  return [
    ...first,
    ...parts.map((part, index) => ({ ...part, extensions: { is_final: hasNext !== true && index === last } })),
  ] as unknown as GraphQLResponse[];
}

/** A network layer of Relay that reads parts as they come. */
function networkOf(url: string): ReturnType<typeof Network.create> {
  return Network.create(({ text }, variables) =>
    Observable.create((sink) => {
      void (async () => {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'multipart/mixed; deferSpec=20220824, application/json',
          },
          body: JSON.stringify({ query: text, variables }),
        });
        for await (const payload of payloadsOf(response)) {
          for (const each of responsesOf(payload)) {
            sink.next(each);
          }
        }
        sink.complete();
      })().catch((error: unknown) => {
        sink.error(error as Error);
      });
    }),
  );
}

describe('the runtime of Relay', () => {
  let gateway: RunningGateway;
  let query: ConcreteRequest;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    query = await compile();
  }, 120_000);
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  /** Runs the query to its end; gives the records of the store, and how many responses there were. */
  async function run(uid: string) {
    const environment = new Environment({
      network: networkOf(`${gateway.server.url}/graphql`),
      store: new Store(new RecordSource()),
    });
    const operation = createOperationDescriptor(query, { uid });
    let responses = 0;
    await new Promise<void>((resolve, reject) => {
      environment.execute({ operation }).subscribe({
        next: () => {
          responses += 1;
        },
        error: reject,
        complete: () => {
          resolve();
        },
      });
    });
    const { data } = environment.lookup(operation.fragment);
    const records = environment.getStore().getSource().toJSON() as Readonly<Record<string, { symbol?: string | null }>>;
    return { data, responses, records };
  }

  it('puts a deferred and streamed response together in its store', async () => {
    const { data, responses, records } = await run('7157');
    const { data: whole } = await gateway.query(
      '{ gene(uid: "7157") { id uid symbol pubmed(first: 3) { edges { node { uid } } } } }',
    );
    expect(responses).toBeGreaterThan(1);
    expect(data).toMatchObject({
      gene: { uid: '7157', pubmed: { edges: whole?.gene.pubmed.edges } },
    });
    expect(records[whole?.gene.id as string]).toMatchObject({ symbol: 'TP53' });
  });

  it('gets what there is of a record whose deferred part fails', async () => {
    const { data, records } = await run('999999999');
    expect(data).toMatchObject({ gene: { uid: '999999999' } });
    expect(Object.values(records).filter((record) => record.symbol === null)).toHaveLength(1);
  });
});
