import { readdirSync, readFileSync } from 'node:fs';

import { Kind, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readExchanges } from '../../src/sandbox/replay/exchange-folder.js';
import { Replay } from '../../src/sandbox/replay/replay.js';
import { hurryClock } from '../support/hurried-clock.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

/** Asks for what no example asks. */
const REFUSED = '{ taxonomy(uid: "10090") { scientificName } }';
const KEY = '00112233445566778899aabbccddeeff0011';
const EMAIL = 'operator@example.org';

/** Root fields about the gateway itself, whose answers change from moment to moment. */
const ABOUT_ITSELF = new Set(['plan', 'rateLimit']);
/** The examples of the README that need no variables and ask about records. */
const EXAMPLES = new URL('../../examples/', import.meta.url);
const operations = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => parse(readFileSync(new URL(file, EXAMPLES), 'utf8')).definitions)
  .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  .filter(({ variableDefinitions = [] }) =>
    variableDefinitions.every(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue),
  )
  .filter(
    ({ selectionSet: { selections } }) =>
      !selections.some((field) => field.kind === Kind.FIELD && ABOUT_ITSELF.has(field.name.value)),
  )
  .map((operation) => ({ name: operation.name?.value ?? '', query: print(operation) }));

/** What a client sees, but for the names of stored sets, which a recording does not keep, and the times of answers. */
function seen({ data, errors = [] }: GraphqlAnswer): unknown {
  return JSON.parse(
    JSON.stringify({ data, errors: errors.map(({ path, extensions: { code } }) => ({ path, code })) })
      .replaceAll(/MCID_\w+/g, 'MCID')
      .replaceAll(/"asOf":"[^"]+"/g, '"asOf":"then"'),
  );
}

describe('what the gateway records', () => {
  hurryClock(5);
  let folder: TemporaryFolder;
  /** The answers while recording, by the name of the operation. */
  const recorded = new Map<string, GraphqlAnswer>();
  let exchangesRecorded = 0;
  /** The exchanges that each replayed answer came from. */
  let sources: (string | undefined)[];

  beforeAll(async () => {
    folder = await TemporaryFolder.create();
    await using gateway = await RunningGateway.start({
      settings: { RECORD_DIR: folder.path, NCBI_API_KEY: KEY, NCBI_EMAIL: EMAIL },
      sandbox: { keyedRps: 0 },
    });
    for (const { name, query } of operations) {
      recorded.set(name, await gateway.query(query));
    }
    // The rate limit names the caller, and a back end that fails does so before it answers.
    const failures = [
      { status: 429, body: `{"error":"API rate limit exceeded","api-key":"203.0.113.9","count":"11","limit":"10"}` },
      { status: 500, body: `{"error":"error forwarding request","api-key":"${KEY}","type":"ip",\n"status":"ok"}` },
    ];
    gateway.sandbox.intercept(() => failures.shift());
    recorded.set('Refused', await gateway.query(REFUSED));
    exchangesRecorded = gateway.sandbox.requests.length;
  });
  afterAll(async () => {
    await folder[Symbol.asyncDispose]();
  });

  /** A gateway whose sandbox only replays. Link names that were asked for together are found one by one. */
  async function replaying(): Promise<RunningGateway> {
    const gateway = await RunningGateway.start({ settings: { LINK_FUSION: 'off' } });
    const replay = new Replay(await readExchanges(folder.path));
    sources = [];
    gateway.sandbox.intercept((request) => {
      const answer = replay.answer(request);
      sources.push(answer.headers['x-entrez-replay']);
      return answer;
    });
    return gateway;
  }

  it('is every exchange, the refused ones too', async () => {
    const exchanges = await readExchanges(folder.path);
    expect(exchanges).toHaveLength(exchangesRecorded);
    expect(exchanges.map(({ status }) => status).filter((status) => status !== 200)).toEqual([429, 500]);
  });

  it('holds neither key, nor address, nor name of a stored set', async () => {
    const named = [...recorded.values()].map(({ data }) => /MCID_\w+/.exec(JSON.stringify(data))?.[0]);
    const secrets = [KEY, EMAIL, 'operator', '203.0.113.9', '127.0.0.1', ...named.filter((name) => name !== undefined)];
    expect(secrets.length).toBeGreaterThan(5);
    for (const [file, text] of await folder.files()) {
      expect(
        secrets.filter((secret) => text.includes(secret)),
        file,
      ).toEqual([]);
    }
  });

  it('gives the same answers again, retries and all, and they do not pass for NCBI', async () => {
    await using gateway = await replaying();
    for (const { name, query } of [...operations, { name: 'Refused', query: REFUSED }]) {
      const again = await gateway.query(query);
      const before = recorded.get(name);
      expect(seen(again), name).toEqual(before && seen(before));
      const { source } = again.extensions.entrez;
      expect(source, name).toBe(before?.extensions.entrez.source);
      expect(source, name).not.toBe('ncbi');
    }
    // The refusal and the failure came again too, before the answer.
    expect(gateway.sandbox.requests.slice(-3).map(({ status }) => status)).toEqual([429, 500, 200]);
  });

  it('gives the same answers to operations that now come all at once, whose batches are other ones', async () => {
    await using gateway = await replaying();
    // The words of a search that looks up many names at once depend on its batch, so it cannot be taken apart.
    const searchless = operations.filter(({ name }) => !recorded.get(name)?.extensions.entrez.calls.esearch);
    expect(searchless.length).toBeGreaterThan(15);
    await Promise.all(
      searchless.map(async ({ name, query }) => {
        const before = recorded.get(name);
        expect(seen(await gateway.query(query)), name).toEqual(before && seen(before));
      }),
    );
    expect(sources.filter((names) => names?.includes(' ')).length).toBeGreaterThan(0);
  });

  it('does not answer what was not asked then: the error names the nearest request that was', async () => {
    await using gateway = await replaying();
    const { data, errors } = await gateway.query('{ gene(uid: "7157") { pubmedRif { totalCount } symbol } }');
    expect(data).toEqual({ gene: { pubmedRif: null, symbol: 'TP53' } });
    expect(errors).toMatchObject([{ path: ['gene', 'pubmedRif'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(errors?.[0]?.message).toMatch(
      /HTTP 404: .*not recorded. The nearest is \d+-elink, which has linkname=gene_/,
    );
  });
});
