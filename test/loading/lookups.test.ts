import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/failures/errors.js';
import { Loaders } from '../../src/loading/loaders.js';
import type { Lookup } from '../../src/loading/definitions/lookups.js';
import { clientOver } from '../support/ncbi-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { TestOperation } from '../support/operations.js';
import { idsOf, late, type Reply, ScriptedTransport } from '../support/scripted-transport.js';

/** A record of a made-up database: the names it is found by, and those its summary shows. */
interface Entry {
  readonly uid: string;
  readonly shown: readonly string[];
  readonly hidden?: readonly string[];
}

const NAME: Lookup = {
  db: 'things',
  identifier: 'name',
  term: (value) => `${value}[NAME]`,
  namesIn: ({ names }) => {
    if (!Array.isArray(names)) {
      throw new EntrezError('MALFORMED_RESPONSE', 'No names.');
    }
    return names.map(String);
  },
};
const HIDDEN_NAME: Lookup = { ...NAME, identifier: 'any name', mayBe: () => true };

/** ESearch by names, highest uid first and at most `retmax`, and ESummary that shows the names. */
function ncbiWith(entries: readonly Entry[]): Reply {
  return (request) => {
    const params = new Map(request.params);
    const asked = [...(params.get('term') ?? '').matchAll(/(\w+)\[NAME\]/g)].map(([, name = '']) => name.toLowerCase());
    const finds = ({ shown, hidden = [] }: Entry) =>
      [...shown, ...hidden].some((name) => asked.includes(name.toLowerCase()));
    const hits = entries
      .filter(finds)
      .map(({ uid }) => uid)
      .toSorted((a, b) => Number(b) - Number(a));
    const idlist = hits.slice(0, Number(params.get('retmax')));
    const found = { count: String(hits.length), retstart: '0', retmax: '500', idlist };
    const uids = idsOf(request);
    const shown = uids.map((uid) => [uid, { uid, names: entries.find((entry) => entry.uid === uid)?.shown }]);
    const body =
      request.utility === 'esearch' ? { esearchresult: found } : { result: { uids, ...Object.fromEntries(shown) } };
    return { status: 200, headers: {}, body: JSON.stringify(body) };
  };
}

function lookupsIn(reply: Reply) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(late(clock, 100, reply));
  const ttls = { links: 60_000, summaries: 120_000, searches: 5000, staleWhileRevalidate: 0 };
  const loaders = new Loaders({ clock, maxCacheBytes: 10_000_000, ttls });
  const operation = new TestOperation(clock, clientOver(clock, transport));
  /** For each value the uids, or the code of its failure. */
  const find = async (values: readonly string[], lookup: Lookup = NAME) => {
    const loader = loaders.lookup(lookup);
    const answers = values.map(async (value) => (await loader.load(value, operation)).uids);
    const settled = await clock.finish(Promise.allSettled(answers));
    return settled.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as EntrezError).code));
  };
  const calls = (utility: string) => transport.requests.filter((request) => request.utility === utility);
  return { clock, find, calls, loaders, operation };
}

const THREE: readonly Entry[] = [
  { uid: '11', shown: ['Ada'] },
  { uid: '12', shown: ['Bob', 'Robert'] },
  { uid: '13', shown: ['Cid'], hidden: ['Sid'] },
];

describe('records by identifiers', () => {
  it('are found in one search and told apart by their summaries, in whatever order they come', async () => {
    const { find, calls } = lookupsIn(ncbiWith(THREE));
    expect(await find(['ada', 'Robert', 'Cid', 'Nobody'])).toEqual([['11'], ['12'], ['13'], []]);
    expect(calls('esearch').map(({ params }) => new Map(params).get('term'))).toEqual([
      'ada[NAME] OR Robert[NAME] OR Cid[NAME] OR Nobody[NAME]',
    ]);
    expect(calls('esummary').map(idsOf)).toEqual([['13', '12', '11']]);
  });

  it('are remembered, and so is that there is none', async () => {
    const { find, calls } = lookupsIn(ncbiWith(THREE));
    const first = await find(['Ada', 'Nobody']);
    expect(await find(['Ada', 'Nobody'])).toEqual(first);
    expect(calls('esearch')).toHaveLength(1);
  });

  it('bring their summaries along, for those who look at them next', async () => {
    const { find, calls, loaders, operation } = lookupsIn(ncbiWith(THREE));
    await find(['Ada']);
    expect(loaders.summaries('things').load('11', operation)).toEqual({ uid: '11', names: ['Ada'] });
    expect(calls('esummary')).toHaveLength(1);
    expect(operation.report()).toMatchObject({ calls: { esearch: 1, esummary: 1, total: 2 }, cacheHits: 1 });
  });

  it('need no summary that is known already', async () => {
    const { clock, find, calls, loaders, operation } = lookupsIn(ncbiWith(THREE));
    await clock.finish(Promise.resolve(loaders.summaries('things').load('11', operation)));
    expect(await find(['Ada', 'Bob'])).toEqual([['11'], ['12']]);
    expect(calls('esummary').map(idsOf)).toEqual([['11'], ['12']]);
  });

  it('do not disturb those who wait for the same summary', async () => {
    const { clock, find, loaders, operation } = lookupsIn(ncbiWith(THREE));
    const found = find(['Ada']);
    await clock.advance(120);
    const summary = Promise.resolve(loaders.summaries('things').load('11', operation));
    expect(await found).toEqual([['11']]);
    expect(await clock.finish(summary)).toEqual({ uid: '11', names: ['Ada'] });
  });

  it.each([
    ['Sid[NAME]', [['13']]],
    ['"sid"[NAME]', [['13']]],
    ['Sid[All Fields]', [[]]],
  ])('that summaries do not show are none where NCBI searched as %s', async (querytranslation, found) => {
    const reply = ncbiWith(THREE);
    const { find } = lookupsIn((request, index) => {
      const { body, ...rest } = reply(request, index) as { readonly body: string };
      const { esearchresult, ...answer } = JSON.parse(body) as { readonly esearchresult?: object };
      const said = esearchresult ? { esearchresult: { ...esearchresult, querytranslation } } : answer;
      return { status: 200, headers: {}, ...rest, body: JSON.stringify(said) };
    });
    expect(await find(['Sid'], HIDDEN_NAME)).toEqual(found);
    // What a summary shows is proof, however it was found.
    expect(await find(['Cid'], HIDDEN_NAME)).toEqual([['13']]);
  });

  it('are all named when several show the same identifier', async () => {
    const { find } = lookupsIn(ncbiWith([...THREE, { uid: '14', shown: ['ADA'] }]));
    expect(await find(['Ada', 'Bob'])).toEqual([['14', '11'], ['12']]);
  });

  it('are preferred by rules, but never all ruled out', async () => {
    const lookup = { ...NAME, preferences: [() => false, ({ uid }: { uid: string }) => uid === '11'] };
    const { find } = lookupsIn(ncbiWith([...THREE, { uid: '14', shown: ['ADA'] }]));
    expect(await find(['Ada', 'Bob'], lookup)).toEqual([['11'], ['12']]);
  });

  it('must match what all records must match', async () => {
    const { find, calls } = lookupsIn(ncbiWith(THREE));
    await find(['Ada'], { ...NAME, within: 'alive[PROP]' });
    expect(new Map(calls('esearch')[0]?.params).get('term')).toBe('(Ada[NAME]) AND alive[PROP]');
  });
});

describe('identifiers that summaries do not show', () => {
  it('find nothing where summaries show all there is', async () => {
    const { find, calls } = lookupsIn(ncbiWith(THREE));
    expect(await find(['Sid', 'Ada'])).toEqual([[], ['11']]);
    expect(calls('esearch')).toHaveLength(1);
  });

  it('are asked for alone, which shows whose they are', async () => {
    const { find, calls } = lookupsIn(ncbiWith(THREE));
    expect(await find(['Sid', 'Ada', 'Cid', 'Nobody'], HIDDEN_NAME)).toEqual([['13'], ['11'], ['13'], []]);
    expect(calls('esearch').map(({ params }) => new Map(params).get('term'))).toEqual([
      'Sid[NAME] OR Ada[NAME] OR Cid[NAME] OR Nobody[NAME]',
      'Sid[NAME]',
      'Nobody[NAME]',
    ]);
  });

  it('are searched in groups where they are many: nine searches tell a hundred apart', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `N${index}`);
    // One name of two records, one record of two names, and names of none.
    const entries = names.slice(0, 90).map((name, index) => ({ uid: String(500 + index), shown: [], hidden: [name] }));
    const { find, calls } = lookupsIn(
      ncbiWith([
        ...entries,
        { uid: '700', shown: [], hidden: ['N3'] },
        { uid: '701', shown: [], hidden: ['N95', 'N96'] },
      ]),
    );
    const found = await find(names, HIDDEN_NAME);
    expect(found.slice(0, 90)).toEqual(entries.map(({ uid }, index) => (index === 3 ? ['700', uid] : [uid])));
    expect(found.slice(90)).toEqual([[], [], [], [], [], ['701'], ['701'], [], [], []]);
    const terms = calls('esearch').map(({ params }) => new Map(params).get('term') ?? '');
    // The two names of one record are searched alone, with those that their groups cannot tell from them.
    expect(terms.length).toBeLessThanOrEqual(1 + 9 + 15);
    expect(terms).toEqual(expect.arrayContaining(['N95[NAME]', 'N96[NAME]']));
    expect(calls('esummary')).toHaveLength(1);
  });

  it('are told apart exactly as by searches for each, whatever records they lead to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 3 }), { maxLength: 20 }),
        fc.integer({ min: 2, max: 25 }),
        async (owners, count) => {
          const entries = owners.map((names, index) => ({
            uid: String(900 - index),
            shown: index % 5 === 0 ? [`N${names[0]}`] : [],
            hidden: names.map((name) => `N${name}`),
          }));
          const names = Array.from({ length: count }, (_, index) => `N${index}`);
          const expected = names.map((name) => {
            const shown = entries.filter((entry) => entry.shown.includes(name));
            return (shown.length > 0 ? shown : entries.filter((entry) => entry.hidden.includes(name))).map(
              ({ uid }) => uid,
            );
          });
          const { find } = lookupsIn(ncbiWith(entries));
          expect(await find(names, HIDDEN_NAME)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are searched one by one where a group cannot be searched', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `N${index}`);
    const all = ncbiWith(names.map((name, index) => ({ uid: String(500 + index), shown: [], hidden: [name] })));
    let searches = 0;
    const reply: Reply = (request, signal) =>
      request.utility === 'esearch' && ++searches === 3
        ? { status: 200, headers: {}, body: '{"esearchresult":{"ERROR":"Search Backend failed"}}' }
        : all(request, signal);
    const { find } = lookupsIn(reply);
    expect(await find(names, HIDDEN_NAME)).toEqual(names.map((_, index) => [String(500 + index)]));
  });

  it('cost no second search where they were alone from the start', async () => {
    const { find, calls } = lookupsIn(ncbiWith(THREE));
    expect(await find(['Sid'], HIDDEN_NAME)).toEqual([['13']]);
    expect(calls('esearch')).toHaveLength(1);
  });
});

describe('a search for identifiers that cannot be used as it comes', () => {
  it('is asked in halves when it found more than it shows, until every record can be seen', async () => {
    const waiters = Array.from({ length: 600 }, (_, i) => ({ uid: String(1000 + i), shown: ['Many'] }));
    const { find, calls } = lookupsIn(ncbiWith([...THREE, ...waiters]));
    const [ada, bob, cid, many] = await find(['Ada', 'Bob', 'Cid', 'Many']);
    expect([ada, bob, cid]).toEqual([['11'], ['12'], ['13']]);
    expect(many).toHaveLength(500);
    expect(calls('esearch').length).toBeLessThanOrEqual(5);
  });

  it('does not prove that there is no record where it shows only some', async () => {
    const waiters = Array.from({ length: 600 }, (_, i) => ({
      uid: String(1000 + i),
      shown: ['Other'],
      hidden: ['Many'],
    }));
    const { find } = lookupsIn(ncbiWith(waiters));
    expect(await find(['Many'])).toEqual(['MALFORMED_RESPONSE']);
  });

  it('is a failure of its identifiers, never an empty answer, and names no uids', async () => {
    const reply: Reply = () => ({ status: 500, headers: {}, body: '' });
    const { clock, find, loaders, operation } = lookupsIn(reply);
    expect(await find(['Ada', 'Bob'])).toEqual(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_UNAVAILABLE']);
    const again = Promise.resolve(loaders.lookup(NAME).load('Ada', operation));
    await expect(clock.finish(again)).rejects.toMatchObject({ details: { db: 'things', uids: undefined } });
  });

  it('leaves open what a record without a readable summary may be, and keeps the others', async () => {
    const { find } = lookupsIn(ncbiWith([...THREE, { uid: '15', shown: 'broken' as never, hidden: ['Eve'] }]));
    expect(await find(['Ada', 'Eve'])).toEqual([['11'], 'MALFORMED_RESPONSE']);
  });

  it('takes a record that is gone for none', async () => {
    const living = ncbiWith(THREE);
    const reply: Reply = (request, signal) =>
      request.utility === 'esummary'
        ? {
            status: 200,
            headers: {},
            body: '{"result":{"uids":["11"],"11":{"uid":"11","error":"cannot get document summary"}}}',
          }
        : living(request, signal);
    const { find } = lookupsIn(reply);
    expect(await find(['Ada'])).toEqual([[]]);
  });
});
