import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { hurryClock } from '../support/hurried-clock.js';
import { parameterOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const FIELDS = `complete linkNames frontier { reason linkName code } missing { input code }
  nodes { hop record { curie db uid } leftOut { linkName count } } edges { linkName source from { uid } to { db uid } }`;
const sample = loadSampleGraph();

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

async function around(args: string, asked = gateway) {
  const { data, errors, extensions } = await asked.query(`{ neighbourhood(${args}) { ${FIELDS} } }`);
  expect(errors).toBeUndefined();
  return { ...data?.neighbourhood, cost: extensions.entrez };
}

interface Node {
  readonly hop: number;
  readonly record: { readonly curie: string; readonly db: string; readonly uid: string };
}

describe('neighbourhood', () => {
  it('has the first links of each list, counts the others, and is what the sample has', async () => {
    const found = await around('of: ["NCBIGene:7157"], via: ["pubmed", "omim"], perHop: 5');
    const nodes = found.nodes as readonly Node[];
    expect(nodes[0]).toMatchObject({ hop: 0, record: { curie: 'NCBIGene:7157' } });
    for (const [name, db] of [
      ['gene_pubmed', 'pubmed'],
      ['gene_omim', 'omim'],
    ] as const) {
      const links = sample.links(name, '7157');
      const shown = nodes.filter(({ record }) => record.db === db).map(({ record }) => record.uid);
      expect(shown).toEqual(links.slice(0, 5));
      const left = found.nodes[0].leftOut.find(({ linkName }: { linkName: string }) => linkName === name)?.count ?? 0;
      expect(left).toBe(links.length - shown.length);
    }
    expect(found.complete).toBe(false);
    expect(found.frontier).toEqual([]);
    expect(found.edges[0]).toMatchObject({ linkName: expect.stringMatching(/^gene_/), source: 'ELINK' });
  });

  it('goes on from what it found, within its calls', async () => {
    const args = 'of: ["NCBIGene:7157"], via: ["pubmed", "gene"], hops: 2, perHop: 3, maxCalls: 8';
    const { nodes, cost } = await around(args);
    expect(Math.max(...(nodes as readonly Node[]).map(({ hop }) => hop))).toBe(2);
    expect(cost.calls.elink).toBeLessThanOrEqual(8);
    expect((await around(args)).cost.calls.total).toBe(0);
  });

  it('names a start that is no record, and shows the others', async () => {
    const { nodes, missing, complete } = await around('of: ["NCBIGene:7157", "NCBIGene:999999999"], via: ["omim"]');
    expect(missing).toEqual([{ input: 'NCBIGene:999999999', code: 'UNKNOWN_ID' }]);
    expect((nodes as readonly Node[]).map(({ record }) => record.curie)).not.toContain('NCBIGene:999999999');
    expect(complete).toBe(false);
  });

  it('names such a start also where none of its links are followed', async () => {
    const { missing, nodes } = await around('of: ["NCBIGene:7157", "NCBIGene:999999999"], via: ["pubmed_gene"]');
    expect(missing).toEqual([{ input: 'NCBIGene:999999999', code: 'UNKNOWN_ID' }]);
    expect((nodes as readonly Node[]).map(({ record }) => record.curie)).toEqual(['NCBIGene:7157']);
  });

  it('fails where no start is a record', async () => {
    const { data, errors } = await gateway.query(`{ neighbourhood(of: ["NCBIGene:999999999"]) { complete } }`);
    expect(data?.neighbourhood).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('UNKNOWN_ID');
  });

  it('says which list failed', async () => {
    await using failing = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
    failing.sandbox.intercept((request) =>
      parameterOf(request, 'linkname') === 'gene_omim' ? { status: 500, body: 'broken' } : undefined,
    );
    const { frontier, complete, nodes } = await around('of: ["NCBIGene:7157"], via: ["omim", "pubmed"]', failing);
    expect(frontier).toEqual([{ reason: 'FAILED', linkName: 'gene_omim', code: 'UPSTREAM_UNAVAILABLE' }]);
    expect(complete).toBe(false);
    expect((nodes as readonly Node[]).some(({ record }) => record.db === 'pubmed')).toBe(true);
  });

  it.each([
    ['of: []', 'Argument "of" is an empty list. Use 1 to 100 entries.'],
    ['of: ["NCBIGene:7157"], hops: 0', 'Argument "hops" is 0. Use a number from 1 to 4.'],
    ['of: ["NCBIGene:7157"], perHop: 101', 'Argument "perHop" is 101. Use a number from 1 to 100.'],
    ['of: ["NCBIGene:7157"], maxCalls: 0', 'Argument "maxCalls" is 0. Use a number from 1 to 500.'],
    ['of: ["NCBIGene:7157", "nonsense"]', 'Argument "of" is "nonsense"'],
    ['of: ["NCBIGene:7157"], perHop: 0', 'Argument "perHop" is 0. Use a number from 1 to 100.'],
    ['of: ["NCBIGene:7157"], via: ["nowhere"]', 'Argument "via" is "nowhere"'],
    ['of: ["NCBIGene:672", "NCBIGene:7157"], avoid: ["gene:7157"]', 'Argument "avoid" is "gene:7157", but "of" names'],
    ['of: ["HGNC:11998"], avoid: ["gene:7157"]', 'Argument "avoid" is "gene:7157", but "of" names that record'],
    ['of: ["NCBIGene:7157"], via: ["omim"], avoid: ["omim"]', 'but "via" names omim too'],
  ])('refuses %s', async (args, message) => {
    const { errors } = await gateway.query(`{ neighbourhood(${args}) { complete } }`);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('names entries of via over which nothing is followed', async () => {
    const { errors, extensions } = await gateway.query(
      '{ neighbourhood(of: ["NCBIGene:7157"], via: ["pubmed_gene", "omim_gene", "gene_omim"]) { complete } }',
    );
    expect(errors).toBeUndefined();
    expect(extensions.entrez.warnings).toEqual([
      {
        code: 'UNUSED_VIA',
        message: 'Argument "via" names pubmed_gene, omim_gene, over which nothing is followed within 1 hop.',
        path: ['neighbourhood'],
      },
    ]);
  });

  it('has a start that is named twice once', async () => {
    const { nodes } = await around('of: ["NCBIGene:7157", "gene:7157"], via: ["omim"]');
    expect((nodes as readonly Node[]).filter(({ hop }) => hop === 0)).toHaveLength(1);
  });

  it('is foreseen by plan, by its most calls', async () => {
    const { data, errors } = await gateway.query(
      'query ($q: String!) { plan(query: $q) { calls { best worst } notes } }',
      { q: '{ neighbourhood(of: ["NCBIGene:672"], maxCalls: 12) { nodes { record { title } } } }' },
    );
    expect(errors).toBeUndefined();
    expect(data?.plan.calls.worst).toBeGreaterThanOrEqual(12);
  });
});
