import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readConfig } from '../../src/config.js';
import { ERROR_CODES } from '../../src/eutils/failures/errors.js';
import { createGateway } from '../../src/server/gateway.js';
import { type RunningServer, startServer } from '../../src/server/http/http-server.js';
import { REFUSAL_CODES } from '../../src/server/access/refusal.js';
import { Command } from '../support/command.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { fieldsWithArguments, type ReachedField } from './fields.js';
import { argumentsOf } from './hostile-values.js';
import { CASES, FLAT_BYTES, heapUsed, TIMEOUT } from './run.js';

/** What GraphQL itself says of a document or a variable that it cannot take. */
const GRAPHQL_CODES = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];
const KNOWN = new Set([...Object.keys(ERROR_CODES), ...Object.keys(REFUSAL_CODES), ...GRAPHQL_CODES]);
/** Operations under way at once, as in a busy server; their questions share batches. */
const AT_ONCE = 25;
const OPERATIONS = Math.ceil(CASES / 4);
/** Operations that come again and again to see whether they leave something behind. */
const REPEATED = 500;
/** Requests a second, more than a user can set. */
const FAST = 500;

describe('every argument of every field', { timeout: TIMEOUT }, () => {
  const logged: unknown[] = [];
  // A process of its own, so that its log of requests is not in our heap.
  const sandbox = new Command(['sandbox', '--port', '0', '--rps', '0']);
  let fields: readonly ReachedField[];
  let server: RunningServer;
  beforeAll(async () => {
    const keep = (...args: unknown[]): void => {
      logged.push(...args);
    };
    const logger = { debug: () => undefined, info: keep, warn: keep, error: keep };
    const config = readConfig({ NCBI_BASE_URL: await sandbox.says(/[Ll]istening on (http:\S+)/), CACHE_MB: '4' });
    const gateway = createGateway({ ...config, rps: FAST }, logger);
    fields = fieldsWithArguments(gateway.schema);
    server = await startServer(gateway, { host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await server.close();
    await sandbox[Symbol.asyncDispose]();
  });

  it('is reached', () => {
    const names = fields.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(500);
    expect(names).toEqual(
      expect.arrayContaining([
        'Query.gene',
        'Query._entities',
        'Records.snp',
        'Search.pubmed',
        'Gene.pubmed',
        'Protein.fasta',
        'History.links',
      ]),
    );
  });

  it('takes any value: the answer is data or an error with a known code', async () => {
    await askMany(0, OPERATIONS);
  });

  // Caches must be full of the same before, hence in the long run only.
  it.skipIf(OPERATIONS < 20 * REPEATED)('leaves no memory behind (in the long run)', async () => {
    const askAgain = async (times: number): Promise<void> => {
      for (let i = 0; i < times; i++) {
        await askMany(0, REPEATED);
      }
    };
    await askAgain(10);
    const before = heapUsed();
    await askAgain(OPERATIONS / REPEATED);
    const grown = heapUsed() - before;
    process.stdout.write(`\n${OPERATIONS} operations grew the heap by ${Math.round(grown / 1024)} KiB.\n`);
    expect(grown).toBeLessThan(FLAT_BYTES);
  });

  /** Asks operations with these numbers, each a field with values of its own. */
  async function askMany(from: number, to: number): Promise<void> {
    const operation = fc
      .nat(fields.length - 1)
      .chain((place) => argumentsOf(fields[place]?.args ?? []).map((variables) => ({ place, variables })));
    for (let seed = from; seed < to; seed += AT_ONCE) {
      const some = fc.sample(operation, { numRuns: AT_ONCE, seed });
      await Promise.all(some.map(({ place, variables }) => ask(fields[place], variables)));
    }
  }

  async function ask(field: ReachedField | undefined, variables: Record<string, unknown>): Promise<void> {
    const query = field?.query(Object.keys(variables)) ?? '';
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as Partial<GraphqlAnswer>;
    const asked = `${query} ${JSON.stringify(variables).slice(0, 1000)} ${logged.map(String).join()}`;
    expect(data != null || errors.length > 0, asked).toBe(true);
    expect(
      errors.filter(({ extensions }) => !KNOWN.has(extensions.code)),
      asked,
    ).toEqual([]);
    expect(logged, asked).toEqual([]);
  }
});
