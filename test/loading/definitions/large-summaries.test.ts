import { describe, expect, it } from 'vitest';

import { Loaders } from '../../../src/loading/loaders.js';
import type { EntrezError } from '../../../src/eutils/failures/errors.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { TestOperation } from '../../support/operations.js';
import { idsOf, late, type Reply, ScriptedTransport } from '../../support/scripted-transport.js';

const TTLS = { links: 60_000, summaries: 120_000, searches: 5000, staleWhileRevalidate: 0 };
const LARGEST = 10_000_000;

/** ESummary of records of known sizes: JSON up to 10 MB of XML, which is counted and not sent, and XML of any size. */
function ncbiWith(bytesOf: (uid: string) => number): Reply {
  return (request) => {
    const uids = idsOf(request);
    const bytes = uids.reduce((sum, uid) => sum + bytesOf(uid), 0);
    const documents = uids.map((uid) => [uid, { uid, accession: `VCV${uid}` }]);
    const refusal = `\nInput XML size is ${bytes} bytes, and cannot be transformed to JSON. the max size is 10MB`;
    const body =
      request.retmode === 'xml'
        ? `<eSummaryResult><DocumentSummarySet>${uids
            .map((uid) => `<DocumentSummary uid="${uid}"><accession>VCV${uid}</accession></DocumentSummary>`)
            .join('')}</DocumentSummarySet></eSummaryResult>`
        : bytes > LARGEST
          ? JSON.stringify({ header: { type: 'eutils' }, eutilsresult: { ERROR: refusal } })
          : JSON.stringify({ header: { type: 'esummary' }, result: { uids, ...Object.fromEntries(documents) } });
    return { status: 200, headers: {}, body };
  };
}

function summariesOf(bytesOf: (uid: string) => number) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(late(clock, 100, ncbiWith(bytesOf)));
  const client = clientOver(clock, transport);
  const loaders = new Loaders({ clock, maxCacheBytes: 10_000_000, ttls: TTLS });
  const operation = new TestOperation(clock, client);
  const load = async (first: number, count: number) => {
    const uids = Array.from({ length: count }, (_, i) => String(first + i));
    const wanted = uids.map(async (uid): Promise<unknown> => {
      try {
        return (await loaders.summaries('clinvar').load(uid, operation)).accession;
      } catch (error) {
        return (error as EntrezError).code;
      }
    });
    return clock.finish(Promise.all(wanted));
  };
  return { load, transport };
}

describe('summaries that are too large for JSON together', () => {
  it('are split at once by the size that NCBI states, and none fails', async () => {
    const { load, transport } = summariesOf(() => 300_000);
    expect(await load(1, 500)).toEqual(Array.from({ length: 500 }, (_, i) => `VCV${i + 1}`));
    // 500 × 300 KB are 150 MB and 33 records have room in 10 MB: 17 parts of 30 do, and a few more where the 500 left in
    // several calls, each of which is refused once.
    const sizes = transport.requests.map(({ idCount }) => idCount);
    const refused = sizes.filter((size) => size * 300_000 > LARGEST);
    expect(refused.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(500);
    expect(sizes.length - refused.length).toBeLessThanOrEqual(17 + refused.length);
  });

  it('are requested in calls of that size from then on', async () => {
    const { load, transport } = summariesOf(() => 300_000);
    await load(1, 500);
    const before = transport.requests.length;
    expect(await load(1001, 60)).not.toContain('RESPONSE_TOO_LARGE');
    const sizes = transport.requests.slice(before).map(({ idCount }) => idCount);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(33);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(60);
  });

  it('are split again where some are larger than the others', async () => {
    const { load, transport } = summariesOf((uid) => (Number(uid) <= 5 ? 3_000_000 : 20_000));
    expect(await load(1, 200)).toEqual(Array.from({ length: 200 }, (_, i) => `VCV${i + 1}`));
    expect(transport.requests.length).toBeLessThan(20);
  });

  it('come one by one in XML where one alone is too large', async () => {
    const { load, transport } = summariesOf((uid) => (uid === '3' ? 12_000_000 : 1000));
    expect(await load(1, 5)).toEqual(['VCV1', 'VCV2', 'VCV3', 'VCV4', 'VCV5']);
    const inXml = transport.requests.filter(({ retmode }) => retmode === 'xml');
    expect(inXml.map(idsOf)).toEqual([['3']]);
  });

  it('do not count against ESummary: other records are loaded meanwhile', async () => {
    const { load } = summariesOf(() => 30_000_000);
    expect(await load(1, 20)).toEqual(Array.from({ length: 20 }, (_, i) => `VCV${i + 1}`));
    expect(await load(21, 1)).toEqual(['VCV21']);
  });
});
