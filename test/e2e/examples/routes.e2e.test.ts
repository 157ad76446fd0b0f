import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RoutesDocument } from '../../../examples/generated/graphql.js';
import { ask } from '../../support/ask-example.js';
import { RunningGateway } from '../../support/running-gateway.js';

describe('the example of routes', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('routes tells the ways from variants to structures, and costs nothing', async () => {
    const { routes } = await ask(gateway, RoutesDocument, {});
    expect(routes.map(({ databases }) => databases[1])).toEqual(['gene', 'omim', 'snp']);
    expect(routes[0]?.hops).toEqual([
      {
        link: { name: 'clinvar_gene', field: 'gene', kind: 'CURATED', label: 'Gene' },
        alternatives: [{ name: 'clinvar_gene_specific' }],
      },
      {
        link: { name: 'gene_structure', field: 'structure', kind: 'CURATED', label: '3D structures' },
        alternatives: [],
      },
    ]);
    expect(gateway.sandbox.requests).toEqual([]);
  });
});
