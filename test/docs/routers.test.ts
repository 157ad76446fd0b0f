import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { readConfig } from '../../src/config.js';
import { REQUEST_HEADERS } from '../../src/server/access/operation-of-request.js';

const FOLDER = new URL('../../examples/federation/routers/', import.meta.url);

/** Headers that routers pass on; `cache-control` of a client is not meant for a subgraph alone. */
const PASSED_ON = [
  'authorization',
  'x-request-id',
  ...Object.values(REQUEST_HEADERS).filter((name) => name !== REQUEST_HEADERS.freshness),
].toSorted();

interface Router {
  readonly headers: { readonly subgraphs: { readonly entrez: { readonly request: readonly HeaderRule[] } } };
  readonly traffic_shaping: {
    readonly router?: { readonly timeout: string };
    readonly subgraphs: { readonly entrez: { readonly timeout?: string; readonly request_timeout?: string } };
  };
}

interface HeaderRule {
  readonly named?: string;
  readonly propagate?: { readonly named: string };
}

function read(name: string): unknown {
  return parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}

describe('the configuration of routers', () => {
  it.each(['apollo-router.yaml', 'cosmo-router.yaml'])('%s passes on every header that callers may send', (name) => {
    const { headers } = read(name) as Router;
    const named = headers.subgraphs.entrez.request.map((rule) => rule.named ?? rule.propagate?.named);
    expect(named.toSorted()).toEqual(PASSED_ON);
  });

  it.each(['apollo-router.yaml', 'cosmo-router.yaml'])('%s waits longer than an operation may take', (name) => {
    const { timeout, request_timeout: other } = (read(name) as Router).traffic_shaping.subgraphs.entrez;
    expect(parseInt(timeout ?? other ?? '', 10) * 1000).toBeGreaterThan(readConfig({}).DEADLINE_MS);
  });

  it('apollo-router.yaml gives the whole operation more time than its part, which otherwise ends after 30 s', () => {
    const { router, subgraphs } = (read('apollo-router.yaml') as Router).traffic_shaping;
    expect(parseInt(router?.timeout ?? '', 10)).toBeGreaterThan(parseInt(subgraphs.entrez.timeout ?? '', 10));
  });

  it('cosmo-router.yaml lets all that errors say through', () => {
    expect(read('cosmo-router.yaml')).toMatchObject({
      subgraph_error_propagation: { mode: 'pass-through', omit_extensions: false, allow_all_extension_fields: true },
    });
  });

  it.each(['rover-supergraph.yaml', 'cosmo-graph.yaml'])('%s composes texts that there are', (name) => {
    const { subgraphs } = read(name) as { readonly subgraphs: object };
    const files = Object.values(subgraphs).map(
      ({ schema }: { readonly schema: { readonly file: string } }) => schema.file,
    );
    expect(files).toEqual(['./entrez.graphql', '../services/cohort.graphql']);
    expect(readFileSync(new URL(files[1] ?? '', FOLDER), 'utf8')).toContain('type Gene');
  });
});
