import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';

describe('ROOT_FIELD', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start({ settings: { ROOT_FIELD: 'ncbi', TYPE_PREFIX: 'Ncbi' } });
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  const selection = `{ gene(uid: "7157") { symbol omim(first: 2) { totalCount nodes { title } } } }`;

  it('answers below it what it answers beside it, in the same calls', async () => {
    const beside = await gateway.query(selection);
    const below = await gateway.query(`{ ncbi ${selection} }`);
    expect(below.errors).toBeUndefined();
    expect(below.data).toEqual({ ncbi: beside.data });
    expect(below.extensions.entrez.calls.total).toBe(0);
  });

  it('locates failures below it', async () => {
    const { data, errors } = await gateway.query('{ ncbi { gene(uid: "999999999") { symbol } } }');
    expect(data).toEqual({ ncbi: { gene: null } });
    expect(errors).toMatchObject([{ path: ['ncbi', 'gene'], extensions: { code: 'UNKNOWN_ID' } }]);
  });

  it('is planned as it is answered', async () => {
    const { data } = await gateway.query(
      '{ plan(query: "{ ncbi { gene(uid: \\"672\\") { symbol pubmed { totalCount } } } }") { complete calls { worst } } }',
    );
    expect(data?.plan).toEqual({ complete: true, calls: { worst: 2 } });
  });

  it('is all that routers see of Query', async () => {
    const { data } = await gateway.query('{ _service { sdl } }');
    expect(data?._service.sdl).toMatch(
      /\ntype Query \{\n {2}"""Everything of NCBI Entrez."""\n {2}ncbi: NcbiEntrez!\n\}/,
    );
  });
});
