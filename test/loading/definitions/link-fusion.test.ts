import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { LinkFusion, type Wanted, answersForSeveralTargets } from '../../../src/loading/definitions/link-fusion.js';
import { geneCatalog } from '../gene-catalog.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { refuses, type Reply, ScriptedTransport } from '../../support/scripted-transport.js';

const genes = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));

function wanted(name: string, uids: readonly string[], more: Partial<Wanted> = {}): Wanted {
  const to = name === 'gene_protein' ? 'protein' : 'pubmed';
  return { link: { name, from: 'gene', to }, uids, size: 100, ...more };
}

/** Lists of these lengths. */
const lists = (...lengths: readonly number[]) => lengths.map((length) => ({ uids: genes(length) }));

const PAPERS = wanted('gene_pubmed', genes(10));
const RIFS = wanted('gene_pubmed_rif', genes(10));

describe('LinkFusion puts together', () => {
  it('names between the same databases, asked about the same records', () => {
    expect(new LinkFusion(geneCatalog).choose(PAPERS, [RIFS])).toEqual([RIFS]);
  });

  it('names that the catalog does not know, too', () => {
    const unknown = wanted('gene_pubmed_new', genes(10));
    expect(new LinkFusion(geneCatalog).choose(PAPERS, [unknown])).toEqual([unknown]);
  });

  it('what is asked about most of the same records, also where some are others', () => {
    const others = wanted('gene_pubmed_rif', ['11', '12', ...genes(5)]);
    expect(new LinkFusion(geneCatalog).choose(PAPERS, [others])).toEqual([others]);
  });

  it('several target databases in one call only where NCBI is known to answer for all', () => {
    const proteins = wanted('gene_protein', genes(10));
    const fusion = new LinkFusion(geneCatalog);
    expect(fusion.choose(PAPERS, [proteins, RIFS])).toEqual([RIFS]);
    fusion.acrossTargets = true;
    expect(fusion.choose(PAPERS, [proteins, RIFS])).toEqual([proteins, RIFS]);
  });
});

describe('LinkFusion keeps apart', () => {
  it('across target databases, names of which the catalog does not tell the target: a list is found by its name', () => {
    const fusion = new LinkFusion(geneCatalog);
    fusion.acrossTargets = true;
    const elsewhere = wanted('gene_newthing', genes(10), {
      link: { name: 'gene_newthing', from: 'gene', to: 'protein' },
    });
    const falseTarget = wanted('gene_pubmed', genes(10), {
      link: { name: 'gene_pubmed', from: 'gene', to: 'protein' },
    });
    expect(fusion.choose(PAPERS, [elsewhere])).toEqual([]);
    expect(fusion.choose(elsewhere, [PAPERS, RIFS])).toEqual([]);
    expect(fusion.choose(RIFS, [falseTarget])).toEqual([]);
    expect(fusion.choose(RIFS, [PAPERS, elsewhere])).toEqual([PAPERS]);
  });

  it.each<readonly [string, Wanted, readonly Wanted[]]>([
    ['what is alone', PAPERS, []],
    ['more of the same name', PAPERS, [wanted('gene_pubmed', genes(10))]],
    ['what nobody wants any more', PAPERS, [wanted('gene_pubmed_rif', [])]],
    ['what is asked about other records', PAPERS, [wanted('gene_pubmed_rif', ['11', '12', ...genes(4)])]],
    ['more records than a call may be about', wanted('gene_pubmed', genes(10), { size: 9 }), [RIFS]],
    ['more records than a call for one of the names may be about', PAPERS, [{ ...RIFS, size: 9 }]],
  ])('%s', (_, mine, others) => {
    expect(new LinkFusion(geneCatalog).choose(mine, others)).toEqual([]);
  });

  it('names whose answer would bring far more links that nobody wants', () => {
    const fusion = new LinkFusion(geneCatalog);
    fusion.note('gene_pubmed_all', lists(900, 1100));
    expect(fusion.choose(PAPERS, [RIFS])).toEqual([]);
  });

  it('but not where the links nobody wants are few, or those wanted are just as many', () => {
    const fusion = new LinkFusion(geneCatalog);
    fusion.note('gene_pubmed_all', lists(100, 120));
    expect(fusion.choose(PAPERS, [RIFS])).toEqual([RIFS]);
    fusion.note('gene_pubmed_all', lists(2000));
    expect(fusion.choose(PAPERS, [RIFS])).toEqual([]);
    fusion.note('gene_pubmed', lists(1000));
    expect(fusion.choose(PAPERS, [RIFS])).toEqual([RIFS]);
  });
});

describe('LinkFusion learns', () => {
  it('nothing from failures: they are no short lists', () => {
    const fusion = new LinkFusion(geneCatalog);
    fusion.note('gene_pubmed_all', lists(1000));
    fusion.note('gene_pubmed_all', Array<EntrezError>(1000).fill(new EntrezError('UPSTREAM_TIMEOUT', 'late')));
    expect(fusion.choose(PAPERS, [RIFS])).toEqual([]);
  });

  it('from lists without links, too', () => {
    const fusion = new LinkFusion(geneCatalog);
    fusion.note('gene_pubmed_all', lists(1000));
    fusion.note('gene_pubmed_all', lists(...Array<number>(30).fill(0)));
    expect(fusion.choose(PAPERS, [RIFS])).toEqual([RIFS]);
  });

  it('of every name that an answer without a name brings', () => {
    const fusion = new LinkFusion(geneCatalog);
    expect(fusion.namesInto('gene', ['pubmed'])).toEqual(['gene_pubmed', 'gene_pubmed_rif', 'gene_pubmed_all']);
    expect(fusion.namesInto('gene', ['pubmed', 'protein'])).toHaveLength(4);
    expect(fusion.namesInto('protein', ['pubmed'])).toEqual([]);
  });
});

const LISTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  pubmed: { gene_pubmed: ['11', '12'], gene_pubmed_rif: ['12'] },
  protein: { gene_protein: ['21'] },
};

/** ELink that answers for these of the target databases it is asked for together. */
function elink(answered: (targets: readonly string[]) => readonly string[], lists = LISTS): Reply {
  return (request) => {
    const targets = new Map(request.params).get('db')?.split(',') ?? [];
    const linksetdbs = answered(targets).flatMap((dbto) =>
      Object.entries(lists[dbto] ?? {}).map(([linkname, links]) => ({ dbto, linkname, links })),
    );
    const linksets = [{ dbfrom: 'gene', ids: ['7157'], ...(linksetdbs.length > 0 && { linksetdbs }) }];
    return { status: 200, headers: {}, body: JSON.stringify({ header: {}, linksets }) };
  };
}

async function probe(reply: Reply): Promise<{ proved: boolean; calls: number }> {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(reply);
  const proved = await clock.finish(answersForSeveralTargets(clientOver(clock, transport)));
  return { proved, calls: transport.requests.length };
}

describe('answersForSeveralTargets', () => {
  it('is true when both databases together give just what each of them gives, in any order, for three calls', async () => {
    expect(await probe(elink((targets) => targets))).toEqual({ proved: true, calls: 3 });
    expect(await probe(elink((targets) => targets.toReversed()))).toEqual({ proved: true, calls: 3 });
  });

  it.each<readonly [string, Reply]>([
    ['only one of them is answered for', elink((targets) => targets.slice(0, 1))],
    ['neither is, when they are asked for together', elink((targets) => (targets.length > 1 ? [] : targets))],
    [
      'one of them has no links, which would prove nothing',
      elink((targets) => targets, { pubmed: LISTS.pubmed ?? {} }),
    ],
    ['nothing is linked at all', elink(() => [])],
  ])('is false when %s', async (_, reply) => {
    expect((await probe(reply)).proved).toBe(false);
  });

  it('fails when a call fails: then nothing is known', async () => {
    await expect(probe(refuses(500))).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });
});
