import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

/** Two taxa of one name, of which one contains the other, as NCBI has them; and genes of several organisms. */
const graph = new SampleGraph({
  records: {
    taxonomy: {
      '90001': { scientificName: 'Pierini', rank: 'tribe', parent: '1' },
      '90002': { scientificName: 'Euchloe', rank: 'genus', parent: '90001' },
      '90003': { scientificName: 'Euchloe', rank: 'subgenus', parent: '90002' },
      '90004': { scientificName: 'Euchloe ausonia', rank: 'species', parent: '90003' },
      '90005': { scientificName: 'Euchloe (x) AND [y]', rank: 'species', parent: '90002' },
      '90006': { scientificName: 'A leaf below it', rank: 'subspecies', parent: '90005' },
      '90010': { scientificName: 'Euchloe', rank: 'genus', parent: '90011' },
      '90011': { scientificName: 'Plants', parent: '1' },
      '90012': { scientificName: 'Euchloe viridis', parent: '90010' },
      '9606': { scientificName: 'Homo sapiens' },
      '10090': { scientificName: 'Mus musculus', commonName: 'house mouse' },
    },
    gene: {
      '7157': { symbol: 'TP53', taxid: '9606', orthologGroup: '7157' },
      '22059': { symbol: 'Trp53', taxid: '10090', orthologGroup: '7157' },
      '24842': { symbol: 'Tp53', taxid: '10116', orthologGroup: '7157' },
      '672': { symbol: 'BRCA1', taxid: '9606' },
    },
  },
  links: {},
  inverses: {},
});

let gateway: RunningGateway;
/** Requests that reached the sandbox before the test. */
let before = 0;

beforeAll(async () => {
  gateway = await RunningGateway.start({ sandbox: { rps: 0, graph } });
});
beforeEach(() => {
  before = gateway.sandbox.requests.length;
  gateway.sandbox.intercept(undefined);
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

function uidsOf(nodes: readonly { readonly uid: string }[]): string[] {
  return nodes.map(({ uid }) => uid);
}

async function planOf(query: string): Promise<{ calls: { best: number; worst: number }; complete: boolean }> {
  const { data } = await gateway.query(
    'query ($query: String!) { plan(query: $query) { calls { best worst } complete } }',
    { query },
  );
  return data?.plan as { calls: { best: number; worst: number }; complete: boolean };
}

/** Runs an operation, whose plan bounds its calls. */
async function run(query: string): Promise<GraphqlAnswer> {
  const plan = await planOf(query);
  expect(plan.complete).toBe(true);
  const answer = await gateway.query(query);
  const { total } = answer.extensions.entrez.calls;
  expect(total).toBeGreaterThanOrEqual(plan.calls.best);
  expect(total).toBeLessThanOrEqual(plan.calls.worst);
  return answer;
}

describe('the children of a taxon', () => {
  it.each([
    ['90001', ['90002']],
    // The search finds the subgenus under its own name, and its species under that of the genus.
    ['90002', ['90005', '90003']],
    ['90003', ['90004']],
    ['90010', ['90012']],
    ['90005', ['90006']],
    ['90004', []],
  ])('are those that have it as their parent: %s', async (uid, children) => {
    const { data, errors } = await run(`{ taxonomy(uid: ${uid}) { children { uid parent { uid } } } }`);
    expect(errors).toBeUndefined();
    expect(uidsOf(data?.taxonomy.children)).toEqual(children);
  });

  it('of many taxa are fetched together, and known the second time', async () => {
    const query = '{ records { taxonomy(uids: [90001, 90002, 90010]) { children { uid rank children { uid } } } } }';
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data?.records.taxonomy.map(({ children }: { children: { uid: string }[] }) => uidsOf(children))).toEqual([
      ['90002'],
      ['90005', '90003'],
      ['90012'],
    ]);
    expect((await gateway.query(query)).extensions.entrez.calls.total).toBe(0);
  });

  it('fail where NCBI fails, or finds more than it lists', async () => {
    gateway.sandbox.intercept(({ utility }) => (utility === 'esearch' ? { status: 400, body: 'no' } : undefined));
    const own = await gateway.query('{ taxonomy(uid: 90011) { children { uid } } }');
    expect([own.data?.taxonomy.children, own.errors?.[0]?.extensions.code]).toEqual([null, 'UPSTREAM_UNAVAILABLE']);
    gateway.sandbox.intercept(({ utility }) =>
      utility === 'esearch'
        ? {
            body: JSON.stringify({
              esearchresult: {
                ...{ count: '20000', retmax: '10000', retstart: '0' },
                idlist: Array.from({ length: 10_000 }, (_, index) => String(index + 1)),
              },
            }),
          }
        : undefined,
    );
    const long = await gateway.query('{ taxonomy(uid: 90006) { children { uid } } }');
    expect(long.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/Use search \{ taxonomy\(term: ".*\[Next Level\]/) as unknown,
      extensions: { code: 'LIST_TOO_LONG' },
    });
  });

  it('of a taxon that does not exist are unknown', async () => {
    const { errors } = await gateway.query('{ taxonomy(uid: 123456789) { children { uid } } }');
    expect(errors?.[0]?.extensions.code).toBe('UNKNOWN_ID');
  });
});

describe('the orthologs of a gene', () => {
  it('are not a part of them where NCBI finds more than it lists: the error names a search that has pages', async () => {
    const idlist = Array.from({ length: 10_000 }, (_, index) => String(index + 1));
    gateway.sandbox.intercept(({ utility }) =>
      utility === 'esearch'
        ? { body: JSON.stringify({ esearchresult: { count: '20000', retmax: '10000', retstart: '0', idlist } }) }
        : undefined,
    );
    for (const organism of ['', '(organism: "Mus musculus")']) {
      const { data, errors } = await gateway.query(`{ gene(uid: 4609) { orthologs${organism} { uid } } }`);
      expect([data?.gene.orthologs, errors?.[0]?.extensions.code]).toEqual([null, 'LIST_TOO_LONG']);
      expect(errors?.[0]?.message).toBe(
        'NCBI finds 20000 orthologs of gene 4609 and lists 10000. Use search { gene(term: "ortholog_gene_4609[group]") }, which has pages.',
      );
    }
    gateway.sandbox.intercept(undefined);
  });

  it('are the other genes of its group', async () => {
    const { data, errors } = await run('{ gene(uid: 7157) { orthologs { uid symbol } } }');
    expect(errors).toBeUndefined();
    expect(data?.gene.orthologs).toEqual([
      { uid: '24842', symbol: 'Tp53' },
      { uid: '22059', symbol: 'Trp53' },
    ]);
  });

  it.each(['10090', 'Mus musculus', 'house mouse'])('may be those of one organism: %s', async (organism) => {
    const { data, errors } = await run(`{ gene(uid: 7157) { orthologs(organism: "${organism}") { uid } } }`);
    expect(errors).toBeUndefined();
    expect(uidsOf(data?.gene.orthologs)).toEqual(['22059']);
  });

  it.each(['22059', '672', '999999999'])('of gene %s are not known, which is said', async (uid) => {
    const { data, errors, extensions } = await gateway.query(`{ gene(uid: ${uid}) { orthologs { uid } } }`);
    expect(errors).toBeUndefined();
    expect(data?.gene.orthologs).toEqual([]);
    expect(extensions.entrez.warnings).toEqual([
      expect.objectContaining({ code: 'GROUP_UNKNOWN', path: ['gene', 'orthologs'] }),
    ]);
  });

  it('are never other genes, even if NCBI leaves the group out of the search', async () => {
    gateway.sandbox.intercept(({ params }) => {
      const isNarrowed = params.some(([name, value]) => name === 'term' && value.includes(' AND '));
      return isNarrowed
        ? {
            body: JSON.stringify({
              esearchresult: { count: '2', retmax: '2', retstart: '0', idlist: ['22059', '11287'] },
            }),
          }
        : undefined;
    });
    const { data } = await gateway.query('{ gene(uid: 7157) { orthologs(organism: "Mus") { uid } } }');
    expect(uidsOf(data?.gene.orthologs)).toEqual(['22059']);
  });

  it('of an organism that NCBI does not know are refused by name', async () => {
    const { errors } = await gateway.query('{ gene(uid: 7157) { orthologs(organism: "No such beast") { uid } } }');
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringContaining('Argument "organism" is "No such beast"') as string,
    });
    const blank = await gateway.query('{ gene(uid: 7157) { orthologs(organism: " ") { uid } } }');
    expect(blank.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(before).toBeLessThanOrEqual(gateway.sandbox.requests.length);
  });
});
