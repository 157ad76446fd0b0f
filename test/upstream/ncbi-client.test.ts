import { describe, expect, it, vi } from 'vitest';

import { type Text, wholeOf } from '../../src/eutils/body/text.js';
import { malformed } from '../../src/eutils/failures/malformed.js';
import { sleep } from '../../src/upstream/clock.js';
import type { CallRecord } from '../../src/upstream/call.js';
import { BytesInFlight } from '../../src/upstream/transport/bytes-in-flight.js';
import type { Transport } from '../../src/upstream/transport/transport.js';
import { clientOver, TIMEOUT } from '../support/ncbi-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { spendPermits } from '../support/pacing.js';
import { requestFor } from '../support/questions.js';
import { answers, never, refuses, type Reply, ScriptedTransport } from '../support/scripted-transport.js';
import { BAD_KEY, clientTo, QUESTION, RATE_LIMIT, slowClient } from './scripted-client.js';

describe('NcbiClient answers', () => {
  it('with bytes held until they are decoded, and given back also after a failure', async () => {
    const clock = new FakeClock();
    const bytes = new BytesInFlight(100);
    const transport: Transport = {
      send: (_request, { onBytes, onSent }) => {
        onSent();
        onBytes?.(70);
        return Promise.resolve({ status: 200, headers: {}, body: '{"n":7}' });
      },
      close: () => Promise.resolve(),
    };
    const client = clientOver(clock, transport, { bytes });
    const { signal } = new AbortController();
    const held: number[] = [];
    const decode = (): Promise<number> => {
      held.push(bytes.count);
      return Promise.resolve(7);
    };
    await clock.finish(client.send({ request: requestFor(['1']), decode }, { signal }));
    const failing = client.send(
      {
        request: requestFor(['1']),
        decode: () => {
          held.push(bytes.count);
          throw malformed('x');
        },
      },
      { signal },
    );
    await expect(clock.finish(failing)).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
    expect(held).toEqual([70, 70, 70, 70]);
    expect(bytes.count).toBe(0);
  });

  it('when there is room again for what another response left no room for', async () => {
    const clock = new FakeClock();
    const bytes = new BytesInFlight(100);
    const other = bytes.hold();
    other.add(60);
    clock.after(300, other.release);
    let sent = 0;
    const transport: Transport = {
      send: (_request, { onBytes, onSent }) => {
        onSent();
        sent += 1;
        onBytes?.(70);
        return Promise.resolve({ status: 200, headers: {}, body: '{}' });
      },
      close: () => Promise.resolve(),
    };
    const client = clientOver(clock, transport, { bytes });
    const { signal } = new AbortController();
    await clock.finish(client.send({ request: requestFor(['1', '2']), decode: () => 7 }, { signal }));
    expect([sent, bytes.count]).toEqual([2, 0]);
  });

  it('counting its time until the answer has come, not what reading it takes', async () => {
    const { clock, client } = slowClient(120, answers('{"n":7}'));
    const calls: CallRecord[] = [];
    const decode = async (): Promise<void> => {
      await sleep(clock, 5000, new AbortController().signal);
    };
    const { signal } = new AbortController();
    await clock.finish(
      client.send({ request: requestFor(['1']), decode }, { signal, onCall: (call) => calls.push(call) }),
    );
    expect(calls).toMatchObject([{ took: 120 }]);
  });

  it('with what the decoder makes of the body, for one permit', async () => {
    const { ask, calls, clock, pacer, transport } = clientTo(answers('{"n":7}'));
    const question = {
      request: requestFor(['1']),
      decode: (body: Text) => (JSON.parse(wholeOf(body)) as { n: number }).n,
    };
    expect(await clock.finish(ask(question))).toBe(7);
    expect(transport.requests).toEqual([question.request]);
    expect(calls).toHaveLength(1);
    expect(pacer.inFlight).toBe(0);
  });

  it('telling of each call what it asked, waited, took and brought', async () => {
    const { clock, client } = slowClient(120, answers('{"n":7}'));
    await spendPermits(client.pacer, 10);
    const calls: CallRecord[] = [];
    const signal = new AbortController().signal;
    await clock.finish(client.send(QUESTION, { signal, onCall: (call) => calls.push(call) }));
    expect(calls).toEqual([
      {
        endedAt: clock.now(),
        utility: 'elink',
        ids: 2,
        waited: 1100,
        took: 120,
        size: 7,
        source: 'ncbi',
        outcome: 'answered',
      },
    ]);
  });

  it('naming the sandbox as its source when the answer says so', async () => {
    const { ask, calls, clock } = clientTo(answers('{}', { 'x-entrez-sandbox': '1' }));
    await clock.finish(ask(QUESTION));
    expect(calls[0]?.source).toBe('sandbox');
  });

  it('using the permit of a batch for its first call only', async () => {
    const { client, clock, controller, pacer } = clientTo(answers('{}'));
    const holder = client.holding(await pacer.acquire());
    await clock.finish(Promise.all([holder.send(QUESTION, controller), holder.send(QUESTION, controller)]));
    expect(pacer.state.remaining).toBe(8);
  });

  it('using a permit that was already waited for, and giving it back', async () => {
    const { client, clock, controller, pacer, sentAt } = clientTo(refuses(503), answers('{}'));
    const holder = client.holding(await pacer.acquire());
    const asked = holder.send(QUESTION, controller);
    await clock.advance(0);
    expect(sentAt).toEqual([0]);
    expect(pacer.inFlight).toBe(0);
    await clock.finish(asked);
    expect(pacer.inFlight).toBe(0);
  });
});

describe('NcbiClient tells the pacer', () => {
  it('when a request leaves, which may be long after its permit was granted', async () => {
    const clock = new FakeClock();
    const scripted = new ScriptedTransport(never);
    const transport: Transport = {
      async send(request, options) {
        await sleep(clock, 700, options.signal);
        return scripted.send(request, options);
      },
      close: () => scripted.close(),
    };
    const client = clientOver(clock, transport, { rps: 1, attempts: 1 });
    const asked = expect(client.send(QUESTION, { signal: new AbortController().signal })).rejects.toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
    });
    expect((await clock.finish(client.pacer.acquire())).waited).toBe(700 + 1100);
    await clock.advance(TIMEOUT);
    await asked;
  });

  it('what the answer says of requests that others have sent', async () => {
    const headers = { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '4' };
    const { ask, clock, pacer } = clientTo(answers('{}', headers));
    await clock.finish(ask(QUESTION));
    expect(pacer.state).toMatchObject({ limit: 10, remaining: 4 });
  });

  it('the same of an answer that is a failure', async () => {
    const headers = { 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '2' };
    const { ask, clock, pacer } = clientTo(refuses(400, BAD_KEY, headers));
    await expect(clock.finish(ask(QUESTION))).rejects.toMatchObject({ code: 'INVALID_API_KEY' });
    expect(pacer.state).toMatchObject({ limit: 3, remaining: 2 });
  });

  it('for whom a request waits, again with each try', async () => {
    const { ask, clock } = clientTo(refuses(503), refuses(503), answers('{}'));
    const charge = vi.fn(() => true);
    await clock.finish(ask(QUESTION, { claim: { flows: [], charge, refund: () => undefined } }));
    expect(charge).toHaveBeenCalledTimes(3);
  });
});

describe('NcbiClient lets go when its caller aborts', () => {
  const gone = new Error('the caller went away');

  it('while it waits for a permit: nothing is sent', async () => {
    const { ask, calls, clock, controller, pacer, transport } = clientTo(answers('{}'));
    await spendPermits(pacer, 10);
    const asked = expect(ask(QUESTION)).rejects.toBe(gone);
    await clock.advance(50);
    controller.abort(gone);
    await asked;
    expect([pacer.queued, pacer.inFlight, transport.requests.length, calls.length]).toEqual([0, 0, 0, 0]);
  });

  it('before the permit it was given is used: nothing is sent, and the permit is there for others', async () => {
    const { client, pacer, controller, transport } = clientTo(answers('{}'));
    const holder = client.holding(await pacer.acquire());
    controller.abort(gone);
    await expect(holder.send(QUESTION, controller)).rejects.toBe(gone);
    expect([pacer.inFlight, transport.requests.length]).toEqual([0, 0]);
    expect(pacer.state.remaining).toBe(10);
  });

  it('but not of a request on the wire: its permit is spent, and its answer is worth having', async () => {
    const { clock, client, transport } = slowClient(100, answers('{"n":7}'));
    const controller = new AbortController();
    const asked = client.send(QUESTION, { signal: controller.signal });
    await clock.advance(50);
    controller.abort(gone);
    expect(await clock.finish(asked)).toBe('{"n":7}');
    expect([client.pacer.inFlight, transport.busy, clock.pending]).toEqual([0, 0, 0]);
  });

  it.each<readonly [string, Reply]>([
    ['fails', refuses(503)],
    ['is refused for the rate', refuses(429, RATE_LIMIT)],
    ['cannot be read', answers('')],
  ])('and does not try again when a request that was on the wire %s', async (_, reply) => {
    const { clock, client, transport } = slowClient(100, reply);
    const controller = new AbortController();
    const calls: CallRecord[] = [];
    const onCall = (call: CallRecord): number => calls.push(call);
    const asked = expect(client.send(QUESTION, { signal: controller.signal, onCall })).rejects.toBe(gone);
    await clock.advance(50);
    controller.abort(gone);
    await clock.advance(60_000);
    await asked;
    expect(calls).toMatchObject([{ took: 100 }]);
    expect([client.pacer.inFlight, client.pacer.queued, transport.requests.length]).toEqual([0, 0, 1]);
  });

  it('while it pauses before another try', async () => {
    const { ask, calls, clock, controller, pacer } = clientTo(refuses(500));
    const asked = expect(ask(QUESTION)).rejects.toBe(gone);
    await clock.advance(100);
    controller.abort(gone);
    await asked;
    expect(calls).toHaveLength(1);
    expect([pacer.inFlight, pacer.queued, clock.pending]).toEqual([0, 0, 0]);
  });

  it('while the gate is closed', async () => {
    const { ask, calls, clock, controller, pacer } = clientTo(refuses(429, RATE_LIMIT));
    const asked = expect(ask(QUESTION)).rejects.toBe(gone);
    await clock.advance(100);
    controller.abort(gone);
    await asked;
    expect(calls).toHaveLength(1);
    expect([pacer.inFlight, pacer.queued]).toEqual([0, 0]);
  });
});
