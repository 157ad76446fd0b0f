import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { encodeId } from '../../src/schema/core/global-id.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const UNKNOWN_UID = '999999999999';

interface Page {
  readonly edges: readonly [{ readonly cursor: string }];
}

/** Each error as `path: code`. */
function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions }) => `${path.join('.')}: ${extensions.code}`);
}

describe('what callers get wrong', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  describe('a uid', () => {
    it.each(['abc', '', '-1', '0', '1.5', '1'.repeat(21)])(
      'that is %j is BAD_USER_INPUT and costs nothing',
      async (uid) => {
        const answer = await gateway.query(
          'query ($uid: ID!) { gene(uid: $uid) { symbol } taxonomy(uid: 9606) { uid } }',
          { uid },
        );
        expect(errorsOf(answer)).toEqual(['gene: BAD_USER_INPUT']);
        expect(answer.errors?.[0]?.message).toContain('Use a uid: a whole number above 0');
        expect(answer.data).toEqual({ gene: null, taxonomy: { uid: '9606' } });
        expect(answer.extensions.entrez.calls.total).toBe(0);
      },
    );

    it('that is unknown is UNKNOWN_ID, once, where a summary field is selected', async () => {
      const answer = await gateway.query(`{
        gene(uid: "${UNKNOWN_UID}") { symbol title pubmed { totalCount } }
        known: gene(uid: 7157) { symbol }
      }`);
      expect(errorsOf(answer)).toEqual(['gene: UNKNOWN_ID']);
      expect(answer.errors?.[0]?.extensions).toMatchObject({ db: 'gene', uids: [UNKNOWN_UID] });
      expect(answer.data).toEqual({ gene: null, known: { symbol: 'TP53' } });
    });

    it.each(['title', 'docsum', '... on Record { title }', '...f'])(
      'that is unknown is UNKNOWN_ID for %s too',
      async (field) => {
        const fragment = field === '...f' ? 'fragment f on Gene { aliases }' : '';
        const answer = await gateway.query(`{ gene(uid: "${UNKNOWN_UID}") { ${field} } } ${fragment}`);
        expect(errorsOf(answer)).toEqual(['gene: UNKNOWN_ID']);
      },
    );

    it('that is unknown is no error where only its address is selected', async () => {
      const answer = await gateway.query(`{ gene(uid: "${UNKNOWN_UID}") { uid url id } }`);
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toHaveProperty('gene.uid', UNKNOWN_UID);
      expect(answer.extensions.entrez.calls.total).toBe(0);
    });

    it('that is unknown can be asked about: exists is false', async () => {
      const answer = await gateway.query(
        `{ gene(uid: "${UNKNOWN_UID}") { exists } known: gene(uid: 7157) { exists } }`,
      );
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual({ gene: { exists: false }, known: { exists: true } });
    });

    it('is the same record with leading zeros', async () => {
      const answer = await gateway.query('{ gene(uid: "0007157") { uid symbol } }');
      expect(answer.data?.gene).toEqual({ uid: '7157', symbol: 'TP53' });
    });
  });

  describe('a page', () => {
    const ranges = [
      ['(first: -1)', 'Argument "first" is -1. Use a number from 0 to 1000.'],
      ['(first: -5)', 'Argument "first" is -5. Use a number from 0 to 1000.'],
      ['(first: 1001)', 'Argument "first" is 1001. Use a number from 0 to 1000.'],
      ['(last: -1)', 'Argument "last" is -1. Use a number from 0 to 1000.'],
      ['(first: 1, last: 1)', 'Argument "last" is 1, and "first" is given too. Leave one of them out.'],
      [
        '(after: "nonsense")',
        'Argument "after" is "nonsense". Use a cursor that this field returned for the same list.',
      ],
      ['(before: "")', 'Argument "before" is "". Use a cursor that this field returned for the same list.'],
    ] as const;

    it.each(ranges)('%s is refused by name and range, beside intact siblings', async (args, message) => {
      const answer = await gateway.query(
        `{ gene(uid: 7157) { symbol pubmed${args} { totalCount } omim { totalCount } } }`,
      );
      expect(errorsOf(answer)).toEqual(['gene.pubmed: BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.message).toBe(message);
      expect(answer.data?.gene).toMatchObject({
        symbol: 'TP53',
        pubmed: null,
        omim: { totalCount: expect.any(Number) as unknown },
      });
    });

    it('may have no places: the rest of the list is counted and pages on', async () => {
      const answer = await gateway.query(`{
        gene(uid: 7157) {
          none: pubmed(first: 0) { ...List }
          noneOfTheEnd: pubmed(last: 0) { ...List }
          filtered: pubmed(first: 0, filter: { publishedBetween: { from: "2010", to: "2012" } }) { totalCount nodes { uid } }
        }
        search { gene(term: "TP53[gene]", first: 0) { totalCount nodes { uid } pageInfo { hasNextPage endCursor } } }
      }
      fragment List on PubMedConnection {
        totalCount
        nodes { uid }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }`);
      expect(answer.errors).toBeUndefined();
      const { none, noneOfTheEnd, filtered } = answer.data?.gene;
      const cursors = { startCursor: null, endCursor: null };
      expect(none).toEqual({
        totalCount: 110,
        nodes: [],
        pageInfo: { hasNextPage: true, hasPreviousPage: false, ...cursors },
      });
      expect(noneOfTheEnd).toEqual({
        totalCount: 110,
        nodes: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: true, ...cursors },
      });
      expect(filtered).toEqual({
        totalCount: expect.toSatisfy((count) => count > 0 && count < 110) as unknown,
        nodes: [],
      });
      expect(answer.data?.search.gene).toEqual({
        totalCount: expect.toSatisfy((count) => count > 0) as unknown,
        nodes: [],
        pageInfo: { hasNextPage: true, endCursor: null },
      });
    });

    it.each(ranges.slice(0, 3))('%s is refused in a search too', async (args, message) => {
      const answer = await gateway.query(`{ search {
        gene${args.replace('(', '(term: "TP53[gene]", ')} { totalCount }
        sound: gene(term: "TP53[gene] AND human[orgn]") { totalCount }
      } }`);
      expect(errorsOf(answer)).toEqual(['search.gene: BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.message).toBe(message);
      expect(answer.data?.search).toEqual({ gene: null, sound: { totalCount: 1 } });
    });

    it('does not start at a cursor of another gene, field or search', async () => {
      const cursors = await gateway.query(`{
        gene(uid: 7157) { pubmed(first: 1) { edges { cursor } } }
        search { gene(term: "TP53[gene]", first: 1) { edges { cursor } } }
      }`);
      const found = cursors.data as { gene: { pubmed: Page }; search: { gene: Page } };
      const link = found.gene.pubmed.edges[0].cursor;
      const hit = found.search.gene.edges[0].cursor;
      const answer = await gateway.query(
        `query ($link: String, $hit: String) {
          gene(uid: 7157) { own: pubmed(after: $link) { totalCount } omim(after: $link) { totalCount } }
          other: gene(uid: 672) { pubmed(before: $link) { totalCount } }
          search { own: gene(term: "TP53[gene]", after: $hit) { totalCount } gene(term: "BRCA1[gene]", after: $hit) { totalCount } }
        }`,
        { link, hit },
      );
      expect(errorsOf(answer).toSorted()).toEqual([
        'gene.omim: BAD_USER_INPUT',
        'other.pubmed: BAD_USER_INPUT',
        'search.gene: BAD_USER_INPUT',
      ]);
      expect(answer.data).toMatchObject({
        gene: { own: { totalCount: expect.any(Number) as unknown } },
        search: { own: { totalCount: 1 } },
      });
    });
  });

  describe('a list', () => {
    it('has null with an error in the place of each bad uid', async () => {
      const answer = await gateway.query(
        `{ records { gene(uids: ["7157", "abc", "${UNKNOWN_UID}", "672"]) { symbol } } }`,
      );
      expect(answer.data).toEqual({ records: { gene: [{ symbol: 'TP53' }, null, null, { symbol: 'BRCA1' }] } });
      expect(errorsOf(answer).toSorted()).toEqual(['records.gene.1: BAD_USER_INPUT', 'records.gene.2: UNKNOWN_ID']);
    });

    it('has null with an error in the place of each bad id', async () => {
      const ids = [encodeId('gene', '7157'), 'nonsense', encodeId('taxonomy', '9606'), encodeId('gene', UNKNOWN_UID)];
      const answer = await gateway.query(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Record { title } } }',
        { ids },
      );
      expect(answer.data?.nodes).toEqual([
        { __typename: 'Gene', title: 'tumor protein p53' },
        null,
        { __typename: 'Taxonomy', title: 'Homo sapiens' },
        null,
      ]);
      expect(errorsOf(answer).toSorted()).toEqual(['nodes.1: BAD_USER_INPUT', 'nodes.3: UNKNOWN_ID']);
    });

    it('is answered in its own order, repeats included, for one call', async () => {
      const answer = await gateway.query('{ records { gene(uids: [672, 7157, 672]) { uid symbol } } }');
      expect(answer.data).toMatchObject({ records: { gene: [{ uid: '672' }, { uid: '7157' }, { uid: '672' }] } });
    });

    it.each([
      ['empty', [], 'is an empty list. Use 1 to 1000 entries'],
      ['too long', Array.from({ length: 1001 }, (_, i) => String(i + 1)), 'has 1001 entries. Use 1 to 1000 entries'],
    ])('that is %s is refused as a whole', async (_what, values, message) => {
      const answer = await gateway.query(
        'query ($values: [ID!]!) { records { gene(uids: $values) { uid } taxonomy(uids: 9606) { uid } } nodes(ids: $values) { id } }',
        { values },
      );
      expect(errorsOf(answer).toSorted()).toEqual(['nodes: BAD_USER_INPUT', 'records.gene: BAD_USER_INPUT']);
      expect(answer.errors?.map((error) => error.message).toSorted()).toEqual([
        `Argument "ids" ${message}.`,
        `Argument "uids" ${message}.`,
      ]);
      expect(answer.data).toHaveProperty('records.taxonomy', [{ uid: '9606' }]);
    });

    it.each([
      ['20,000 uids', Array.from({ length: 20_000 }, (_, i) => String(i + 1))],
      ['no uid', []],
    ])('of %s is refused wherever uids are taken, and costs nothing', async (_what, uids) => {
      const answer = await gateway.query(
        `query ($uids: [ID!]!) {
          records { gene(uids: $uids) { pubmed { totalCount } } }
          unionLinks(from: gene, uids: $uids, name: "gene_pubmed") { totalCount }
          history { post(db: gene, uids: $uids) { webEnv } links(name: "gene_pubmed", uids: $uids) { webEnv } }
          taxonomy(uid: 9606) { uid }
        }`,
        { uids },
      );
      expect(errorsOf(answer).toSorted()).toEqual([
        'history.links: BAD_USER_INPUT',
        'history.post: BAD_USER_INPUT',
        'records.gene: BAD_USER_INPUT',
        'unionLinks: BAD_USER_INPUT',
      ]);
      for (const { message } of answer.errors ?? []) {
        expect(message).toMatch(/^Argument "uids" (?:is an empty list|has \d+ entries)\. Use 1 to 1000?0? entries\.$/);
      }
      expect(answer.data).toEqual({
        records: { gene: null },
        unionLinks: null,
        history: { post: null, links: null },
        taxonomy: { uid: '9606' },
      });
      expect(answer.extensions.entrez.calls.total).toBe(0);
    });

    it('of a thousand uids costs nothing as long as only uids are selected', async () => {
      const values = Array.from({ length: 1000 }, (_, i) => String(i + 1));
      const answer = await gateway.query('query ($values: [ID!]!) { records { gene(uids: $values) { uid } } }', {
        values,
      });
      expect(answer.data).toHaveProperty('records.gene.999.uid', '1000');
      expect(answer.extensions.entrez.calls.total).toBe(0);
    });
  });

  describe('a link name', () => {
    it.each([
      [
        'that starts elsewhere',
        'name: "pubmed_pubmed"',
        /"name" is "\w+", which starts in pubmed\. Use a link name that starts in gene\./,
      ],
      ['that is no link name', 'name: "gene pubmed"', /"name" is "[^"]*"\. Use a link name such as gene_pubmed\./],
      ['that is empty', 'name: ""', /"name" is "[^"]*"\. Use a link name such as gene_pubmed\./],
      [
        'that is unknown, without its target',
        'name: "gene_new_thing"',
        /"name" is "gene_new_thing", which the catalog does not list\. Give "to"/,
      ],
      [
        'with letters in the wrong order, though the nearest is suggested',
        'name: "gene_pubmde"',
        /"name" is "gene_pubmde", .*Did you mean gene_pubmed\?/,
      ],
      [
        'with minScore but without scores',
        'name: "gene_pubmed", minScore: 5',
        /"minScore" is \d+, but gene_pubmed is not scored\. Leave it out\./,
      ],
      [
        'unknown, with minScore',
        'name: "gene_new_thing", to: pubmed, minScore: 5',
        /"minScore" is 5, but gene_new_thing is not scored\. Leave it out\./,
      ],
    ])('%s is refused, beside intact siblings', async (_what, args, message) => {
      const answer = await gateway.query(`{ gene(uid: 7157) { symbol links(${args}) { totalCount } } }`);
      expect(errorsOf(answer)).toEqual(['gene.links: BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.message).toMatch(message);
      expect(answer.data?.gene).toEqual({ symbol: 'TP53', links: null });
    });
  });

  it.each(['', ' '])('a search for %j is refused', async (term) => {
    const answer = await gateway.query('query ($term: String!) { search { pubmed(term: $term) { totalCount } } }', {
      term,
    });
    expect(errorsOf(answer)).toEqual(['search.pubmed: BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toContain('Argument "term"');
  });
});
