import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LinkFusion } from '../../src/loading/definitions/link-fusion.js';
import { Loaders } from '../../src/loading/loaders.js';
import type { LinkQuestion } from '../../src/loading/definitions/links.js';
import { clientOver } from '../support/ncbi-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { TestOperation } from '../support/operations.js';
import { spendPermits } from '../support/pacing.js';
import { idsOf, late, type Reply, ScriptedTransport } from '../support/scripted-transport.js';
import { GENE_LINKS, geneCatalog } from './gene-catalog.js';

const LIVES = { links: 60_000, summaries: 120_000, searches: 5000, staleWhileRevalidate: 0 };

/** What genes are linked to: by link name and gene, a list of uids that no other has. */
function linksOf(name: string, gene: string): string[] {
  const place = GENE_LINKS.indexOf(name as (typeof GENE_LINKS)[number]) + 1;
  return gene.endsWith('0') ? [] : [`${gene}${place}1`, `${gene}${place}2`];
}

interface Setting {
  /** How long the lists of `gene_pubmed_all` are, beyond the usual. */
  readonly more?: number;
  /** Genes whose set is a failure. */
  readonly failing?: readonly string[];
  /** What gene_pubmed is called where no name is asked for. */
  readonly renamed?: string;
  /** Whether sources are mixed, in both forms, when several are asked for. */
  readonly mixing?: boolean;
}

/** ELink: one set a gene, with one name or, when none is asked for, with all into the target databases. */
function elink({ more = 0, failing = [], mixing = false, renamed }: Setting = {}): Reply {
  return (request) => {
    const params = new Map(request.params);
    const targets = (params.get('db') ?? '').split(',');
    const named = params.get('linkname');
    const names = geneCatalog.links.filter(({ name, to }) => targets.includes(to) && (named ?? name) === name);
    const ids = idsOf(request);
    const setOf = (gene: string) => ({
      dbfrom: 'gene',
      ids: mixing && ids.length > 1 ? ids : [gene],
      ...(failing.includes(gene) && { ERROR: 'NCBI C++ Exception: Read failed' }),
      linksetdbs: names.flatMap(({ name, to }) => {
        const extra = name === 'gene_pubmed_all' ? Array.from({ length: more }, (_, i) => String(1_000_000 + i)) : [];
        const links = [...linksOf(name, gene), ...extra];
        const linkname = named === undefined && name === 'gene_pubmed' ? (renamed ?? name) : name;
        return links.length === 0 ? [] : [{ dbto: to, linkname, links }];
      }),
    });
    return { status: 200, headers: {}, body: JSON.stringify({ header: {}, linksets: ids.map(setOf) }) };
  };
}

function loadersOver(reply: Reply, { fused = true, acrossTargets = false } = {}) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(late(clock, 100, reply));
  const client = clientOver(clock, transport);
  const fusion = fused ? new LinkFusion(geneCatalog) : undefined;
  if (fusion) {
    fusion.acrossTargets = acrossTargets;
  }
  const loaders = new Loaders({ clock, maxCacheBytes: 10_000_000, ttls: LIVES, fusion });
  const operation = new TestOperation(clock, client);
  /** The uids that genes are linked to, or the code of the failure, by name. */
  const links = async (name: string, gene: string, more: Partial<LinkQuestion> = {}, by = operation) => {
    const to = name === 'gene_protein' ? 'protein' : 'pubmed';
    const question = { link: { name, from: 'gene', to }, scored: false, ...more };
    const { uids } = await loaders.links(question, gene, by);
    return uids.slice(0, uids.length);
  };
  const asked = () =>
    transport.requests.map((request) => {
      const { linkname = 'any', db = '' } = Object.fromEntries(request.params);
      return `${linkname} into ${db}: ${idsOf(request).join()}${request.retmode === 'xml' ? ' in XML' : ''}`;
    });
  return { asked, clock, client, links, operation, transport };
}

describe('Links under several names between two databases', () => {
  it('are asked for in one call without a name, and each name keeps its own lists', async () => {
    const { asked, clock, links, operation } = loadersOver(elink());
    const found = await clock.finish(
      Promise.all([links('gene_pubmed', '1'), links('gene_pubmed', '2'), links('gene_pubmed_rif', '1')]),
    );
    expect(found).toEqual([linksOf('gene_pubmed', '1'), linksOf('gene_pubmed', '2'), linksOf('gene_pubmed_rif', '1')]);
    expect(asked()).toEqual(['any into pubmed: 1,2']);
    expect(operation.report()).toMatchObject({ calls: { elink: 1, total: 1 }, ids: 2 });
  });

  it('are remembered by name, for all records that were asked about under it', async () => {
    const { clock, links, operation, transport } = loadersOver(elink());
    const ask = () => clock.finish(Promise.all([links('gene_pubmed', '1'), links('gene_pubmed_rif', '1')]));
    await ask();
    await ask();
    expect(transport.requests).toHaveLength(1);
    expect(operation.report().cacheHits).toBe(2);
  });

  it('are empty where a record has none under a name', async () => {
    const { clock, links } = loadersOver(elink());
    const found = Promise.all([links('gene_pubmed', '10'), links('gene_pubmed_rif', '10'), links('gene_pubmed', '1')]);
    expect(await clock.finish(found)).toEqual([[], [], linksOf('gene_pubmed', '1')]);
  });

  it.each(['gene_pubmed_other', 'protein_pubmed'])(
    'are asked for once more, alone, where an answer has links of the record under the name %s that nobody knows',
    async (renamed) => {
      const { asked, clock, links } = loadersOver(elink({ renamed }));
      const found = Promise.all([links('gene_pubmed', '1'), links('gene_pubmed_rif', '1'), links('gene_pubmed', '10')]);
      expect(await clock.finish(found)).toEqual([
        linksOf('gene_pubmed', '1'),
        linksOf('gene_pubmed_rif', '1'),
        linksOf('gene_pubmed', '10'),
      ]);
      expect(asked()).toEqual(['any into pubmed: 1,10', 'gene_pubmed into pubmed: 1']);
    },
  );

  it('share a call with those that other operations want, as long as it has not been sent', async () => {
    const { asked, clock, client, links } = loadersOver(elink());
    await spendPermits(client.pacer, 10);
    const first = links('gene_pubmed', '1');
    await clock.advance(500);
    const second = links('gene_pubmed_rif', '1', {}, new TestOperation(clock, client));
    expect(await clock.finish(Promise.all([first, second]))).toEqual([
      linksOf('gene_pubmed', '1'),
      linksOf('gene_pubmed_rif', '1'),
    ]);
    expect(asked()).toEqual(['any into pubmed: 1']);
  });

  it('fail for the record that failed, under each of the names, and for no other', async () => {
    const { clock, links } = loadersOver(elink({ failing: ['2'] }));
    const names = ['gene_pubmed', 'gene_pubmed_rif'];
    const failed = names.map((linkName) =>
      expect(links(linkName, '2')).rejects.toMatchObject({
        code: 'UPSTREAM_UNAVAILABLE',
        details: { db: 'gene', linkName, uids: ['2'] },
      }),
    );
    const found = await clock.finish(Promise.all(names.map((name) => links(name, '1'))));
    await Promise.all(failed);
    expect(found).toEqual(names.map((name) => linksOf(name, '1')));
  });

  it('are asked for id by id when an answer mixes sources in both forms', async () => {
    const inXml: Reply = (request, signal) => {
      const ids = idsOf(request);
      const sets = `<LinkSet><DbFrom>gene</DbFrom><IdList>${ids.map((id) => `<Id>${id}</Id>`).join('')}</IdList></LinkSet>`;
      return request.retmode === 'xml' && ids.length > 1
        ? { status: 200, headers: {}, body: `<eLinkResult>${sets}</eLinkResult>` }
        : elink({ mixing: true })(request, signal);
    };
    const { asked, clock, links } = loadersOver(inXml);
    const found = ['1', '2'].flatMap((gene) => [links('gene_pubmed', gene), links('gene_pubmed_rif', gene)]);
    expect(await clock.finish(Promise.all(found))).toEqual(
      ['1', '2'].flatMap((gene) => [linksOf('gene_pubmed', gene), linksOf('gene_pubmed_rif', gene)]),
    );
    expect(asked()).toEqual([
      'any into pubmed: 1,2',
      'any into pubmed: 1,2 in XML',
      'any into pubmed: 1',
      'any into pubmed: 2',
    ]);
  });
});

describe('Links are asked for name by name', () => {
  const ask = async (setting: Parameters<typeof loadersOver>[1], more: Partial<LinkQuestion> = {}) => {
    const { asked, clock, links } = loadersOver(elink(), setting);
    await clock.finish(Promise.all([links('gene_pubmed', '1'), links('gene_pubmed_rif', '1', more)]));
    return asked().length;
  };

  it('where fusion is switched off', async () => {
    expect(await ask({ fused: false })).toBe(2);
    expect(await ask({ fused: true })).toBe(1);
  });

  it.each<readonly [string, Partial<LinkQuestion>]>([
    ['scores are wanted', { scored: true }],
    ['a filter goes along', { filter: { minDate: '2020' } }],
  ])('where %s', async (_, more) => {
    expect(await ask({}, more)).toBe(2);
  });

  it('where they lead to different databases, unless NCBI is known to answer for several', async () => {
    const names = ['gene_pubmed', 'gene_protein'] as const;
    for (const acrossTargets of [false, true]) {
      const { asked, clock, links } = loadersOver(elink(), { acrossTargets });
      const found = await clock.finish(Promise.all(names.map((name) => links(name, '1'))));
      expect(found).toEqual(names.map((name) => linksOf(name, '1')));
      expect(asked()).toEqual(
        acrossTargets ? ['any into pubmed,protein: 1'] : ['gene_pubmed into pubmed: 1', 'gene_protein into protein: 1'],
      );
    }
  });

  it('once an answer has shown that a name nobody wants has far longer lists', async () => {
    const { asked, clock, links } = loadersOver(elink({ more: 5000 }));
    for (const gene of ['1', '2']) {
      await clock.finish(Promise.all([links('gene_pubmed', gene), links('gene_pubmed_rif', gene)]));
    }
    expect(asked()).toEqual(['any into pubmed: 1', 'gene_pubmed into pubmed: 2', 'gene_pubmed_rif into pubmed: 2']);
  });
});

describe('Links, fused or not', () => {
  it('are the same for every record and every name, and fusion never takes more calls', async () => {
    const wanted = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...GENE_LINKS), fc.integer({ min: 1, max: 12 }).map(String)),
      {
        selector: (pair) => pair.join(),
        minLength: 1,
        maxLength: 30,
      },
    );
    await fc.assert(
      fc.asyncProperty(wanted, fc.boolean(), async (pairs, acrossTargets) => {
        const calls: number[] = [];
        for (const fused of [true, false]) {
          const { clock, links, transport } = loadersOver(elink(), { fused, acrossTargets });
          const found = await clock.finish(Promise.all(pairs.map(([name, gene]) => links(name, gene))));
          expect(found).toEqual(pairs.map(([name, gene]) => linksOf(name, gene)));
          calls.push(transport.requests.length);
        }
        expect(calls[0]).toBeLessThanOrEqual(calls[1] ?? NaN);
      }),
      { numRuns: 50 },
    );
  });
});
