import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { GeneToStructuresDocument, SearchToGenesDocument } from '../../examples/generated/graphql.js';
import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { ask, present } from '../support/ask-example.js';
import { RunningGateway } from '../support/running-gateway.js';

const sample = loadSampleGraph();
/** Ids that one call may be about (protocol: recorded 2025, 2026). */
const LINK_BATCH = 200;
const SUMMARY_BATCH = 500;

/**
 * Few calls in which a question about these ids can be asked: while permits are unused, a batch waits for none of the other
 * answers that bring ids, and on a busy machine the ids of one answer may come in two moments. Never a call for each id.
 *
 * @param answers - Calls whose answers bring the ids.
 */
function few(ids: Iterable<string>, batch: number, answers = 1): unknown {
  const fewest = Math.ceil(new Set(ids).size / batch);
  return expect.toSatisfy((made: number) => made >= fewest && made <= fewest + 2 * answers - 1);
}

describe('the chain', () => {
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  /** Calls that reached the sandbox, by question: what a call asks, without the ids it asks about. */
  function callsByQuestion(): Record<string, number> {
    const calls: Record<string, number> = {};
    for (const { utility, params } of gateway.sandbox.requests) {
      const subject = params.find(([name]) => name === (utility === 'elink' ? 'linkname' : 'db'))?.[1] ?? '';
      const question = `${utility} ${subject}`;
      calls[question] = (calls[question] ?? 0) + 1;
    }
    return calls;
  }

  describe('from a search over genes to their summaries', () => {
    it.each([
      ['TP53 cancer', 10],
      ['p53[title] OR cancer[title]', 250],
      ['2000:2026[pdat]', 1000],
    ])('of %s, first %i, costs few calls, and each paper has its own genes', async (term, first) => {
      const { search } = await ask(gateway, SearchToGenesDocument, { term, first });
      const papers = present(search.pubmed).nodes;
      expect(papers).toHaveLength(Math.min(first, present(search.pubmed).totalCount));
      expect(papers.length).toBeGreaterThan(0);

      const shown = papers.flatMap(({ gene }) => present(gene).nodes);
      expect(callsByQuestion()).toEqual({
        'esearch pubmed': 1,
        'esummary pubmed': few(uidsOf(papers), SUMMARY_BATCH),
        'elink pubmed_gene': few(uidsOf(papers), LINK_BATCH),
        'esummary gene': few(uidsOf(shown), SUMMARY_BATCH, Math.ceil(papers.length / LINK_BATCH) + 1),
      });

      for (const { uid, title, gene } of papers) {
        expect(title).toBe(sample.record('pubmed', uid)?.title);
        expect(present(gene).nodes).toEqual(
          sample
            .links('pubmed_gene', uid)
            .slice(0, 5)
            .map((geneUid) => {
              const { symbol, chromosome } = sample.record('gene', geneUid) ?? {};
              return { uid: geneUid, symbol, chromosome };
            }),
        );
      }
    });
  });

  describe('from a gene over its proteins to the summaries of their structures', () => {
    it('costs few calls, and each structure belongs to its own protein', async () => {
      const { gene } = await ask(gateway, GeneToStructuresDocument, {});
      const proteins = present(gene?.protein).nodes;
      expect(gene?.symbol).toBe('TP53');
      expect(proteins.map(({ uid }) => uid)).toEqual(sample.links('gene_protein', '7157'));

      const structures = proteins.flatMap(({ structure }) => present(structure).nodes);
      expect(new Set(structures.map(({ pdbAccession }) => pdbAccession))).toEqual(
        new Set(['1AIE', '1TSR', '1TUP', '2OCJ']),
      );
      expect(callsByQuestion()).toEqual({
        'esummary gene': 1,
        'elink gene_protein': 1,
        'esummary protein': few(uidsOf(proteins), SUMMARY_BATCH),
        'elink protein_structure': few(uidsOf(proteins), LINK_BATCH),
        'esummary structure': few(uidsOf(structures), SUMMARY_BATCH),
      });

      for (const { uid, structure } of proteins) {
        expect(uidsOf(present(structure).nodes)).toEqual(sample.links('protein_structure', uid));
      }
    });

    it('costs no more for five genes at once, and gives what each protein gives when asked alone', async () => {
      const genes = ['7157', '22059', '4747', '93100', '223646'];
      const answers = await Promise.all(genes.map((gene) => ask(gateway, GeneToStructuresDocument, { gene })));
      const proteins = answers.flatMap(({ gene }) => present(gene?.protein).nodes);
      const structures = proteins.flatMap(({ structure }) => present(structure).nodes);
      expect(proteins.length).toBeGreaterThan(50);
      expect(callsByQuestion()).toEqual({
        'esummary gene': few(genes, SUMMARY_BATCH, genes.length),
        'elink gene_protein': few(genes, LINK_BATCH, genes.length),
        'esummary protein': few(uidsOf(proteins), SUMMARY_BATCH, genes.length),
        'elink protein_structure': few(uidsOf(proteins), LINK_BATCH, genes.length),
        'esummary structure': few(uidsOf(structures), SUMMARY_BATCH, genes.length),
      });

      const linked = proteins.filter(({ structure }) => present(structure).nodes.length > 0);
      const [unlinked] = proteins.filter(({ structure }) => present(structure).nodes.length === 0);
      // One after another, so that no batch holds two of them.
      await using alone = await RunningGateway.start();
      for (const { uid, structure } of [...linked, present(unlinked)]) {
        const single = await alone.query(`{ protein(uid: "${uid}") { structure { nodes { uid } } } }`);
        expect(single.data?.protein.structure.nodes).toEqual(
          uidsOf(present(structure).nodes).map((each) => ({ uid: each })),
        );
      }
    });
  });
});

function uidsOf(records: readonly { readonly uid: string }[]): string[] {
  return records.map(({ uid }) => uid);
}
