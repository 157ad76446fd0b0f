import { describe, expect, it } from 'vitest';

import { WithAnApiKeyDocument } from '../../../examples/generated/graphql.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { RunningGateway } from '../../support/running-gateway.js';

const KEY = 'not-a-real-key-0123456789abcdef';

describe('with-an-api-key', () => {
  it('is asked with the key of the server, which stands nowhere in the answer', async () => {
    await using gateway = await RunningGateway.start({
      sandbox: { rps: 1, keyedRps: 0 },
      settings: { NCBI_API_KEY: KEY },
    });
    const answer = await gateway.query(WithAnApiKeyDocument.toString());
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.pubmed.gene.nodes.map(({ uid }: { uid: string }) => uid)).toEqual(
      loadSampleGraph().links('pubmed_gene', '22417847'),
    );
    expect(gateway.sandbox.requests.map(({ keyed, status }) => [keyed, status])).toEqual([
      [true, 200],
      [true, 200],
    ]);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it('does not show the key when NCBI refuses it', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_API_KEY: `invalid-${KEY}` } });
    const answer = await gateway.query(WithAnApiKeyDocument.toString());
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INVALID_API_KEY' } }]);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });
});
