import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { idsOf, type Interceptor, parameterOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

/** Answers each link question with uids that tell its target database. */
const byTarget: Interceptor = (request) => {
  const to = parameterOf(request, 'db');
  const linkname = parameterOf(request, 'linkname');
  if (request.utility !== 'elink' || to === undefined || linkname === undefined) {
    return undefined;
  }
  const links = [{ pubmed: '11', protein: '22', nuccore: '33' }[to]];
  const linksets = idsOf(request).map((id) => ({
    dbfrom: parameterOf(request, 'dbfrom'),
    ids: [id],
    linksetdbs: [{ dbto: to, linkname, links }],
  }));
  return { body: JSON.stringify({ linksets }) };
};

const inTwoLists = (a: string, b: string, around = '$') =>
  around.replace('$', `gene(uid: "7157") { a: links(${a}) { ...L } b: links(${b}) { ...L } }`);
const LIST = 'fragment L on RecordConnection { nodes { __typename uid } }';
const PAPERS = { nodes: [{ __typename: 'PubMed', uid: '11' }] };
const PROTEINS = { nodes: [{ __typename: 'Protein', uid: '22' }] };

describe('a link name that leads to another database in each of two fields', () => {
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
    gateway.sandbox.intercept(byTarget);
  });
  afterEach(() => gateway[Symbol.asyncDispose]());

  const papers = 'name: "gene_newthing", to: pubmed';
  const proteins = 'name: "gene_newthing", to: protein';

  it.each([
    ['as it stands', inTwoLists(papers, proteins), ''],
    ['beside a field of the summary, which makes the links start early', inTwoLists(papers, proteins), 'symbol'],
  ])('gives each its own list, cold and again, %s', async (_, fields, summary) => {
    const query = `{ ${fields.replace('{', `{ ${summary}`)} } ${LIST}`;
    for (let time = 0; time < 6; time += 1) {
      const { data, errors } = await gateway.query(query);
      expect(errors).toBeUndefined();
      expect(data?.gene).toMatchObject({ a: PAPERS, b: PROTEINS });
    }
  });

  it('gives each its own list in the other order, and in lists of records', async () => {
    const turned = await gateway.query(`{ ${inTwoLists(proteins, papers)} } ${LIST}`);
    expect(turned.data?.gene).toEqual({ a: PROTEINS, b: PAPERS });
    const list = `records { gene(uids: ["672"]) { a: links(${papers}) { ...L } b: links(${proteins}) { ...L } } }`;
    const listed = await gateway.query(`{ ${list} } ${LIST}`);
    expect(listed.data?.records.gene).toEqual([{ a: PAPERS, b: PROTEINS }]);
  });

  it('gives each its own union', async () => {
    const union = (to: string) => `unionLinks(from: gene, uids: ["7157"], name: "gene_newthing", to: ${to}) { ...L }`;
    const { data } = await gateway.query(`{ a: ${union('pubmed')} b: ${union('protein')} } ${LIST}`);
    expect(data).toEqual({ a: PAPERS, b: PROTEINS });
  });

  it('refuses the cursor of the one in the other', async () => {
    const cursorOf = `{ gene(uid: "7157") { links(${papers}) { pageInfo { endCursor } } } }`;
    const cursor = (await gateway.query(cursorOf)).data?.gene.links.pageInfo.endCursor as string;
    const answer = await gateway.query(
      `{ gene(uid: "7157") { links(${proteins}, after: "${cursor}") { totalCount } } }`,
    );
    expect(answer.errors?.[0]).toMatchObject({ path: ['gene', 'links'], extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('takes another name of a database for the database', async () => {
    const fields = inTwoLists('name: "gene_newthing", to: nucleotide', 'name: "gene_newthing", to: nuccore');
    const { data } = await gateway.query(`{ ${fields} } ${LIST}`);
    expect(data?.gene).toEqual({
      a: { nodes: [{ __typename: 'Nuccore', uid: '33' }] },
      b: { nodes: [{ __typename: 'Nuccore', uid: '33' }] },
    });
  });
});

describe('a link name with a target it does not lead to', () => {
  it.each([
    ['links', 'gene(uid: "7157") { links(name: "gene_pubmed", to: protein) { totalCount } }'],
    ['unionLinks', 'unionLinks(from: gene, uids: ["7157"], name: "gene_pubmed", to: protein) { totalCount }'],
    ['history.links', 'history { links(name: "gene_pubmed", to: protein, uids: ["7157"]) { count } }'],
    ['an early start', 'gene(uid: "7157") { symbol links(name: "gene_pubmed", to: protein) { totalCount } }'],
  ])('is refused in %s, naming the argument', async (_, field) => {
    await using gateway = await RunningGateway.start();
    const answer = await gateway.query(`{ ${field} }`);
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: 'Argument "to" is "protein", but gene_pubmed leads to pubmed. Leave it out.',
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as unknown,
      }),
    ]);
    expect(gateway.callsOf('elink')).toBe(0);
  });

  it('is noted in the plan', async () => {
    await using gateway = await RunningGateway.start();
    const query = '{ gene(uid: 7157) { links(name: \\"gene_pubmed\\", to: protein) { totalCount } } }';
    const { data } = await gateway.query(`{ plan(query: "${query}") { notes } }`);
    expect(data?.plan.notes[0]).toContain('Argument "to" is "protein"');
  });

  it('is taken when it says what the catalog says, by any name of the database', async () => {
    await using gateway = await RunningGateway.start();
    const field = 'links(name: "gene_nuccore", to: nucleotide) { totalCount }';
    const { data } = await gateway.query(`{ gene(uid: "7157") { a: ${field} nuccore { totalCount } } }`);
    expect(data?.gene.a).toEqual(data?.gene.nuccore);
  });
});
