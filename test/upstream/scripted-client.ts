import type { CallOptions, CallRecord, EutilsCall } from '../../src/upstream/call.js';
import { clientOver } from '../support/ncbi-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { plainQuestion } from '../support/questions.js';
import { late, type Reply, ScriptedTransport } from '../support/scripted-transport.js';

/** What NCBI says to requests above the rate. */
export const RATE_LIMIT = '{"error":"API rate limit exceeded","api-key":"192.0.2.1","count":"4","limit":"3"}';

/** What NCBI says of a key that it does not know. */
export const BAD_KEY = '{"error":"API key invalid","api-key":"k1","type":"invalid"}';

export const QUESTION = plainQuestion('1', '2');

/** A client to a scripted far side, and an `ask` that notes what became of it. */
export function clientTo(...script: readonly Reply[]) {
  const clock = new FakeClock();
  const epoch = clock.now();
  const sentAt: number[] = [];
  const transport = new ScriptedTransport(
    ...script.map((reply): Reply => (request, signal) => {
      sentAt.push(clock.now() - epoch);
      return reply(request, signal);
    }),
  );
  const client = clientOver(clock, transport);
  const calls: CallRecord[] = [];
  const controller = new AbortController();
  const ask = <T>(question: EutilsCall<T>, options: Partial<CallOptions> = {}): Promise<T> =>
    client.send(question, { signal: controller.signal, onCall: (call) => calls.push(call), ...options });
  return { ask, calls, client, clock, controller, pacer: client.pacer, sentAt, transport };
}

/** Answers after a latency. */
export function slowClient(latency: number, reply: Reply) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(late(clock, latency, reply));
  return { clock, transport, client: clientOver(clock, transport) };
}
