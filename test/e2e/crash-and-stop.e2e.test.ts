import { describe, expect, it, vi } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { readExchanges } from '../../src/sandbox/replay/exchange-folder.js';
import { Replay } from '../../src/sandbox/replay/replay.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { Command } from '../support/command.js';
import { HeldAnswers } from '../support/held-answers.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';
import { TiredServer } from '../support/tired-server.js';

const GENE = '{ gene(uid: 7157) { symbol } }';

/** Where the command says that it answers. */
const ADDRESS = /[Ll]istening on (http:\S+)/;

/** Processes share the machine with those of other tests. */
const PATIENTLY = { timeout: 60_000 };

/** The command over a sandbox, once it answers. */
async function serve(sandbox: Sandbox, environment: Readonly<Record<string, string>> = {}): Promise<Command> {
  const command = new Command(['serve', '--port', '0'], {
    NCBI_BASE_URL: sandbox.url,
    NCBI_RPS: '50',
    NCBI_EMAIL: 'operator@example.org',
    LOG_LEVEL: 'error',
    ...environment,
  });
  await command.says(ADDRESS);
  return command;
}

function post(url: string, query: string, signal?: AbortSignal): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
}

async function ask(url: string, query: string, signal?: AbortSignal): Promise<GraphqlAnswer> {
  return (await (await post(url, query, signal)).json()) as GraphqlAnswer;
}

/** So many searches that cannot share a call. */
function searches(count: number, from = 0): string {
  const each = (_: unknown, i: number): string => `s${i}: pubmed(term: "${from + i}[uid]", first: 1) { totalCount }`;
  return `{ search { ${Array.from({ length: count }, each).join(' ')} } }`;
}

describe.concurrent('SIGTERM', { timeout: 120_000 }, () => {
  it('lets the answers under way be delivered, takes no new requests, and ends with 0', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    const held = new HeldAnswers('esummary');
    sandbox.intercept(held.interceptor);
    await using command = await serve(sandbox);
    const url = await command.says(ADDRESS);
    const answer = post(url, GENE);
    await held.arrived;
    command.stop('SIGTERM');
    await vi.waitFor(() => expect(ask(url, '{ __typename }')).rejects.toThrow(), PATIENTLY);
    held.release();
    const response = await answer;
    expect(((await response.json()) as GraphqlAnswer).data).toEqual({ gene: { symbol: 'TP53' } });
    // Else its client would send the next request as the connection is closed.
    expect(response.headers.get('connection')).toBe('close');
    expect([...(await command.end()), command.err]).toEqual([0, null, '']);
  });

  it('is first heard by balancers: no longer ready, the gateway still answers, for as long as it is told to', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    await using command = await serve(sandbox, { DRAIN_GRACE_MS: '5000' });
    const url = await command.says(ADDRESS);
    const readiness = (): Promise<Response> => fetch(new URL('/health/ready', url));
    expect((await readiness()).status).toBe(200);
    command.stop('SIGTERM');
    const notReady = await vi.waitFor(async () => {
      const response = await readiness();
      expect(response.status).toBe(503);
      return response;
    }, PATIENTLY);
    // Else its client would keep the connection for a request that nobody answers any more.
    expect(notReady.headers.get('connection')).toBe('close');
    expect(await notReady.json()).toMatchObject({ status: 'draining' });
    expect((await ask(url, GENE)).data).toEqual({ gene: { symbol: 'TP53' } });
    expect([...(await command.end()), command.err]).toEqual([0, null, '']);
  });

  it('is not waited out when another signal comes: the process ends at once', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    await using command = await serve(sandbox, { DRAIN_GRACE_MS: '600000' });
    const url = await command.says(ADDRESS);
    command.stop('SIGTERM');
    await expect.poll(async () => (await fetch(new URL('/health/ready', url))).status).toBe(503);
    command.stop('SIGINT');
    expect(await command.end()).toEqual([130, null]);
  });

  it('does not wait for what is renewed for nobody', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    await using ncbi = await TiredServer.start(sandbox);
    await using command = await serve(sandbox, { NCBI_BASE_URL: ncbi.url, SUMMARIES_TTL_S: '1' });
    const url = await command.says(ADDRESS);
    await vi.waitFor(async () => {
      expect((await ask(url, GENE)).data).toEqual({ gene: { symbol: 'TP53' } });
      expect(ncbi.refused).toBe(1);
    }, PATIENTLY);
    command.stop('SIGTERM');
    expect([...(await command.end()), command.err]).toEqual([0, null, '']);
    expect(ncbi.refused).toBe(1);
  });

  it('answers after its time with what is there, and with SHUTTING_DOWN what NCBI does not answer, and ends with 0', async () => {
    await using sandbox = await startSandbox({ rps: 0, faults: parseFaults('timeout') });
    await using command = await serve(sandbox, { NCBI_TIMEOUT_MS: '60000', DRAIN_TIMEOUT_MS: '2000' });
    const url = await command.says(ADDRESS);
    const answer = ask(url, '{ __typename gene(uid: 7157) { symbol } }');
    await expect.poll(() => sandbox.requests).toHaveLength(1);
    command.stop('SIGTERM');
    expect([...(await command.end()), command.err]).toEqual([0, null, '']);
    expect(await answer).toMatchObject({
      data: { __typename: 'Query' },
      errors: [{ extensions: { code: 'SHUTTING_DOWN' } }],
    });
  });

  it('finds no rejection unhandled, after faults of all kinds and callers who left', async () => {
    const faults = 'in-body-error:20%,timeout:5%,cut-off:10%,reset:5%,reset-midway:5%,stall:5%,http-502:5%,merged:5%';
    await using sandbox = await startSandbox({ rps: 0, faults: parseFaults(faults) });
    await using command = await serve(sandbox, { NCBI_TIMEOUT_MS: '200', DEADLINE_MS: '3000' });
    const url = await command.says(ADDRESS);
    const caller = async (_: unknown, i: number): Promise<boolean> => {
      const query = `{ records { gene(uids: [${7157 + i}, 672, 675]) { symbol
        pubmed(first: 3) { nodes { title related(first: 2) { edges { score } } } } omim { totalCount } } } }`;
      try {
        await ask(url, query, i % 3 === 0 ? AbortSignal.timeout(20 * i) : undefined);
        return true;
      } catch {
        return false;
      }
    };
    const answered = await Promise.all(Array.from({ length: 30 }, caller));
    expect(new Set(answered)).toEqual(new Set([true, false]));
    expect(await ask(url, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
    command.stop('SIGTERM');
    expect([...(await command.end()), command.err]).toEqual([0, null, '']);
  });
});

describe('SIGKILL', { timeout: 120_000 }, () => {
  it('in the middle of a batch leaves recordings that can be replayed, and gone on with', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    await using folder = await TemporaryFolder.create();
    await using killed = await serve(sandbox, { RECORD_DIR: folder.path });
    const killedUrl = await killed.says(ADDRESS);
    const truth = await ask(killedUrl, GENE);
    await expect.poll(async () => (await readExchanges(folder.path)).length).toBe(1);
    const held = new HeldAnswers('elink');
    sandbox.intercept(held.interceptor);
    const lost = ask(killedUrl, `{ gene(uid: 7157) { pubmed { totalCount } } ${searches(40).slice(1)}`);
    const end = lost.catch((error: unknown) => error);
    await held.arrived;
    killed.stop('SIGKILL');
    expect(await killed.end()).toEqual([null, 'SIGKILL']);
    expect(await end).toBeInstanceOf(Error);
    sandbox.intercept(undefined);

    const exchanges = await readExchanges(folder.path);
    expect(exchanges.map(({ utility }) => utility)).toContain('esummary');
    await using replayed = await RunningGateway.start();
    const replay = new Replay(exchanges);
    replayed.sandbox.intercept((request) => replay.answer(request));
    expect((await replayed.query(GENE)).data).toEqual(truth.data);

    await using command = await serve(sandbox, { RECORD_DIR: folder.path });
    const url = await command.says(ADDRESS);
    expect((await ask(url, '{ gene(uid: 672) { symbol } }')).data).toEqual({ gene: { symbol: 'BRCA1' } });
    command.stop('SIGTERM');
    await command.end();
    expect(await readExchanges(folder.path)).toHaveLength(exchanges.length + 1);
  });
});

describe('a full queue', { timeout: 120_000 }, () => {
  it('refuses those who want most, with the time to wait, and harms nobody else', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
    const greedy = [0, 1, 2].map((caller) => gateway.query(searches(480, 1000 * caller)));
    await expect.poll(() => gateway.gateway.pacer.queued, { interval: 10 }).toBeGreaterThan(900);
    const modest = await gateway.query(GENE);
    expect(modest.errors).toBeUndefined();
    const errors = (await Promise.all(greedy)).flatMap((answer) => answer.errors ?? []);
    const refused = errors.flatMap(({ extensions }) => extensions.fields);
    expect(refused.length).toBeGreaterThan(100);
    for (const { extensions } of errors) {
      expect(extensions).toMatchObject({ code: 'OVERLOADED', retryAfterMs: expect.any(Number) as unknown });
    }
  });
});

describe('a client that disconnects', () => {
  it('gives up the batches that nobody else wants, and those only', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_MAX_IN_FLIGHT: '1' } });
    const { pacer } = gateway.gateway;
    const held = new HeldAnswers('esummary');
    gateway.sandbox.intercept(held.interceptor);
    const first = gateway.query(GENE);
    await held.arrived;
    const leaving = new AbortController();
    const url = `${gateway.server.url}/graphql`;
    const left = ask(url, '{ gene(uid: 672) { omim { totalCount } clinvar { totalCount } } }', leaving.signal);
    const end = left.catch((error: unknown) => error);
    const stays = gateway.query('{ gene(uid: 672) { omim { totalCount } } }');
    await expect.poll(() => pacer.queued).toBe(2);
    leaving.abort();
    expect(await end).toBeInstanceOf(Error);
    await expect.poll(() => pacer.queued).toBe(1);
    held.release();
    expect((await Promise.all([first, stays])).map(({ errors }) => errors)).toEqual([undefined, undefined]);
    expect(gateway.callsOf('elink')).toBe(1);
  });
});
