import { describe, expect, it } from 'vitest';

import { startSandbox } from '../../src/sandbox/server.js';
import { GatewayProcess } from '../support/gateway-process.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const QUERY =
  '{ gene(uid: "7157") { symbol pubmed(first: 20) { totalCount nodes { title gene { nodes { uid } } } } } }';

describe('CACHE_DIR', () => {
  it.each(['stop', 'kill'] as const)('outlives a process that is told to %s', async (end) => {
    await using folder = await TemporaryFolder.create();
    await using sandbox = await startSandbox({ rps: 0 });
    const settings = { CACHE_DIR: folder.path, NCBI_BASE_URL: sandbox.url };
    await using first = await GatewayProcess.start(settings);
    const cold = await first.ask(QUERY);
    const calls = sandbox.requests.length;
    expect(cold.extensions.entrez.calls.total).toBe(calls);
    // What is kept behind the first answer is kept before another question has been answered.
    await first.ask('{ gene(uid: "672") { symbol } }');
    await first[end]();
    await using second = await GatewayProcess.start(settings);
    const warm = await second.ask(QUERY);
    expect(warm.data).toEqual(cold.data);
    expect(warm.extensions.entrez).toMatchObject({ calls: { total: 0 }, source: 'sandbox', degraded: [] });
    expect(sandbox.requests).toHaveLength(calls + 1);
  });
});
