import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { EutilsRequest } from '../../../src/eutils/wire.js';
import { Loaders } from '../../../src/loading/loaders.js';
import type { LongList } from '../../../src/loading/long-lists/long-list.js';
import { packLinks } from '../../../src/loading/values/link-list.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { TestOperation } from '../../support/operations.js';
import { type Reply, ScriptedTransport } from '../../support/scripted-transport.js';

const LENGTH = 250_000;
const WINDOW = 9999;
const FIRST = 20_000_000;
/** ELink's order: highest first. */
const members = Array.from({ length: LENGTH }, (_, index) => FIRST + 3 * (LENGTH - 1 - index));
const CACHE_BYTES = 8_000_000;

/** A term such as `every 3[filter]` finds each third member. */
function passing(every: number): number[] {
  return members.filter((uid) => ((uid - FIRST) / 3) % every === 0);
}

/** ELink that stores the list as set 1, and ESearch that lists 9,999 hits of it, of set 2 what passes a filter. */
function ncbi(): Reply {
  let filtered: readonly number[] = [];
  return (request) => {
    const { term = '', retmax } = paramsOf(request);
    if (request.utility === 'elink') {
      const set = { dbto: 'pubmed', linkname: 'gene_pubmed', querykey: '1' };
      return body({ linksets: [{ dbfrom: 'gene', ids: ['7157'], webenv: 'W', linksetdbhistories: [set] }] });
    }
    const [, every] = /every (\d+)\[filter\]/.exec(term) ?? [];
    const [, low, high] = /#2 AND (\d+):(\d+)\[UID\]/.exec(term) ?? [];
    if (every !== undefined) {
      filtered = passing(Number(every));
    }
    const hits =
      low === undefined
        ? every === undefined
          ? members
          : filtered
        : filtered.filter((uid) => Number(low) <= uid && uid <= Number(high));
    const idlist = hits.slice(0, Math.min(WINDOW, Number(retmax))).map(String);
    const page = { count: String(hits.length), retmax: String(idlist.length), retstart: '0', idlist };
    return body({ esearchresult: { ...page, ...(term !== '#1' && { querykey: '2', webenv: 'W' }) } });
  };
}

function paramsOf({ params }: EutilsRequest): Partial<Record<string, string>> {
  return Object.fromEntries(params);
}

function body(value: object) {
  return { status: 200, headers: {}, body: JSON.stringify(value) };
}

describe('a list of 250,000 links', () => {
  const list: LongList = {
    links: packLinks('pubmed', false, { uids: members.map(String) }),
    db: 'pubmed',
    origin: { link: { name: 'gene_pubmed', from: 'gene', to: 'pubmed' }, uid: '7157' },
  };
  let transport: ScriptedTransport;
  let filter: (every: number) => Promise<readonly string[]>;

  beforeEach(() => {
    const clock = new FakeClock();
    transport = new ScriptedTransport(ncbi());
    const ttls = { links: 3_600_000, summaries: 3_600_000, searches: 3_600_000, staleWhileRevalidate: 0 };
    const loaders = new Loaders({ clock, maxCacheBytes: CACHE_BYTES, ttls });
    const client = clientOver(clock, transport, { rps: 50 });
    filter = async (every) => {
      const operation = new TestOperation(clock, client);
      const found = loaders.longLists.passing(list, { term: `every ${every}[filter]` }, operation);
      const { uids } = await clock.finish(found);
      return uids.slice(0, uids.length);
    };
  });

  it('is filtered in at most 60 calls, each link that passes once and in the order of the list', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    expect(await filter(3)).toEqual(passing(3).map(String));
    // The list is stored, counted and searched, and what passes is listed in ranges of uids.
    expect(transport.requests).toHaveLength(3 + Math.ceil(LENGTH / WINDOW));
    expect(transport.requests.length).toBeLessThanOrEqual(60);
    process.off('warning', warned);
    expect(warned, 'Node takes the listeners of its many calls for a leak').not.toHaveBeenCalled();
  });

  it('is filtered in three calls when NCBI lists all that pass', async () => {
    expect(await filter(1000)).toEqual(passing(1000).map(String));
    expect(transport.requests).toHaveLength(3);
  });

  it('leaves no memory behind, whatever it is filtered by, but the answers that the cache has room for', async () => {
    const filterBy = async (...filters: readonly number[]): Promise<void> => {
      for (const every of filters) {
        expect(await filter(every)).toHaveLength(Math.ceil(LENGTH / every));
        transport.requests.length = 0;
      }
    };
    await filterBy(5, 6);
    const warm = await held();
    await filterBy(7, 8, 9, 10);
    // What passes is 110,000 uids in all, some 5 MB as text. What other files of this process let go meanwhile may take
    // several collections; what is kept outlasts them all.
    await expect.poll(async () => (await held()) - warm).toBeLessThan(0.05 * CACHE_BYTES + 2_000_000);
  });
});

/** Bytes that outlast a collection. The heap is also that of the files that ran before in this process. */
async function held(): Promise<number> {
  await collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Twice, since what is held weakly goes one turn later. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  await setImmediate();
  collect();
}
