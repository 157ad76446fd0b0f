import { describe, expect, it } from 'vitest';

import { answersForSeveralTargets } from '../../../src/loading/definitions/fusion-probe.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { refuses, type Reply, ScriptedTransport } from '../../support/scripted-transport.js';

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
