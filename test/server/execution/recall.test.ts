import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readConfig } from '../../../src/config.js';
import { createGateway } from '../../../src/server/gateway.js';
import { turns } from '../../../src/turns.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Keeps this turn of the event loop busy until no other work may begin in it. */
function fillTurn(): void {
  while (!turns.begin()) {
    // What others begin takes time.
  }
}

describe('an operation of which all is known', () => {
  it('is answered at once, also in a turn of the event loop that is full', () => {
    const gateway = createGateway(readConfig({ NCBI_BASE_URL: 'http://127.0.0.1:9/' }), silent);
    const document = parse('{ gene(uid: "7157") { uid curie } }');
    fillTurn();
    expect(gateway.recall({ document })?.result.data).toEqual({ gene: { uid: '7157', curie: 'NCBIGene:7157' } });
  });
});
