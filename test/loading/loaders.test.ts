import { describe, expect, it } from 'vitest';

import { Loaders } from '../../src/loading/loaders.js';
import type { LinkQuestion } from '../../src/loading/definitions/links.js';
import { BatchCost } from '../../src/loading/operation/batch-cost.js';
import { sendOnce } from '../../src/loading/send-once.js';
import { clientOver } from '../support/ncbi-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { TestOperation } from '../support/operations.js';
import { spendPermits } from '../support/pacing.js';
import { plainQuestion } from '../support/questions.js';
import { answers, idsOf, late, refuses, type Reply, ScriptedTransport } from '../support/scripted-transport.js';

const LIVES = { links: 60_000, summaries: 120_000, searches: 5000, staleWhileRevalidate: 0 };
const LATENCY = 100;

const PAPERS: LinkQuestion = { link: { name: 'gene_pubmed', from: 'gene', to: 'pubmed' }, scored: false };
const RELATED: LinkQuestion = { link: { name: 'pubmed_pubmed', from: 'pubmed', to: 'pubmed' }, scored: false };
const RELATED_SCORED: LinkQuestion = { ...RELATED, scored: true };

type Params = Readonly<Record<string, string>>;

/** ELink in JSON: each source is linked to itself and to the two after it; those that end in 0 have no links. */
function linkSets(uids: readonly string[], { dbfrom, db, linkname, cmd }: Params): string {
  const targets = (uid: string) => [0, 1, 2].map((step) => String(Number(uid) + step));
  const links = (uid: string) =>
    cmd === 'neighbor_score' ? targets(uid).map((id, i) => ({ id, score: 900 - i })) : targets(uid);
  const linksets = uids.map((uid) => ({
    dbfrom,
    ids: [uid],
    ...(!uid.endsWith('0') && { linksetdbs: [{ dbto: db, linkname, links: links(uid) }] }),
  }));
  return JSON.stringify({ header: {}, linksets });
}

function summaries(uids: readonly string[]): string {
  const result: Record<string, unknown> = { uids };
  for (const uid of uids) {
    result[uid] = uid === '404' ? { uid, error: 'cannot get document summary' } : { uid, name: 'A' };
  }
  return JSON.stringify({ header: {}, result });
}

const ncbi: Reply = (request) => {
  const params = Object.fromEntries(request.params) as Params;
  const bodies: Partial<Record<string, string>> = {
    elink: linkSets(idsOf(request), params),
    esummary: summaries(idsOf(request)),
    esearch: JSON.stringify({ esearchresult: { count: '1', retstart: '0', retmax: '20', idlist: ['7157'] } }),
    einfo: JSON.stringify({
      einforesult: { dbinfo: [{ dbname: params.db, count: '7', linklist: [], fieldlist: [] }] },
    }),
  };
  return { status: 200, headers: {}, body: bodies[request.utility] ?? '' };
};

function loadersWith(reply: Reply = ncbi) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(late(clock, LATENCY, reply));
  const client = clientOver(clock, transport);
  const loaders = new Loaders({ clock, maxCacheBytes: 10_000_000, ttls: LIVES });
  const operation = new TestOperation(clock, client);
  const links = async (question: LinkQuestion, uid: string) => {
    const { uids, scores } = await loaders.links(question, uid, operation);
    return { uids: uids.slice(0, uids.length), scores: scores && Array.from(scores) };
  };
  return { clock, client, links, loaders, operation, pacer: client.pacer, transport };
}

const range = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));

describe('Loaders leave out', () => {
  it('what another question brought along while its batch waited', async () => {
    const { clock, loaders, operation, pacer, transport } = loadersWith();
    await spendPermits(pacer, 10);
    const genes = loaders.summaries('gene');
    const answers = Promise.all(['1', '2'].map(async (uid) => genes.load(uid, operation)));
    await clock.advance(100);
    genes.prime('1', { uid: '1', name: 'brought along' }, new BatchCost());
    expect(await clock.finish(answers)).toEqual([
      { uid: '1', name: 'brought along' },
      { uid: '2', name: 'A' },
    ]);
    expect(transport.requests.map(idsOf)).toEqual([['2']]);
  });
});

describe('Loaders ask for links', () => {
  it('of all sources of a moment in one call with repeated ids, and give each its own', async () => {
    const { clock, links, transport } = loadersWith();
    const [one, two] = await clock.finish(Promise.all([links(PAPERS, '1'), links(PAPERS, '2')]));
    expect([one.uids, two.uids]).toEqual([
      ['1', '2', '3'],
      ['2', '3', '4'],
    ]);
    expect(transport.requests).toHaveLength(1);
    expect(transport.requests[0]?.params.filter(([name]) => name === 'id')).toEqual([
      ['id', '1'],
      ['id', '2'],
    ]);
  });

  it.each<readonly [string, LinkQuestion, number]>([
    ['at most 200 at a time', PAPERS, 200],
    ['at most 100 at a time inside one database, where lists are long', RELATED, 100],
  ])('%s', async (_, question, most) => {
    const { clock, links, transport } = loadersWith();
    await clock.finish(Promise.all(range(2000).map((uid) => links(question, uid))));
    const sizes = transport.requests.map((request) => idsOf(request).length);
    expect(Math.max(...sizes)).toBe(most);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(2000);
  });

  it('without the record itself among its neighbours', async () => {
    const { clock, links } = loadersWith();
    expect(await clock.finish(links(RELATED_SCORED, '5'))).toEqual({ uids: ['6', '7'], scores: [899, 898] });
  });

  it('without scores, unless scores are wanted', async () => {
    const { clock, links, transport } = loadersWith();
    await clock.finish(Promise.all([links(RELATED, '5'), links(RELATED_SCORED, '5')]));
    const commands = transport.requests.map(({ params }) => Object.fromEntries(params).cmd);
    expect(commands.toSorted()).toEqual(['neighbor', 'neighbor_score']);
  });

  it('not again without scores when they are known with them', async () => {
    const { clock, links, operation, transport } = loadersWith();
    await clock.finish(links(RELATED_SCORED, '5'));
    expect((await links(RELATED, '5')).uids).toEqual(['6', '7']);
    expect(transport.requests).toHaveLength(1);
    expect(operation.report().cacheHits).toBe(1);
  });

  it('again when a list has outlived its life; one without links does so sooner', async () => {
    const { clock, links, transport } = loadersWith();
    const ask = () => clock.finish(Promise.all([links(PAPERS, '1'), links(PAPERS, '10')]));
    expect((await ask()).map(({ uids }) => uids.length)).toEqual([3, 0]);
    await clock.advance(LIVES.searches + 1);
    await ask();
    await clock.advance(LIVES.links);
    await ask();
    expect(transport.requests.map(idsOf)).toEqual([['1', '10'], ['10'], ['1', '10']]);
  });

  it('in XML when the JSON mixes sources, and then id by id', async () => {
    const inXml = (uids: readonly string[]): string => {
      const ids = uids.map((uid) => `<Id>${uid}</Id>`).join('');
      return `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList>${ids}</IdList></LinkSet></eLinkResult>`;
    };
    const merging: Reply = (request, signal) => {
      const ids = idsOf(request);
      const inJson = JSON.stringify({ linksets: [{ dbfrom: 'gene', ids }] });
      const merged = answers(request.retmode === 'xml' ? inXml(ids) : inJson);
      return ids.length > 1 ? merged(request, signal) : ncbi(request, signal);
    };
    const { clock, links, transport } = loadersWith(merging);
    const found = await clock.finish(Promise.all([links(PAPERS, '1'), links(PAPERS, '2')]));
    expect(found.map(({ uids }) => uids[0])).toEqual(['1', '2']);
    const asked = transport.requests.map((request) => `${request.retmode} ${idsOf(request).join()}`);
    expect(asked.slice(0, 2)).toEqual(['json 1,2', 'xml 1,2']);
    expect(asked.slice(-2)).toEqual(['json 1', 'json 2']);
  });

  it('and do not call a record unknown that no link set names, even when sent alone: NCBI said nothing about it', async () => {
    const { clock, links, transport } = loadersWith((request, signal) =>
      ncbi({ ...request, params: request.params.filter(([, value]) => value !== '2') }, signal),
    );
    const one = links(PAPERS, '1');
    await expect(clock.finish(links(PAPERS, '2'))).rejects.toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
      details: { db: 'gene', linkName: 'gene_pubmed', uids: ['2'] },
    });
    expect((await one).uids).toHaveLength(3);
    expect(transport.requests.map(idsOf)).toEqual([['1', '2'], ['2']]);
  });

  it('and give the failure of NCBI its place, never an empty list', async () => {
    const error = JSON.stringify({ header: {}, linksets: [], ERROR: 'NCBI C++ Exception: Read failed' });
    const { clock, links, transport } = loadersWith(() => ({ status: 200, headers: {}, body: error }));
    await expect(clock.finish(links(PAPERS, '1'))).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { db: 'gene', linkName: 'gene_pubmed', uids: ['1'] },
    });
    expect(transport.requests).toHaveLength(3);
  });
});

describe('Loaders ask for summaries', () => {
  it('with a comma list of at most 500', async () => {
    const { clock, loaders, operation, transport } = loadersWith();
    const wanted = range(700).map(async (uid) => loaders.summaries('gene').load(uid, operation));
    const documents = await clock.finish(Promise.allSettled(wanted));
    expect(documents.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'UNKNOWN_ID', details: { db: 'gene', uids: ['404'] } } },
    ]);
    const sizes = transport.requests.map((request) => idsOf(request).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(700);
    expect(transport.requests[0]?.params.filter(([name]) => name === 'id')).toHaveLength(1);
  });

  it('by database: one loader each, the same for all', () => {
    const { loaders } = loadersWith();
    expect(loaders.summaries('gene')).toBe(loaders.summaries('gene'));
    expect(loaders.summaries('gene')).not.toBe(loaders.summaries('pubmed'));
  });
});

describe('Loaders search', () => {
  const question = { db: 'gene', term: 'TP53', retstart: 0, retmax: 20 };

  it('once for equal questions, and not again before the answer is old', async () => {
    const { clock, loaders, operation, transport } = loadersWith();
    const ask = () => clock.finish(Promise.all([1, 2].map(async () => loaders.search({ ...question }, operation))));
    expect(await ask()).toMatchObject(Array(2).fill({ count: 1, uids: ['7157'] }));
    await ask();
    expect(transport.requests).toHaveLength(1);
    await clock.advance(LIVES.searches + 1);
    await ask();
    expect(transport.requests).toHaveLength(2);
  });

  it('with a permit for each of different questions, side by side', async () => {
    const { clock, loaders, operation, pacer, transport } = loadersWith();
    const found = ['TP53', 'BRCA1', 'EGFR'].map(async (term) => loaders.search({ ...question, term }, operation));
    await clock.advance(LATENCY / 2);
    expect([transport.busy, pacer.inFlight]).toEqual([3, 3]);
    await clock.finish(Promise.all(found));
    expect(operation.report().calls).toMatchObject({ esearch: 3, total: 3 });
  });
});

describe('Loaders ask what a database is', () => {
  it('by its name', async () => {
    const { clock, loaders, operation } = loadersWith();
    const ask = async () => loaders.databaseInfo('gene', operation);
    expect(await clock.finish(ask())).toMatchObject({ name: 'gene', count: 7 });
  });
});

describe('What has an effect is requested', () => {
  const store = plainQuestion('1');

  it('each time anew, and account for it', async () => {
    const { clock, operation, transport } = loadersWith();
    await clock.finish(sendOnce(store, operation));
    await clock.finish(sendOnce(store, operation));
    expect(transport.requests).toHaveLength(2);
    expect(operation.report().calls).toMatchObject({ elink: 2, total: 2 });
  });

  it('as long as the operation may make calls', async () => {
    const { clock, client, transport } = loadersWith();
    const poor = new TestOperation(clock, client, { maxCalls: 1 });
    await clock.finish(sendOnce(store, poor));
    await expect(sendOnce(store, poor)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    expect(transport.requests).toHaveLength(1);
  });

  it('not for a caller who left while it waited', async () => {
    const { clock, operation, pacer, transport } = loadersWith();
    await spendPermits(pacer, 10);
    const left = expect(sendOnce(store, operation)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(100);
    expect(pacer.queued).toBe(1);
    operation.leave();
    await left;
    expect(pacer.queued).toBe(0);
    await clock.advance(10_000);
    expect(transport.requests).toHaveLength(0);
  });

  it('and account for calls that failed', async () => {
    const { clock, operation } = loadersWith(refuses(500));
    await expect(clock.finish(sendOnce(store, operation))).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(operation.report().calls.total).toBe(3);
  });
});
