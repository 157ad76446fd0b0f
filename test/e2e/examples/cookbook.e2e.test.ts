import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { RunningGateway } from '../../support/running-gateway.js';

const FOLDER = new URL('../../../examples/cookbook/', import.meta.url);

interface Variant {
  readonly germlineClassification: { readonly description: string };
}

/** What all recipes show and cost is checked by test/docs/; this is about answers that must answer the question. */
it('pathogenic-variants returns variants that are classified as pathogenic and none that is benign', async () => {
  await using gateway = await RunningGateway.start();
  const { data } = await gateway.query(readFileSync(new URL('pathogenic-variants.graphql', FOLDER), 'utf8'));
  const variants = data?.gene.clinvar.nodes as readonly Variant[];
  expect(variants).toHaveLength(3);
  for (const { germlineClassification } of variants) {
    expect(germlineClassification.description).toMatch(/^Pathogenic\b/);
    expect(germlineClassification.description).not.toMatch(/benign/i);
  }
});
