import { beforeEach, describe, expect, it } from 'vitest';

import type { EutilsRequest } from '../../src/eutils/wire.js';
import { KeyProbation } from '../../src/upstream/key-probation.js';
import type { Pacer } from '../../src/upstream/rate-limit/pacer.js';
import type { Transport } from '../../src/upstream/transport/transport.js';
import type { FakeClock } from '../support/fake-clock.js';
import { pacerWith } from '../support/pacing.js';
import { answers, breaks, refuses, type Reply, ScriptedTransport } from '../support/scripted-transport.js';

const INFO: EutilsRequest = { utility: 'einfo', params: [], retmode: 'json', idCount: 0 };
const refused = refuses(400, '{"error":"API key invalid","type":"invalid"}');
const accepted = answers('{"einforesult":{}}');
const MINUTE = 60_000;

describe('an API key that a caller brings', () => {
  let clock: FakeClock;
  let pacer: Pacer;
  let keys: KeyProbation;
  let sent: number;

  beforeEach(() => {
    ({ clock, pacer } = pacerWith({ rps: 1 }));
    keys = new KeyProbation(clock);
    sent = 0;
  });

  function ncbi(...script: readonly Reply[]): { readonly script: ScriptedTransport; readonly its: Transport } {
    const transport = new ScriptedTransport(...script);
    return { script: transport, its: keys.transportFor('name of a key', transport, () => pacer) };
  }

  function send(its: Transport): ReturnType<Transport['send']> {
    const { signal } = new AbortController();
    return its.send(INFO, { signal, onSent: () => (sent += 1) });
  }

  it('takes a permit of the server until NCBI accepts it, and none afterwards', async () => {
    const { script, its } = ncbi(accepted);
    expect(keys.isAccepted('name of a key')).toBe(false);
    await send(its);
    expect(keys.isAccepted('name of a key')).toBe(true);
    // The server has one permit a second: these would have to wait for theirs.
    await Promise.all([send(its), send(its)]);
    expect(script.requests).toHaveLength(3);
    expect(sent).toBe(3);
  });

  it('waits for the permits of the server as long as it is unknown, and gives each of them back', async () => {
    const { script, its } = ncbi(breaks);
    const first = send(its);
    const second = send(its);
    await expect(first).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(script.requests).toHaveLength(1);
    expect(pacer.queued).toBe(1);
    await expect(clock.finish(second)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(pacer.inFlight).toBe(0);
    expect(keys.isAccepted('name of a key')).toBe(false);
  });

  it('is not sent again for a minute once NCBI has refused it, also by requests that were waiting', async () => {
    const { script, its } = ncbi(refused, accepted);
    const [first, second] = [send(its), send(its)];
    expect(await first).toMatchObject({ status: 400 });
    const refusal = { code: 'INVALID_API_KEY', message: expect.stringContaining('refused this API key') as string };
    await expect(clock.finish(second)).rejects.toMatchObject(refusal);
    await expect(send(its)).rejects.toMatchObject(refusal);
    expect(script.requests).toHaveLength(1);
    expect(pacer.inFlight).toBe(0);
    expect(keys.refusedAt('name of a key')).toBeDefined();
    expect(keys.refusedAt('name of another')).toBeUndefined();
    await clock.advance(MINUTE + 1);
    await clock.finish(send(its));
    expect(keys.isAccepted('name of a key')).toBe(true);
  });

  it('is on probation again when NCBI refuses it later', async () => {
    const { its } = ncbi(accepted, refused);
    await send(its);
    await send(its);
    expect(keys.isAccepted('name of a key')).toBe(false);
    await expect(send(its)).rejects.toMatchObject({ code: 'INVALID_API_KEY' });
  });

  it('stays accepted, or unknown, when NCBI fails for another reason', async () => {
    const { its } = ncbi(accepted, refuses(502));
    await send(its);
    await send(its);
    expect(keys.isAccepted('name of a key')).toBe(true);

    const other = new KeyProbation(clock);
    const unknown = other.transportFor('name', new ScriptedTransport(refuses(502)), () => pacer);
    await clock.finish(send(unknown));
    expect([other.isAccepted('name'), other.refusedAt('name')]).toEqual([false, undefined]);
  });

  it('closes its connections when it is closed', async () => {
    const { script, its } = ncbi(accepted);
    await its.close();
    expect(script.closed).toBe(true);
  });
});
