import { describe, expect, it, vi } from 'vitest';

import { Pacer } from '../../src/upstream/rate-limit/pacer.js';
import { Command } from '../support/command.js';
import { RunningGateway } from '../support/running-gateway.js';

describe('an event loop that stands still', () => {
  it('releases no burst: NCBI refuses nothing, and every question is answered', async () => {
    await using sandbox = new Command(['sandbox', '--port', '0', '--rps', '10']);
    const url = await sandbox.says(/listening on (http:\S+)/);
    const refusals = vi.spyOn(Pacer.prototype, 'coolDown');
    await using gateway = await RunningGateway.start({ settings: { NCBI_BASE_URL: url, NCBI_RPS: '10' } });
    const answer = gateway.query(searches(30));
    for (let stall = 0; stall < 2; stall++) {
      await expect.poll(() => gateway.gateway.pacer.queued).toBeGreaterThan(0);
      const until = performance.now() + 1200;
      while (performance.now() < until) {
        // Nothing else gets a turn.
      }
    }
    expect((await answer).errors).toBeUndefined();
    expect(refusals).not.toHaveBeenCalled();
    refusals.mockRestore();
  });
});

function searches(count: number): string {
  const each = (_: unknown, i: number): string => `s${i}: pubmed(term: "${i}[uid]", first: 1) { totalCount }`;
  return `{ search { ${Array.from({ length: count }, each).join(' ')} } }`;
}
