import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { readConfig } from '../../src/config.js';
import { ERROR_CODES } from '../../src/eutils/errors.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { createGateway } from '../../src/server/gateway.js';
import { startServer } from '../../src/server/http-server.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { fieldsWithArguments, type ReachedField } from './fields.js';
import { argumentsOf } from './hostile-values.js';
import { CASES, FLAT_BYTES, heapUsed, TIMEOUT } from './run.js';

/** What GraphQL itself says of a document or a variable that it cannot take. */
const GRAPHQL_CODES = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];
const KNOWN = new Set([...Object.keys(ERROR_CODES), ...GRAPHQL_CODES]);
/** Operations under way at once, as in a busy server; their questions share batches. */
const AT_ONCE = 25;
const OPERATIONS = Math.ceil(CASES / 4);

/** A gateway over an NCBI that allows far more requests than any; it keeps what it logs. */
async function startGateway(): Promise<{ readonly url: string; readonly logged: unknown[] } & AsyncDisposable> {
  const sandbox = await startSandbox({ rps: 0 });
  const logged: unknown[] = [];
  const keep = (...args: unknown[]): void => {
    logged.push(...args);
  };
  const config = readConfig({ NCBI_BASE_URL: sandbox.url, CACHE_MB: '4' });
  const gateway = createGateway(
    { ...config, rps: 500 },
    { debug: () => undefined, info: keep, warn: keep, error: keep },
  );
  const server = await startServer(gateway, { host: '127.0.0.1', port: 0 });
  return {
    url: `${server.url}/graphql`,
    logged,
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await sandbox.close();
    },
  };
}

describe('every argument of every field', { timeout: TIMEOUT }, () => {
  let fields: readonly ReachedField[];
  beforeAll(() => {
    fields = fieldsWithArguments(createGateway(readConfig({}), console).schema);
  });

  it('is reached', () => {
    expect(fields.length).toBeGreaterThan(500);
    for (const name of [
      'Query.gene',
      'Gene.pubmed',
      'Search.pubmed',
      'History.links',
      'Protein.fasta',
      'Snp.linkOut',
    ]) {
      expect(fields.map((field) => field.name)).toContain(name);
    }
  });

  it('takes any value: the answer is data or an error with a known code, and nothing is left behind', async () => {
    await using gateway = await startGateway();
    const { url, logged } = gateway;
    const ask = async ({ query }: ReachedField, variables: Record<string, unknown>): Promise<void> => {
      const document = query(Object.keys(variables));
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: document, variables }),
      });
      const { data, errors = [] } = (await response.json()) as Partial<GraphqlAnswer>;
      const unknown = errors.filter(({ extensions }) => !KNOWN.has(extensions?.code));
      const said = logged
        .map((each) => (each instanceof Error ? (each.stack ?? each.message) : String(each)))
        .join('\n');
      expect(unknown, `${document} ${JSON.stringify(variables)} ${said}`).toEqual([]);
      expect(data != null || errors.length > 0).toBe(true);
    };

    const operation = fc
      .nat(fields.length - 1)
      .chain((place) => fc.tuple(fc.constant(place), argumentsOf(fields[place]?.args ?? [])));
    let before = 0;
    for (let done = 0; done < OPERATIONS; done += AT_ONCE) {
      if (before === 0 && done > OPERATIONS / 4) {
        before = heapUsed();
      }
      const batch = fc.sample(operation, { numRuns: AT_ONCE, seed: done });
      await Promise.all(batch.map(([place, variables]) => ask(fields[place] as ReachedField, variables)));
    }
    expect(logged).toEqual([]);
    expect(heapUsed() - before).toBeLessThan(FLAT_BYTES);
  });
});
