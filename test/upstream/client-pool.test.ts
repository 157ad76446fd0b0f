import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import type { NcbiClient } from '../../src/upstream/ncbi-client.js';
import { NcbiClients, type NcbiClientsOptions } from '../../src/upstream/client-pool.js';
import { FakeClock } from '../support/fake-clock.js';
import { acquire, SPAN, spendPermits } from '../support/pacing.js';
import { plainQuestion } from '../support/questions.js';
import { answers, refuses, type Reply, ScriptedTransport } from '../support/scripted-transport.js';

const SERVERS_KEY = 'the-key-of-the-server';
const CALLERS_KEY = 'the-key-of-a-caller';
const DEADLINE = 60_000;

function clientsWith(options: Partial<NcbiClientsOptions> = {}, reply: Reply = answers('{}')) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(reply);
  const ncbiClients = new NcbiClients({
    clock,
    transport,
    rps: 3,
    apiKey: SERVERS_KEY,
    maxInFlight: 32,
    timeout: 5000,
    deadline: DEADLINE,
    ...options,
  });
  return { clock, ncbiClients, transport };
}

function ask(client: NcbiClient): Promise<string> {
  return client.send(plainQuestion('1'), { signal: new AbortController().signal });
}

describe('NcbiClients give', () => {
  it('the default client to callers without a key, and one for each key to the others, always the same', () => {
    const { ncbiClients } = clientsWith();
    expect(ncbiClients.forKey(CALLERS_KEY)).toBe(ncbiClients.forKey(CALLERS_KEY));
    expect(ncbiClients.forKey(CALLERS_KEY)).not.toBe(ncbiClients.default);
    expect(ncbiClients.forKey('another-key')).not.toBe(ncbiClients.forKey(CALLERS_KEY));
    expect(ncbiClients.count).toBe(3);
  });

  it('the default client to callers who bring the key of the server: NCBI counts them together', () => {
    const { ncbiClients } = clientsWith();
    expect(ncbiClients.forKey(SERVERS_KEY)).toBe(ncbiClients.default);
    expect(ncbiClients.count).toBe(1);
  });

  it('clients that say whose key they use', () => {
    const { ncbiClients } = clientsWith();
    expect([ncbiClients.default.keyOwner, ncbiClients.forKey(CALLERS_KEY).keyOwner]).toEqual(['server', 'caller']);
    expect(clientsWith({ apiKey: undefined }).ncbiClients.default.keyOwner).toBe('none');
  });

  it('clients that send with their key, or with none', async () => {
    const { clock, ncbiClients, transport } = clientsWith();
    await clock.finish(Promise.all([ask(ncbiClients.default), ask(ncbiClients.forKey(CALLERS_KEY))]));
    expect(transport.apiKeys).toEqual([SERVERS_KEY, CALLERS_KEY]);
    const keyless = clientsWith({ apiKey: undefined });
    await keyless.clock.finish(ask(keyless.ncbiClients.default));
    expect(keyless.transport.apiKeys).toEqual([undefined]);
  });

  it('each key a rate of its own: the configured one to the server, ten a second to callers', async () => {
    const { ncbiClients } = clientsWith({ rps: 3 });
    const [own, callers] = [ncbiClients.default.pacer, ncbiClients.forKey(CALLERS_KEY).pacer];
    expect([own.state.limit, callers.state.limit]).toEqual([3, 10]);
    await spendPermits(own, 3);
    expect([own.state.remaining, callers.state.remaining]).toEqual([0, 10]);
  });

  it('refusals of one key no weight for the others', async () => {
    const { clock, ncbiClients } = clientsWith({}, refuses(429, '{"error":"API rate limit exceeded","count":"11"}'));
    await expect(clock.finish(ask(ncbiClients.forKey(CALLERS_KEY)))).rejects.toMatchObject({
      code: 'UPSTREAM_RATE_LIMITED',
    });
    expect(ncbiClients.forKey(CALLERS_KEY).pacer.state.slowedBy).toBeGreaterThan(1);
    expect(ncbiClients.default.pacer.state).toMatchObject({ slowedBy: 1, coolingFor: 0 });
  });
});

describe('NcbiClients are dropped', () => {
  /** Whether the client of a key is still the same, once others have come that need room. */
  function isKept(ncbiClients: NcbiClients, key: string, client: NcbiClient): boolean {
    ncbiClients.forKey(`newcomer-${ncbiClients.count}`);
    return ncbiClients.forKey(key) === client;
  }

  it('when they are idle and no operation can hold them any more', async () => {
    const { clock, ncbiClients } = clientsWith();
    const client = ncbiClients.forKey(CALLERS_KEY);
    await clock.advance(DEADLINE + 1);
    expect(isKept(ncbiClients, CALLERS_KEY, client)).toBe(false);
  });

  it('not while an operation may hold them, or one key would have two pacers', async () => {
    const { clock, ncbiClients } = clientsWith();
    const client = ncbiClients.forKey(CALLERS_KEY);
    for (let i = 0; i < 3; i += 1) {
      await clock.advance(DEADLINE);
      expect(isKept(ncbiClients, CALLERS_KEY, client)).toBe(true);
    }
  });

  it('not while a request is under way, or one has just been', async () => {
    const { clock, ncbiClients } = clientsWith();
    const client = ncbiClients.forKey(CALLERS_KEY);
    const permit = await acquire(client.pacer);
    await clock.advance(DEADLINE + 1);
    ncbiClients.forKey('newcomer');
    permit.release();
    const late = await acquire(client.pacer);
    late.release();
    expect(isKept(ncbiClients, CALLERS_KEY, client)).toBe(true);
    await clock.advance(DEADLINE + SPAN);
    expect(isKept(ncbiClients, CALLERS_KEY, client)).toBe(false);
  });

  it('never more than are needed: too many keys in use at once are refused, known ones are not', async () => {
    const { clock, ncbiClients } = clientsWith();
    const first = ncbiClients.forKey('key-0');
    for (let i = 1; i < 1000; i += 1) {
      ncbiClients.forKey(`key-${i}`);
    }
    expect(ncbiClients.count).toBe(1001);
    expect(() => ncbiClients.forKey('one-too-many')).toThrow(
      expect.objectContaining({ code: 'OVERLOADED', details: { retryAfterMs: 1000 } }),
    );
    expect(ncbiClients.forKey('key-0')).toBe(first);
    await clock.advance(DEADLINE + 1);
    expect(ncbiClients.forKey('one-too-many').keyOwner).toBe('caller');
    expect(ncbiClients.count).toBe(2);
  });
});

describe('NcbiClients keep keys to themselves', () => {
  it('neither clients nor their failures show one, however deep they are looked into', async () => {
    const { clock, ncbiClients } = clientsWith(
      {},
      refuses(400, `{"error":"API key invalid","api-key":"${CALLERS_KEY}"}`),
    );
    const failure: unknown = await clock.finish(ask(ncbiClients.forKey(CALLERS_KEY)).catch((error: unknown) => error));
    expect(failure).toMatchObject({ code: 'INVALID_API_KEY' });
    const shown = inspect([ncbiClients, ncbiClients.default, ncbiClients.forKey(CALLERS_KEY), failure], {
      depth: 20,
      showHidden: true,
    });
    expect(shown).toContain('keyOwner');
    expect(shown).not.toContain(CALLERS_KEY);
    expect(shown).not.toContain(SERVERS_KEY);
    expect(JSON.stringify([ncbiClients, failure])).not.toMatch(/the-key-of/);
  });
});

describe('NcbiClients close', () => {
  it('the connections that they share', async () => {
    const { ncbiClients, transport } = clientsWith();
    await ncbiClients.close();
    expect(transport.closed).toBe(true);
  });
});
