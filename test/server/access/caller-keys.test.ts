import { type GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';

import { CallerKeys, MAX_UNPROVEN_KEYS } from '../../../src/server/access/caller-keys.js';
import { NcbiClients } from '../../../src/upstream/client-pool.js';
import { FakeClock } from '../../support/fake-clock.js';
import { plainQuestion } from '../../support/questions.js';
import { type Reply, ScriptedTransport, answers } from '../../support/scripted-transport.js';

const REFUSED: Reply = () => Promise.resolve({ status: 400, headers: {}, body: '{"error":"API key invalid"}' });
const TEN_MINUTES = 600_000;

function keysWith(reply: Reply) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(reply);
  const clients = new NcbiClients({
    clock,
    transport,
    rps: 3,
    apiKey: undefined,
    maxInFlight: 32,
    timeout: 5000,
    deadline: 60_000,
  });
  const keys = new CallerKeys(clients, clock);
  let count = 0;
  /** Sends a request with a key; resolves with the wait that it is refused with, 0 where it is sent. */
  const send = async (key: string, caller = 'ann'): Promise<number> => {
    try {
      const client = keys.clientFor(key, caller);
      count += 1;
      const sent = client.send(plainQuestion(String(count)), { signal: new AbortController().signal });
      await clock.finish(sent.catch(() => undefined));
      return 0;
    } catch (error) {
      expect((error as GraphQLError).extensions).toMatchObject({ code: 'QUOTA_EXCEEDED', http: { status: 429 } });
      return (error as GraphQLError).extensions.retryAfterMs as number;
    }
  };
  return { clock, transport, send };
}

describe('API keys that NCBI refuses', () => {
  it('make their caller wait before another key, twice as long after each', async () => {
    const { clock, transport, send } = keysWith(REFUSED);
    expect(await send('made-up 0')).toBe(0);
    for (let index = 1; index <= 4; index += 1) {
      const wait = await send(`made-up ${index}`);
      expect(wait).toBeGreaterThan(500 * 2 ** (index - 1));
      expect(wait).toBeLessThanOrEqual(1000 * 2 ** (index - 1));
      expect(transport.apiKeys).toHaveLength(index);
      await clock.advance(wait);
      expect(await send(`made-up ${index}`)).toBe(0);
    }
  });

  it('are not sent again for a minute', async () => {
    const { clock, transport, send } = keysWith(REFUSED);
    await send('made-up');
    await send('made-up');
    expect(transport.apiKeys).toHaveLength(1);
    await clock.advance(61_000);
    await send('made-up');
    expect(transport.apiKeys).toHaveLength(2);
  });

  it('cost no other caller anything', async () => {
    const { send } = keysWith(REFUSED);
    expect(await send('made-up 0', 'ann')).toBe(0);
    expect(await send('made-up 1', 'ann')).toBeGreaterThan(0);
    expect(await send('made-up 1', 'ben')).toBe(0);
  });
});

describe('API keys of which is not known whether NCBI accepts them', () => {
  it('are ten for each caller in ten minutes', async () => {
    // NCBI says nothing of the key: the service fails.
    const { clock, transport, send } = keysWith(() => Promise.reject(new Error('no connection')));
    for (let index = 0; index < MAX_UNPROVEN_KEYS; index += 1) {
      expect(await send(`key ${index}`)).toBe(0);
    }
    const sent = transport.apiKeys.length;
    const wait = await send('one too many');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(TEN_MINUTES);
    expect(transport.apiKeys).toHaveLength(sent);
    await clock.advance(TEN_MINUTES + 1);
    expect(await send('one too many')).toBe(0);
  });

  it('are as many as they like once NCBI accepts them', async () => {
    const { send } = keysWith(answers('{}'));
    for (let index = 0; index < 3 * MAX_UNPROVEN_KEYS; index += 1) {
      expect(await send(`key ${index}`)).toBe(0);
    }
  });
});
