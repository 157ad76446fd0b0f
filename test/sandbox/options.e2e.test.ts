import { expect, it } from 'vitest';

import { startSandbox, type SandboxOptions } from '../../src/sandbox/server.js';

it.each([
  [{ rps: -1 }, 'Invalid rps. Use a number of requests from 0, which means no limit.'],
  [{ keyedRps: '3' }, 'Invalid keyedRps. Use a number of requests from 0, which means no limit.'],
  [{ port: 99_999 }, 'Invalid port. Use a port up to 65535.'],
  [{ latency: 'slow' }, 'Invalid latency. Use a latency model, such as { kind: "constant", ms: 200 }.'],
  [{ latency: { kind: 'slow' } }, 'Invalid latency.kind. Use a latency model, such as { kind: "constant", ms: 200 }.'],
  [{ latency: { kind: 'constant', ms: -5 } }, 'Invalid latency.ms. Use a number of milliseconds from 0.'],
  [{ latency: { kind: 'constant', ms: 5, perIdMs: 1 } }, 'Unknown option latency.perIdMs.'],
  [{ faults: 'timeout' }, 'Invalid faults. Use a list of rules that parseFaults gives.'],
  [{ faults: ['timeout'] }, 'Invalid faults.0. Use a rule that parseFaults gives.'],
  [{ graph: {} }, 'Invalid graph. Use a SampleGraph.'],
  [{ libraryLinks: 'yes' }, 'Invalid libraryLinks. Use true or false.'],
  [{ requestsPerSecond: 3 }, /^Unknown option requestsPerSecond\. Known options: host, port, rps, /],
  [null, 'Invalid options. Use an object.'],
  ['3', 'Invalid options. Use an object.'],
])('a sandbox does not start with %j, and says what to use', async (options, message) => {
  await expect(startSandbox(options as SandboxOptions)).rejects.toThrow(RangeError);
  await expect(startSandbox(options as SandboxOptions)).rejects.toThrow(message);
});

it('a sandbox starts without limits and with options that are undefined', async () => {
  await using sandbox = await startSandbox({ rps: Infinity, keyedRps: 0, latency: undefined, faults: [] });
  expect(sandbox.url).toContain('/entrez/eutils/');
});
