import { describe, expect, it } from 'vitest';

import { NOTHING_SPENT } from '../../../src/loading/operation/cost-report.js';
import { serverTiming } from '../../../src/server/observability/answer-headers.js';
import { RunningGateway } from '../../support/running-gateway.js';
import { askStreamed } from '../../support/streamed-answer.js';

describe('Server-Timing', () => {
  it('names the calls made, the wait for permits, what was known, and the whole time', () => {
    const account = {
      ...NOTHING_SPENT,
      calls: { ...NOTHING_SPENT.calls, elink: 1, esummary: 2, total: 3 },
      cacheHits: 12,
      waitedMs: 712,
      sums: { waitedMs: 900, upstreamMs: 950 },
    };
    expect(serverTiming(account, 1234.56)).toBe(
      'upstream;desc="1 elink, 2 esummary";dur=950, wait;dur=712, cache;desc="12 hits", total;dur=1234.6',
    );
    expect(serverTiming(NOTHING_SPENT, 0)).toBe(
      'upstream;desc="no calls";dur=0, wait;dur=0, cache;desc="0 hits", total;dur=0.0',
    );
  });

  it('stands on every answer that is not streamed, also on refusals', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_API_KEY: 'a-secret-key' } });
    const timingOf = async (query: string, accept = 'application/json'): Promise<string | null> => {
      const response = await askStreamed(`${gateway.server.url}/graphql`, query, { accept });
      await response.text();
      return response.headers.get('server-timing');
    };
    expect(await timingOf('{ gene(uid: 7157) { symbol } }')).toMatch(
      /^upstream;desc="1 esummary";dur=\d+, wait;dur=\d+, cache;desc="0 hits", total;dur=\d+\.\d$/,
    );
    expect(await timingOf('{ gene(uid: 7157) { symbol } }')).toMatch(
      /desc="no calls".* desc="1 hits"|cache;desc="1 hits"/,
    );
    expect(await timingOf('{ nope }')).toMatch(/^upstream;desc="no calls"/);
    expect(await timingOf('{ gene(uid: 7157) { ... @defer { symbol } } }', 'multipart/mixed')).toBeNull();
  });
});
